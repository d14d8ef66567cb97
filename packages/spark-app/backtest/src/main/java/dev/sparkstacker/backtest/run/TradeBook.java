package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows each round trip from the decision to its end: what it was decided at, how far it went for and against, which
 * stops and targets it rested with.
 */
final class TradeBook {
    private static final String STANCE = "stance";
    /** Orders whose fills may still come: far more than rest or travel at once. */
    private static final int MOST_ORDERS = 256;

    private final Map<LegId, Running> running = new TreeMap<>();
    private final Map<ClientOrderId, Price> meant = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Price> eldest) {
            return size() > MOST_ORDERS;
        }
    };
    private final List<ClosedTrade> closed = new ArrayList<>();
    private @Nullable Decision decision;

    /** The last bar on which it was decided to enter. */
    private record Decision(long timeMs, @Nullable Price mark, Side side, String signal) {}

    /** A position that is open. */
    private static final class Running {
        private final long openedAtMs;
        private final Side side;
        private final @Nullable Decision decision;
        private final List<ClosedTrade.Guarded> guards = new ArrayList<>();
        private long highest;
        private long lowest;
        private int fills;
        private @Nullable Usd exitSlippage;

        Running(long openedAtMs, Side side, long price, @Nullable Decision decision) {
            this.openedAtMs = openedAtMs;
            this.side = side;
            this.highest = price;
            this.lowest = price;
            this.decision = decision;
        }

        void left(Quantity size, Price meant, Price filled) {
            Usd distance = new Price(Math.abs(meant.e8() - filled.e8())).times(size);
            boolean lost = side == Side.BUY ? filled.compareTo(meant) < 0 : filled.compareTo(meant) > 0;
            Usd before = exitSlippage == null ? Usd.ZERO : exitSlippage;
            exitSlippage = lost ? before.plus(distance) : before.minus(distance);
        }

        void saw(long low, long high) {
            lowest = Math.min(lowest, low);
            highest = Math.max(highest, high);
        }
    }

    /** Whether a position is open. */
    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Trades so far, in the order in which they closed. */
    List<ClosedTrade> closed() {
        return closed;
    }

    /** When a leg's open position was opened. */
    long openedAtMs(LegId leg) {
        Running open = running.get(leg);
        return open == null ? 0 : open.openedAtMs;
    }

    /** The mark price went through a range; prices in units of 10<sup>-8</sup>. */
    void saw(long low, long high) {
        if (!running.isEmpty()) {
            running.values().forEach(open -> open.saw(low, high));
        }
    }

    /** A bar on which the strategy means to enter. */
    void decided(Output.BarJudged judged, Side side, @Nullable Price mark) {
        String signal = judged.conditions().stream()
                .filter(condition -> condition.met() && !condition.name().equals(STANCE))
                .map(Condition::name)
                .collect(Collectors.joining(" + "));
        decision = new Decision(judged.cause().venueTimeMs(), mark, side, signal.isEmpty() ? "signal" : signal);
    }

    /** An order is on its way: at its trigger, or else at the mark price of this moment, it is meant to be filled. */
    void sent(OrderRequest order, @Nullable Price mark) {
        Trigger trigger = order.trigger();
        Price price = trigger == null ? mark : trigger.price();
        if (price != null) {
            meant.putIfAbsent(order.id(), price);
        }
    }

    void filled(Output.FillBooked booked) {
        LegId leg = booked.leg();
        if (leg == null || booked.booked().isZero()) {
            return;
        }
        long price = booked.fill().price().e8();
        Running open = running.computeIfAbsent(
                leg,
                _ -> new Running(
                        booked.fill().venueTimeMs(),
                        booked.fill().side(),
                        price,
                        decisionFor(leg, booked.fill().side())));
        open.fills++;
        ClientOrderId order = booked.fill().clientOrderId();
        Price meantAt = order == null ? null : meant.get(order);
        if (booked.fill().side() != open.side && meantAt != null) {
            open.left(booked.booked(), meantAt, booked.fill().price());
        }
        open.saw(price, price);
    }

    /** The decision that a fill on this side goes back to, or null where none does; a hedge stands opposite to it. */
    private @Nullable Decision decisionFor(LegId leg, Side side) {
        Decision last = decision;
        if (last == null) {
            return null;
        }
        Side meant = leg.role() == LegRole.MAIN ? last.side() : last.side().opposite();
        return meant == side ? last : null;
    }

    void changed(Output.LegChanged change) {
        Running open = running.get(change.leg());
        if (open == null) {
            return;
        }
        ClosedTrade.Guarded last = open.guards.isEmpty() ? null : open.guards.getLast();
        ClosedTrade.Guarded now =
                new ClosedTrade.Guarded(change.cause().venueTimeMs(), change.stopPrice(), change.targetPrice());
        boolean first = last == null && (now.stop() != null || now.target() != null);
        if (first || (last != null && !sameGuards(last, now))) {
            open.guards.add(now);
        }
    }

    private static boolean sameGuards(ClosedTrade.Guarded left, ClosedTrade.Guarded right) {
        return Objects.equals(left.stop(), right.stop()) && Objects.equals(left.target(), right.target());
    }

    void ended(Output.TradeClosed trade) {
        Running open = running.remove(trade.leg());
        if (open == null) {
            throw new IllegalStateException("A trade ended that never began: " + trade);
        }
        Decision decided = open.decision;
        Price mark = decided == null ? null : decided.mark();
        long best = trade.side() == Side.BUY ? open.highest : open.lowest;
        long worst = trade.side() == Side.BUY ? open.lowest : open.highest;
        closed.add(new ClosedTrade(
                closed.size() + 1,
                trade.leg(),
                trade.account(),
                trade.side(),
                trade.size(),
                trade.entryPrice(),
                trade.exitPrice(),
                decided == null ? trade.openedAtMs() : decided.timeMs(),
                mark,
                trade.openedAtMs(),
                trade.closedAtMs(),
                decided == null ? "adopted" : decided.signal(),
                trade.reason(),
                trade.grossPnl(),
                trade.fees(),
                trade.funding(),
                trade.netPnl(),
                mark == null ? null : moved(trade, mark.e8(), trade.entryPrice().e8()),
                open.exitSlippage,
                positive(moved(trade, worst, trade.entryPrice().e8())),
                positive(moved(trade, trade.entryPrice().e8(), best)),
                open.fills,
                open.guards));
    }

    /** What a move of the price from one to the other is worth to the trade's side, for all of its size. */
    private static Usd moved(Output.TradeClosed trade, long fromE8, long toE8) {
        Usd distance = new Price(Math.abs(toE8 - fromE8)).times(trade.size());
        boolean gains = trade.side() == Side.BUY ? toE8 >= fromE8 : toE8 <= fromE8;
        return gains ? distance : distance.negate();
    }

    private static Usd positive(Usd amount) {
        return amount.isNegative() ? Usd.ZERO : amount;
    }
}
