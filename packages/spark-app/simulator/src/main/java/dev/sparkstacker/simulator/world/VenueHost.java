package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.Tif;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.server.HttpReply;
import dev.sparkstacker.sandbox.server.SteppedVenue;
import dev.sparkstacker.sandbox.server.VenueDesk;
import dev.sparkstacker.sandbox.server.VenueLimits;
import dev.sparkstacker.sandbox.server.WsConnection;
import dev.sparkstacker.sandbox.server.WsPeer;
import dev.sparkstacker.simulator.schedule.Timeline;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The venue: the sandbox's exchange behind its protocol, moved along by the timeline. Its time is true time. */
public final class VenueHost {
    private static final long LATENCY_MS = 150;
    private static final long SLICE_MS = 1_000;
    private static final String CLIENT = "10.0.0.1";

    private final Timeline timeline;
    private final SimulatedPrices prices;
    private final FaultPlan faults;
    private final SteppedVenue venue;
    private final VenueDesk desk;
    private Timeline.@Nullable Entry armed;
    private long armedForMs = Long.MAX_VALUE;

    VenueHost(Timeline timeline, Setting setting, SplittableRandom random) {
        this.timeline = timeline;
        this.prices = setting.prices().apply(random.split());
        this.faults = new FaultPlan(random.nextLong());
        List<MarketSpec> specs = Scene.INSTRUMENTS.stream().map(MarketSpec::of).toList();
        this.venue = SteppedVenue.open(specs, VenueRules.venue().withLatencyMs(LATENCY_MS), prices, this::trueMs);
        for (Scene.Keys keys : Scene.KEYS) {
            Address owner = addressOf(keys);
            exchange().openAccount(owner, keys.id().name(), Scene.DEPOSIT);
            exchange()
                    .approveConfiguredAgent(
                            owner,
                            Address.of(keys.agent().address().text()),
                            keys.id().name());
        }
        this.desk = VenueDesk.on(venue, VenueLimits.venue(), faults);
        arm();
    }

    /** The exchange's name for an account. */
    public static Address addressOf(Scene.Keys keys) {
        return Address.of(keys.owner().address().text());
    }

    private long trueMs() {
        return Scene.START_MS + timeline.nowMs();
    }

    /** The venue's own books, brought up to now. */
    public Exchange exchange() {
        return venue.core().exchange();
    }

    /** What moves the exchange. */
    SteppedVenue venue() {
        return venue;
    }

    /** Adds a listener to what happens at the exchange. */
    public void listen(ExchangeListener listener) {
        venue.core().addListener(listener);
    }

    /** What goes wrong at its edges. */
    public FaultPlan faults() {
        return faults;
    }

    /** Moves a market's price at once, in millionths. */
    void shock(int market, long ppm) {
        prices.shock(market, ppm);
    }

    /** Brings the venue up to the timeline's now. */
    public void catchUp() {
        venue.stepTo(trueMs());
    }

    /** Somebody trades on an account by hand: at once, at any price, without a client id. */
    void tradeByHand(Scene.Keys keys, Instrument instrument, SignedQuantity size) {
        catchUp();
        Market market = exchange().market(instrument.market());
        Price mark = market == null ? null : market.mark();
        if (mark == null || size.isZero()) {
            return;
        }
        Side side = size.isLong() ? Side.BUY : Side.SELL;
        Price limit =
                instrument.roundPrice(new Price(mark.e8() / 100 * (size.isLong() ? 105 : 95)), RoundingMode.HALF_EVEN);
        OrderTicket ticket = new OrderTicket(instrument.assetId(), side, limit, size.abs(), false, Tif.IOC, null, null);
        submit(keys, new VenueAction.Place(List.of(ticket), VenueAction.Grouping.NONE));
    }

    /** Somebody lets an order rest on an account by hand, so many millionths on its side of the mark price. */
    void restByHand(Scene.Keys keys, Instrument instrument, SignedQuantity size, int awayPpm, boolean reduceOnly) {
        catchUp();
        Market market = exchange().market(instrument.market());
        Price mark = market == null ? null : market.mark();
        if (mark == null || size.isZero()) {
            return;
        }
        long ppm = 1_000_000L + (size.isLong() ? -awayPpm : awayPpm);
        Price limit = instrument.roundPrice(new Price(mark.e8() / 1_000_000 * ppm), RoundingMode.HALF_EVEN);
        Side side = size.isLong() ? Side.BUY : Side.SELL;
        OrderTicket ticket =
                new OrderTicket(instrument.assetId(), side, limit, size.abs(), reduceOnly, Tif.GTC, null, null);
        submit(keys, new VenueAction.Place(List.of(ticket), VenueAction.Grouping.NONE));
    }

    /** Somebody cancels what rests on an account without a client id. */
    void cancelByHand(Scene.Keys keys) {
        catchUp();
        Account account = exchange().account(addressOf(keys));
        List<VenueAction.CancelTarget> targets = account == null
                ? List.of()
                : account.openOrders().stream()
                        .filter(order -> order.cloid() == null)
                        .map(order -> new VenueAction.CancelTarget(
                                order.assetId(), new VenueAction.Target.ByOid(order.oid())))
                        .toList();
        if (!targets.isEmpty()) {
            submit(keys, new VenueAction.Cancel(targets));
        }
    }

    private void submit(Scene.Keys keys, VenueAction action) {
        exchange().submit(addressOf(keys), action, trueMs(), Long.MAX_VALUE, _ -> {});
        arm();
    }

    CompletableFuture<HttpReply> post(String path, String body) {
        catchUp();
        CompletableFuture<HttpReply> reply = desk.post(path, body.getBytes(StandardCharsets.UTF_8), CLIENT);
        arm();
        return reply;
    }

    WsConnection connect(WsPeer peer) {
        catchUp();
        WsConnection connection = desk.connect(peer, CLIENT);
        arm();
        return connection;
    }

    void receive(WsConnection connection, String frame) {
        catchUp();
        connection.receive(frame);
        arm();
    }

    /** Makes sure that the venue is moved when next something is due there, and each second for its prices. */
    private void arm() {
        long now = trueMs();
        long next = Math.max(now, Math.min(venue.nextDueMs(), now - Math.floorMod(now, SLICE_MS) + SLICE_MS));
        if (armed != null && armedForMs > now && armedForMs <= next) {
            return;
        }
        if (armed != null) {
            armed.cancel();
        }
        armedForMs = next;
        armed = timeline.after((next - Scene.START_MS) * 1_000_000 - timeline.nowNanos(), () -> {
            armed = null;
            catchUp();
            arm();
        });
    }
}
