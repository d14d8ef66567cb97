package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Works TWAP orders: every 30 seconds an immediate order, at most 3 % through the mark price.
 *
 * <pre>
 *  slice k of n wants   size * (k + 1) / n  -  what has filled,   at most 3 ordinary slices   (catch-up)
 *  randomised           +- 20 % of an ordinary slice, but for the last, which wants all that is left
 * </pre>
 *
 * What a slice could not fill the next ones catch up with. Slices need not reach the minimum order value.
 */
final class TwapDesk {
    private static final int MIN_MINUTES = 5;
    private static final int MAX_MINUTES = 7 * 24 * 60;
    private static final Usd MIN_VALUE = Usd.of("100");
    private static final long SLIPPAGE_PCT = 3;
    private static final long CATCH_UP = 3;
    private static final long RANDOM_PCT = 20;
    private static final String MISSING = "TWAP was never placed, already canceled, or filled.";

    private final Venue venue;
    private final OrderEntry entry;

    TwapDesk(Venue venue, OrderEntry entry) {
        this.venue = venue;
        this.entry = entry;
    }

    ActionResult place(Account account, VenueAction.PlaceTwap order) {
        Market market = venue.market(order.assetId());
        if (market == null) {
            return new ActionResult.Refused("Unknown asset " + order.assetId());
        }
        Optional<String> wrong = wrong(account, market, order);
        if (wrong.isPresent()) {
            return new ActionResult.TwapRefused(wrong.get());
        }
        Twap twap = new Twap(venue.nextTwapId(), market.id(), order, venue.nowMs());
        account.twaps.put(twap);
        told(account, twap);
        slice(account, twap);
        return new ActionResult.TwapRunning(twap.id());
    }

    private Optional<String> wrong(Account account, Market market, VenueAction.PlaceTwap order) {
        if (!venue.phase().triggers()) {
            return Optional.of(Refusal.HALTED.text());
        }
        if (order.minutes() < MIN_MINUTES || order.minutes() > MAX_MINUTES) {
            return Optional.of("Invalid TWAP duration: " + order.minutes() + " min(s)");
        }
        if (!market.instrument().isValidSize(order.size())) {
            return Optional.of((order.size().isZero() ? Refusal.ZERO_SIZE : Refusal.INVALID_SIZE).text());
        }
        Price mark = market.mark();
        if (mark == null) {
            return Optional.of(Refusal.NO_LIQUIDITY.text());
        }
        boolean reduces = order.side().sign() == -account.size(market.id()).signum();
        if (order.reduceOnly() && !reduces) {
            return Optional.of("Reduce-only TWAP order would increase position.");
        }
        if (Money.notional(order.size(), mark).compareTo(MIN_VALUE) < 0) {
            Usd aMinute = new Usd(FixedPoint.divide(MIN_VALUE.e8(), order.minutes(), RoundingMode.HALF_UP));
            return Optional.of("TWAP order value too small. Min is $" + MIN_VALUE + ", which is $"
                    + RequestBudget.dollars(aMinute) + " per minute.");
        }
        return Optional.empty();
    }

    ActionResult cancel(Account account, VenueAction.CancelTwap cancel) {
        Twap twap = account.twaps.running(cancel.twapId());
        if (twap == null || twap.assetId() != cancel.assetId()) {
            return new ActionResult.TwapCanceled(Optional.of(MISSING));
        }
        end(account, twap, Twap.Status.TERMINATED);
        return new ActionResult.TwapCanceled(Optional.empty());
    }

    void terminateAll(Account account) {
        account.twaps.running().forEach(twap -> end(account, twap, Twap.Status.TERMINATED));
    }

    void terminateAll(Account account, MarketId market) {
        account.twaps.running().stream()
                .filter(twap -> twap.market().equals(market))
                .forEach(twap -> end(account, twap, Twap.Status.TERMINATED));
    }

    /** Venue time of the next slice of any TWAP. */
    long nextDueMs() {
        long next = Long.MAX_VALUE;
        for (Account account : venue.accounts()) {
            if (!account.twaps.isEmpty()) {
                for (Twap twap : account.twaps.running()) {
                    next = Math.min(next, twap.nextSliceMs());
                }
            }
        }
        return next;
    }

    /** Works every slice that is due. */
    void work(long dueMs) {
        for (Account account : venue.accounts()) {
            for (Twap twap : account.twaps.running()) {
                if (twap.nextSliceMs() <= dueMs) {
                    slice(account, twap);
                }
            }
        }
    }

    private void slice(Account account, Twap twap) {
        Market market = venue.requireMarket(twap.market());
        Quantity size = market.instrument().roundSize(wanted(twap));
        twap.sliceDone();
        boolean last = twap.slicesDone() >= twap.slices();
        VenueAction.PlaceTwap order = twap.order();
        SignedQuantity held = account.size(market.id());
        if (order.reduceOnly() && held.signum() != -order.side().sign()) {
            end(account, twap, Twap.Status.TERMINATED);
            return;
        }
        Price mark = market.mark();
        if (!size.isZero() && mark != null && venue.phase().triggers()) {
            execute(account, market, twap, size, mark);
        }
        if (last || twap.remaining().isZero()) {
            end(account, twap, Twap.Status.FINISHED);
        } else {
            venue.touched(account);
        }
    }

    private void execute(Account account, Market market, Twap twap, Quantity size, Price mark) {
        venue.nextAction();
        Side side = twap.order().side();
        Price bound = new Price(
                FixedPoint.multiplyDivide(mark.e8(), 100 + side.sign() * SLIPPAGE_PCT, 100, RoundingMode.HALF_EVEN));
        Price limit =
                market.instrument().roundPrice(bound, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
        OrderTicket ticket = new OrderTicket(
                market.assetId(), side, limit, size, twap.order().reduceOnly(), Tif.IOC, null, null);
        OrderResult result = entry.placeSlice(account, market, ticket, twap.id());
        if (result instanceof OrderResult.Filled filled) {
            twap.executed(filled.size(), Money.notional(filled.size(), filled.averagePrice()));
        }
    }

    private static Quantity wanted(Twap twap) {
        long total = twap.order().size().e8();
        long slices = twap.slices();
        long ordinary = total / slices;
        int number = twap.slicesDone();
        boolean last = number + 1 >= slices;
        long target = last ? total : FixedPoint.multiplyDivide(total, number + 1, slices, RoundingMode.HALF_EVEN);
        long want = target - twap.executed().e8();
        if (twap.order().randomize() && !last) {
            long spread = ordinary * RANDOM_PCT / 100;
            long random = Math.floorMod(Venue.mix(twap.id() * 65_536 + number), 2 * spread + 1);
            want += random - spread;
        }
        long most = last
                ? twap.remaining().e8()
                : Math.min(ordinary * CATCH_UP, twap.remaining().e8());
        return new Quantity(Math.clamp(want, 0, most));
    }

    private void end(Account account, Twap twap, Twap.Status status) {
        twap.end(status, venue.nowMs());
        account.twaps.put(twap);
        told(account, twap);
    }

    private void told(Account account, Twap twap) {
        venue.listener.onTwap(account, twap);
        venue.touched(account);
    }
}
