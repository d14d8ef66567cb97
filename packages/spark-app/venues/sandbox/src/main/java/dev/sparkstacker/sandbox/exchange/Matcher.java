package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Price-time matching of a taker against the displayed book and the accounts' resting orders. At one price what the
 * source displays goes first.
 */
final class Matcher {
    private final Venue venue;
    private final Settlement settlement;
    private final FillCheck check;
    private final MakerFills makerFills;

    Matcher(Venue venue, Settlement settlement, FillCheck check, MakerFills makerFills) {
        this.venue = venue;
        this.settlement = settlement;
        this.check = check;
        this.makerFills = makerFills;
    }

    /** What a taker got: size, and the sum of size × price in 10^-16 USD. */
    static final class Taken {
        private long sizeE8;
        private BigInteger valueE16 = BigInteger.ZERO;
        private boolean dataSeen;
        private boolean marginShort;

        boolean isNothing() {
            return sizeE8 == 0;
        }

        /** Whether there was any book to take from. */
        boolean dataSeen() {
            return dataSeen;
        }

        /** Whether it ended because the taker could not afford the next fill. */
        boolean marginShort() {
            return marginShort;
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
    Taken take(Account account, Market market, Order order, Records.@Nullable LiquidationTag liquidation) {
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
                if (!affords(account, market, order, price, size, liquidation)) {
                    taken.marginShort = true;
                    break;
                }
                market.external.take(makers, level, size);
                trade(account, market, order, new Price(price), size, null, null, liquidation);
                taken.add(size, price);
            } else if (maker != null) {
                long size = Math.min(order.remaining().e8(), maker.remaining().e8());
                if (!affords(account, market, order, price, size, liquidation)) {
                    taken.marginShort = true;
                    break;
                }
                matchInside(account, market, order, maker, taken, liquidation);
            }
        }
        if (!taken.isNothing()) {
            venue.listener.onBook(market);
        }
        return taken;
    }

    /** A liquidation needs no leave: its limit sees to it that the account keeps what it owes. */
    private boolean affords(
            Account account,
            Market market,
            Order order,
            long priceE8,
            long sizeE8,
            Records.@Nullable LiquidationTag liquidation) {
        return liquidation != null
                || check.affords(account, market, order.side(), new Price(priceE8), new Quantity(sizeE8), true);
    }

    private void matchInside(
            Account account,
            Market market,
            Order order,
            Order maker,
            Taken taken,
            Records.@Nullable LiquidationTag liquidation) {
        Account owner = venue.requireAccount(maker.owner());
        if (owner == account) {
            venue.end(owner, maker, OrderStatus.SELF_TRADE_CANCELED, true);
            return;
        }
        long size = Math.min(order.remaining().e8(), maker.remaining().e8());
        if (!makerFills.canHonour(owner, market, maker, size)) {
            venue.end(owner, maker, OrderStatus.MARGIN_CANCELED, true);
            return;
        }
        trade(account, market, order, maker.limit(), size, owner, maker, liquidation);
        taken.add(size, maker.limit().e8());
    }

    private void trade(
            Account taker,
            Market market,
            Order order,
            Price price,
            long sizeE8,
            @Nullable Account makerAccount,
            @Nullable Order maker,
            Records.@Nullable LiquidationTag liquidation) {
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
        Settlement.Deal deal = new Settlement.Deal(price, size, tradeId, liquidation);
        settlement.book(taker, market, order, deal, true);
        if (makerAccount != null && maker != null) {
            settlement.book(makerAccount, market, maker, deal, false);
            makerFills.afterFill(makerAccount, market, maker);
        } else {
            venue.outside.trade(market.id(), SignedQuantity.of(order.side(), size), price);
        }
    }
}
