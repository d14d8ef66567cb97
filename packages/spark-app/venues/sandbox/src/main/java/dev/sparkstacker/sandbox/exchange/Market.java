package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One market: its displayed book, the accounts' resting and trigger orders, and its prices. */
public final class Market {
    private static final int RECENT_PRINTS = 500;
    private static final int FUNDING_RATES = 5_000;

    private final MarketSpec spec;
    final ExternalBook external = new ExternalBook();
    /** Resting orders, best first; within a price the older first. */
    final List<Order> bids = new ArrayList<>();

    final List<Order> asks = new ArrayList<>();
    /** Live trigger orders, oldest first. */
    final List<Order> triggers = new ArrayList<>();

    final Deque<Records.Print> prints = new ArrayDeque<>();
    final Deque<Records.FundingRate> fundingRates = new ArrayDeque<>();
    final PremiumAverage premiums = new PremiumAverage();
    private @Nullable Price mark;
    private @Nullable Price previousMark;
    private @Nullable Price oracle;
    private Rate premium = Rate.ZERO;
    private long contextAtMs;

    Market(MarketSpec spec) {
        this.spec = spec;
    }

    public MarketSpec spec() {
        return spec;
    }

    public Instrument instrument() {
        return spec.instrument();
    }

    public MarketId id() {
        return spec.market();
    }

    public int assetId() {
        return spec.instrument().assetId();
    }

    /** Mark price, or null before the first context. */
    public @Nullable Price mark() {
        return mark;
    }

    /** The mark price before the last, or null before the second. */
    @Nullable
    Price previousMark() {
        return previousMark;
    }

    /** Oracle price, or null before the first context. */
    public @Nullable Price oracle() {
        return oracle;
    }

    public Rate premium() {
        return premium;
    }

    /** Venue time of the last context. */
    public long contextAtMs() {
        return contextAtMs;
    }

    /** The rate that the coming hour's settlement would have if the premium stayed as it averaged so far. */
    public Rate predictedFunding() {
        return FundingRule.hourlyRate(premiums.average());
    }

    /** Settled rates, oldest first. */
    public List<Records.FundingRate> fundingRates() {
        return List.copyOf(fundingRates);
    }

    /** The newest prints, oldest first, at most the given number. */
    public List<Records.Print> recentPrints(int atMost) {
        List<Records.Print> all = List.copyOf(prints);
        return all.subList(Math.max(0, all.size() - atMost), all.size());
    }

    void context(Price newMark, Price newOracle, Rate newPremium, long nowMs) {
        previousMark = mark;
        mark = newMark;
        oracle = newOracle;
        premium = newPremium;
        contextAtMs = nowMs;
        premiums.sample(newPremium, nowMs);
    }

    void printed(Records.Print print) {
        prints.addLast(print);
        if (prints.size() > RECENT_PRINTS) {
            prints.removeFirst();
        }
    }

    void settled(Records.FundingRate rate) {
        fundingRates.addLast(rate);
        if (fundingRates.size() > FUNDING_RATES) {
            fundingRates.removeFirst();
        }
    }

    List<Order> resting(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    void rest(Order order) {
        List<Order> side = resting(order.side());
        int at = 0;
        while (at < side.size() && !isBefore(order, side.get(at))) {
            at++;
        }
        side.add(at, order);
    }

    void remove(Order order) {
        resting(order.side()).remove(order);
        triggers.remove(order);
    }

    /** Best price of a side over the displayed book and the accounts' orders, in units of 10^-8, or zero. */
    long bestE8(Side side, long nowMs, long maxAgeMs) {
        List<Order> own = resting(side);
        long inside = own.isEmpty() ? 0 : own.getFirst().limit().e8();
        int level = external.isFresh(nowMs, maxAgeMs) ? external.best(side) : -1;
        long outside = level < 0 ? 0 : external.priceE8(side, level);
        if (inside == 0 || outside == 0) {
            return inside + outside;
        }
        return side == Side.BUY ? Math.max(inside, outside) : Math.min(inside, outside);
    }

    /** One displayed level. */
    public record Depth(Price price, Quantity size, int orders) {}

    /**
     * The book as the venue shows it: what the source displays, less what was taken, plus the accounts' resting
     * orders.
     */
    public List<Depth> depth(Side side, int atMost) {
        List<Depth> levels = new ArrayList<>();
        int count = external.levels(side);
        List<Order> own = resting(side);
        if (own.isEmpty()) {
            for (int i = 0; i < count && levels.size() < atMost; i++) {
                long size = external.sizeE8(side, i);
                if (size > 0) {
                    levels.add(new Depth(new Price(external.priceE8(side, i)), new Quantity(size), 1));
                }
            }
            return levels;
        }
        TreeMap<Long, long[]> merged = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (external.sizeE8(side, i) > 0) {
                merged.put(-side.sign() * external.priceE8(side, i), new long[] {external.sizeE8(side, i), 1});
            }
        }
        for (Order order : own) {
            long[] level = merged.computeIfAbsent(-side.sign() * order.limit().e8(), _ -> new long[2]);
            level[0] += order.remaining().e8();
            level[1]++;
        }
        merged.forEach((key, level) -> {
            if (levels.size() < atMost) {
                levels.add(new Depth(new Price(Math.abs(key)), new Quantity(level[0]), (int) level[1]));
            }
        });
        return levels;
    }

    /** The best level of a side, or a level of size zero. */
    public BookLevel best(Side side) {
        if (resting(side).isEmpty()) {
            int level = external.best(side);
            return level < 0
                    ? new BookLevel(new Price(0), Quantity.ZERO)
                    : new BookLevel(
                            new Price(external.priceE8(side, level)), new Quantity(external.sizeE8(side, level)));
        }
        Depth top = depth(side, 1).getFirst();
        return new BookLevel(top.price(), top.size());
    }

    /** The middle of the best prices, or null while a side is empty. */
    public @Nullable Price mid() {
        long bid = best(Side.BUY).price().e8();
        long ask = best(Side.SELL).price().e8();
        return bid == 0 || ask == 0 ? null : new Price(bid / 2 + ask / 2 + (bid % 2 + ask % 2) / 2);
    }

    /** Price of the last print, or null before the first. */
    public @Nullable Price lastPrice() {
        Records.Print last = prints.peekLast();
        return last == null ? null : last.price();
    }

    private static boolean isBefore(Order order, Order other) {
        int byPrice = order.side().sign() * order.limit().compareTo(other.limit());
        return byPrice > 0 || (byPrice == 0 && order.oid() < other.oid());
    }
}
