package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Price-time matching of a taker against the displayed book and the accounts' resting orders, and of the source's
 * prints and books against resting orders. At one price what the source displays goes first.
 */
final class Matcher {
    private final Venue venue;
    private final Settlement settlement;
    private final Margin margin;
    private final FillFollowUp followUp;

    Matcher(Venue venue, Settlement settlement, Margin margin, FillFollowUp followUp) {
        this.venue = venue;
        this.settlement = settlement;
        this.margin = margin;
        this.followUp = followUp;
    }

    /** What a taker got: size, and the sum of size × price in 10^-16 USD. */
    static final class Taken {
        private long sizeE8;
        private BigInteger valueE16 = BigInteger.ZERO;
        private boolean dataSeen;

        boolean isNothing() {
            return sizeE8 == 0;
        }

        /** Whether there was any book to take from. */
        boolean dataSeen() {
            return dataSeen;
        }

        Quantity size() {
            return new Quantity(sizeE8);
        }

        Price averagePrice() {
            BigInteger half = BigInteger.valueOf(sizeE8 / 2);
            return new Price(
                    valueE16.add(half).divide(BigInteger.valueOf(sizeE8)).longValueExact());
        }

        private void add(long size, long price) {
            sizeE8 += size;
            valueE16 = valueE16.add(BigInteger.valueOf(size).multiply(BigInteger.valueOf(price)));
        }
    }

    /** Whether an order at this limit would match at once. */
    boolean wouldCross(Market market, Side side, Price limit) {
        long best = market.bestE8(side.opposite(), venue.nowMs(), venue.rules.maxBookAgeMs());
        return best != 0 && side.sign() * Long.compare(limit.e8(), best) >= 0;
    }

    /** Matches an order as taker as far as limit, size and liquidity go. */
    Taken take(Account account, Market market, Order order, @Nullable Price liquidationMark) {
        Taken taken = new Taken();
        Side makers = order.side().opposite();
        boolean fresh = market.external.isFresh(venue.nowMs(), venue.rules.maxBookAgeMs());
        taken.dataSeen = (fresh && market.external.best(makers) >= 0)
                || !market.resting(makers).isEmpty();
        while (!order.remaining().isZero()) {
            int level = fresh ? market.external.best(makers) : -1;
            Order maker = market.resting(makers).isEmpty()
                    ? null
                    : market.resting(makers).getFirst();
            long outside = level < 0 ? 0 : market.external.priceE8(makers, level);
            boolean useOutside = outside != 0
                    && (maker == null
                            || order.side().sign()
                                            * Long.compare(
                                                    outside, maker.limit().e8())
                                    <= 0);
            long price =
                    useOutside ? outside : maker == null ? 0 : maker.limit().e8();
            if (price == 0 || order.side().sign() * Long.compare(order.limit().e8(), price) < 0) {
                break;
            }
            if (useOutside) {
                long size = Math.min(order.remaining().e8(), market.external.sizeE8(makers, level));
                market.external.take(makers, level, size);
                trade(account, market, order, new Price(price), size, null, null, liquidationMark);
                taken.add(size, price);
            } else if (maker != null) {
                matchInside(account, market, order, maker, taken, liquidationMark);
            }
        }
        if (!taken.isNothing()) {
            venue.listener.onBook(market);
        }
        return taken;
    }

    private void matchInside(
            Account account, Market market, Order order, Order maker, Taken taken, @Nullable Price liquidationMark) {
        Account owner = venue.requireAccount(maker.owner());
        if (owner == account) {
            venue.end(owner, maker, OrderStatus.SELF_TRADE_CANCELED, true);
            return;
        }
        long size = Math.min(order.remaining().e8(), maker.remaining().e8());
        if (!canHonour(owner, market, maker, size)) {
            venue.end(owner, maker, OrderStatus.MARGIN_CANCELED, true);
            return;
        }
        trade(account, market, order, maker.limit(), size, owner, maker, liquidationMark);
        taken.add(size, maker.limit().e8());
    }

    private boolean canHonour(Account owner, Market market, Order maker, long sizeE8) {
        long position = owner.size(market.id()).e8();
        boolean closes = Long.signum(position) == -maker.side().sign() && Math.abs(position) >= sizeE8;
        return maker.reduceOnly() || closes || !margin.available(owner).isNegative();
    }

    private void trade(
            Account taker,
            Market market,
            Order order,
            Price price,
            long sizeE8,
            @Nullable Account makerAccount,
            @Nullable Order maker,
            @Nullable Price liquidationMark) {
        Quantity size = new Quantity(sizeE8);
        long tradeId = venue.nextTradeId();
        boolean buys = order.side() == Side.BUY;
        Address makerAddress = makerAccount == null ? null : makerAccount.address();
        Records.Print print = new Records.Print(
                market.id(),
                order.side(),
                price,
                size,
                venue.nowMs(),
                tradeId,
                venue.actions(),
                buys ? taker.address() : makerAddress,
                buys ? makerAddress : taker.address());
        market.printed(print);
        venue.listener.onPrint(market, print);
        settlement.book(taker, market, order, price, size, true, tradeId, liquidationMark);
        if (makerAccount != null && maker != null) {
            settlement.book(makerAccount, market, maker, price, size, false, tradeId, null);
            afterMakerFill(makerAccount, market, maker);
        }
    }

    /** Lets the source's print fill resting orders: through a price entirely, at a price after the queue ahead. */
    void onPrint(Market market, Side aggressor, Price price, Quantity size) {
        fillThrough(market, Side.BUY, price, aggressor == Side.SELL ? size.e8() : 0);
        fillThrough(market, Side.SELL, price, aggressor == Side.BUY ? size.e8() : 0);
    }

    private void fillThrough(Market market, Side makers, Price price, long atPriceE8) {
        long left = atPriceE8;
        List<Order> resting = market.resting(makers);
        while (!resting.isEmpty()) {
            Order maker = resting.getFirst();
            int through = makers.sign() * maker.limit().compareTo(price);
            if (through < 0 || (through == 0 && left == 0)) {
                return;
            }
            if (through > 0) {
                fillMaker(market, maker, maker.remaining().e8());
                continue;
            }
            long queue = Math.min(left, maker.queueAheadE8());
            maker.queueAhead(maker.queueAheadE8() - queue);
            left -= queue;
            if (left == 0) {
                return;
            }
            long fill = Math.min(left, maker.remaining().e8());
            left -= fill;
            fillMaker(market, maker, fill);
        }
    }

    /** Takes over a new displayed book; resting orders that it crosses are filled at their own price. */
    void onBook(Market market) {
        for (Side makers : Side.values()) {
            List<Order> resting = market.resting(makers);
            for (Order order : resting) {
                if (market.external.covers(makers, order.limit().e8())) {
                    order.queueAhead(Math.min(
                            order.queueAheadE8(),
                            market.external.displayedAt(makers, order.limit().e8())));
                }
            }
            while (!resting.isEmpty()) {
                Order maker = resting.getFirst();
                int level = market.external.best(makers.opposite());
                if (level < 0
                        || makers.sign()
                                        * Long.compare(
                                                maker.limit().e8(), market.external.priceE8(makers.opposite(), level))
                                < 0) {
                    break;
                }
                long size = Math.min(maker.remaining().e8(), market.external.sizeE8(makers.opposite(), level));
                market.external.take(makers.opposite(), level, size);
                fillMaker(market, maker, size);
            }
        }
    }

    private void fillMaker(Market market, Order maker, long sizeE8) {
        Account owner = venue.requireAccount(maker.owner());
        if (!canHonour(owner, market, maker, sizeE8)) {
            venue.end(owner, maker, OrderStatus.MARGIN_CANCELED, true);
            return;
        }
        venue.nextAction();
        settlement.book(owner, market, maker, maker.limit(), new Quantity(sizeE8), false, venue.nextTradeId(), null);
        afterMakerFill(owner, market, maker);
    }

    private void afterMakerFill(Account owner, Market market, Order maker) {
        if (maker.remaining().isZero()) {
            venue.end(owner, maker, OrderStatus.FILLED, false);
        } else {
            venue.changed(owner, maker, false);
        }
        followUp.afterFill(owner, market, maker);
    }
}
