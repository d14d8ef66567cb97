package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.hyperliquid.http.ReadException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account at a venue that a test moves: it does what it is asked, a failing reading at a time if told so. */
final class ScriptedDoor implements AccountDoor {
    static final MarketId ETH = new MarketId("ETH");
    static final MarketId BTC = new MarketId("BTC");

    final List<VenuePosition> positions = new ArrayList<>();
    final List<VenueOrder> orders = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    long nowMs = 1_000_000;
    String switchAnswer = ACCEPTED;
    int failingReads;
    int deafCancels;
    int unfilledCloses;

    @Override
    public AccountId account() {
        return new AccountId("main");
    }

    @Override
    public synchronized long venueTimeMs() {
        return nowMs;
    }

    @Override
    public synchronized Standing read() throws ReadException {
        if (failingReads > 0) {
            failingReads--;
            throw new ReadException("HTTP 503");
        }
        return new Standing(positions, orders, nowMs);
    }

    @Override
    public synchronized String cancel(List<VenueOrder> wanted) {
        sent.add("cancel " + wanted.stream().map(VenueOrder::orderId).toList());
        if (deafCancels > 0) {
            deafCancels--;
            return "unknown: HTTP 502";
        }
        wanted.forEach(gone -> orders.removeIf(order -> order.orderId() == gone.orderId()));
        return "accepted";
    }

    @Override
    public synchronized String close(Triage.Closing closing, Rate cap) {
        sent.add("close " + closing.side() + " " + closing.size() + " " + closing.market() + " cap " + cap);
        if (unfilledCloses > 0) {
            unfilledCloses--;
            return "accepted, nothing filled";
        }
        positions.removeIf(held ->
                held.market().equals(closing.market()) && held.size().abs().equals(closing.size()));
        return "filled";
    }

    @Override
    public synchronized String scheduleCancel(@Nullable Long atMs) {
        sent.add("scheduleCancel " + atMs);
        return switchAnswer;
    }

    synchronized void hold(MarketId market, String size) {
        positions.add(new VenuePosition(
                market,
                SignedQuantity.of(size),
                Price.of("2000"),
                new Leverage(10),
                MarginMode.ISOLATED,
                Usd.of("1"),
                Usd.ZERO,
                null));
    }

    synchronized void stop(long id, MarketId market, Side side, String size) {
        rest(id, market, side, size, true, new Trigger(TriggerKind.STOP_LOSS, Price.of("1900"), true));
    }

    synchronized void target(long id, MarketId market, Side side, String size) {
        rest(id, market, side, size, true, new Trigger(TriggerKind.TAKE_PROFIT, Price.of("2200"), true));
    }

    synchronized void entry(long id, MarketId market, Side side, String size) {
        rest(id, market, side, size, false, null);
    }

    private void rest(long id, MarketId market, Side side, String size, boolean reduceOnly, @Nullable Trigger trigger) {
        Quantity quantity = Quantity.of(size);
        orders.add(new VenueOrder(
                id, null, market, side, Price.of("1900"), quantity, quantity, reduceOnly, trigger, nowMs));
    }

    synchronized List<Long> resting() {
        return orders.stream().map(VenueOrder::orderId).toList();
    }
}
