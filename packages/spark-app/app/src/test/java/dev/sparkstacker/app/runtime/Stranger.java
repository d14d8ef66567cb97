package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.exchange.ActionResult;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.Tif;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody else with the keys of a paper account: trades on it at the venue, without a client id and unasked. */
final class Stranger {
    private static final MarketId ETH = new MarketId("ETH");
    private static final Quantity SIZE = Quantity.of("0.01");

    private final Sandbox venue;
    private final Address account;

    Stranger(Sandbox venue, String account) {
        this.venue = venue;
        this.account = Address.of(PaperAddresses.of(account));
    }

    /** Leaves a buy order resting far below the market. */
    void leaveAnEntry() throws Exception {
        place(Side.BUY, percentOfMark(70), false, Tif.GTC, null);
    }

    /** Opens a position, or enlarges one, on a side. */
    void open(Side side) throws Exception {
        place(side, percentOfMark(side == Side.BUY ? 105 : 95), false, Tif.IOC, null);
    }

    /** Leaves a stop under a position of its own of a side. */
    void protect(Side held) throws Exception {
        Price far = percentOfMark(held == Side.BUY ? 60 : 140);
        place(held.opposite(), far, true, Tif.GTC, new Trigger(TriggerKind.STOP_LOSS, far, true));
    }

    private void place(Side side, Price limit, boolean reduceOnly, Tif tif, @Nullable Trigger trigger)
            throws Exception {
        CompletableFuture<ActionResult> result = new CompletableFuture<>();
        venue.loop()
                .ask(exchange -> {
                    int asset = Objects.requireNonNull(exchange.market(ETH)).assetId();
                    OrderTicket ticket = new OrderTicket(asset, side, limit, SIZE, reduceOnly, tif, trigger, null);
                    VenueAction action = new VenueAction.Place(List.of(ticket), VenueAction.Grouping.NONE);
                    exchange.submit(account, action, exchange.nowMs(), Long.MAX_VALUE, result::complete);
                    return true;
                })
                .get(10, TimeUnit.SECONDS);
        ActionResult answer = result.get(10, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(ActionResult.Orders.class);
        assertThat(((ActionResult.Orders) answer).results())
                .noneMatch(ActionResult.OrderResult.Failed.class::isInstance);
    }

    /** A whole price, which every market takes. */
    private Price percentOfMark(long percent) throws Exception {
        Price mark = venue.loop()
                .ask(exchange -> Objects.requireNonNull(
                        Objects.requireNonNull(exchange.market(ETH)).mark()))
                .get(10, TimeUnit.SECONDS);
        return Price.of(Long.toString(mark.e8() / 100_000_000 * percent / 100));
    }
}
