package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import java.util.List;

/** Fills the accounts' resting orders from what the source prints and displays. */
final class MakerFills {
    private final Venue venue;
    private final Settlement settlement;
    private final BuyingPower power;
    private final FillCheck check;
    private final FillFollowUp followUp;

    MakerFills(Venue venue, Settlement settlement, BuyingPower power, FillCheck check, FillFollowUp followUp) {
        this.venue = venue;
        this.settlement = settlement;
        this.power = power;
        this.check = check;
        this.followUp = followUp;
    }

    /**
     * Lets the source's print fill resting orders: through a price entirely, at a price after the queue ahead. An order
     * placed after the print was made is left alone: a live source may tell of it late.
     */
    void onPrint(Market market, long printedMs, Side aggressor, Price price, Quantity size) {
        if (!venue.phase().matches()) {
            return;
        }
        fillThrough(market, printedMs, Side.BUY, price, aggressor == Side.SELL ? size.e8() : 0);
        fillThrough(market, printedMs, Side.SELL, price, aggressor == Side.BUY ? size.e8() : 0);
    }

    private void fillThrough(Market market, long printedMs, Side makers, Price price, long atPriceE8) {
        long left = atPriceE8;
        List<Order> resting = market.resting(makers);
        int next = 0;
        while (next < resting.size()) {
            Order maker = resting.get(next);
            if (maker.placedAtMs() > printedMs) {
                next++;
                continue;
            }
            int through = makers.sign() * maker.limit().compareTo(price);
            if (through < 0 || (through == 0 && left == 0)) {
                return;
            }
            if (through > 0) {
                fillMaker(market, maker, maker.remaining().e8());
                next = 0;
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
            next = 0;
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
            while (venue.phase().matches() && !resting.isEmpty()) {
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
        Quantity size = new Quantity(sizeE8);
        settlement.book(
                owner, market, maker, new Settlement.Deal(maker.limit(), size, venue.nextTradeId(), null), false);
        venue.outside.trade(market.id(), SignedQuantity.of(maker.side(), size), maker.limit());
        afterFill(owner, market, maker);
    }

    /** Tells what a fill made of a resting order. */
    void afterFill(Account owner, Market market, Order maker) {
        if (maker.remaining().isZero()) {
            venue.end(owner, maker, OrderStatus.FILLED, false);
        } else {
            venue.changed(owner, maker, false);
        }
        followUp.afterFill(owner, market, maker);
    }

    /** Whether the owner of a resting order can still carry what it would trade. */
    boolean canHonour(Account owner, Market market, Order maker, long sizeE8) {
        long position = owner.size(market.id()).e8();
        boolean closes = Long.signum(position) == -maker.side().sign() && Math.abs(position) >= sizeE8;
        boolean mayOpen =
                maker.reduceOnly() || closes || !power.available(owner).isNegative();
        return mayOpen && check.affords(owner, market, maker.side(), maker.limit(), new Quantity(sizeE8), false);
    }
}
