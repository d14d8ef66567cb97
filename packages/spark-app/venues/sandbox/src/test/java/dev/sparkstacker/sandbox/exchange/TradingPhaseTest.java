package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static dev.sparkstacker.sandbox.exchange.Rig.ETH;
import static dev.sparkstacker.sandbox.exchange.Rig.errorOf;
import static dev.sparkstacker.sandbox.exchange.Rig.limit;
import static dev.sparkstacker.sandbox.exchange.Rig.oidOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Maintenance and misbehaviour of the exchange as a whole. */
class TradingPhaseTest {
    private static final String HALTED = "Trading is halted. asset=1";
    private static final String POST_ONLY = "Only post-only orders allowed immediately after network upgrade asset=1";

    private final Rig rig = new Rig();

    @AfterEach
    void booksBalance() {
        rig.assertBooksBalance();
    }

    private ActionResult cancel(long oid) {
        VenueAction.Target target = new VenueAction.Target.ByOid(oid);
        return rig.act(ALICE, new VenueAction.Cancel(List.of(new VenueAction.CancelTarget(1, target))));
    }

    @Test
    void afterAnUpgradeOnlyPostOnlyOrdersMayComeAndNoTriggerFires() {
        rig.place(ALICE, limit(Side.BUY, "1", "2600", Tif.IOC));
        rig.place(ALICE, Rig.trigger(Side.SELL, "1", TriggerKind.STOP_LOSS, "2450", "2300"));
        rig.exchange.phase(TradingPhase.POST_ONLY);

        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2600", Tif.IOC))))
                .isEqualTo(POST_ONLY);
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.GTC))))
                .isEqualTo(POST_ONLY);
        OrderResult resting = rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.ALO));
        assertThat(resting).isInstanceOf(OrderResult.Resting.class);
        rig.price("2440");
        assertThat(rig.account(ALICE).size(ETH).isLong()).as("the stop waits").isTrue();
        assertThat(cancel(oidOf(resting))).isEqualTo(new ActionResult.Cancels(List.of(Optional.empty())));

        rig.exchange.phase(TradingPhase.NORMAL);
        rig.price("2440");
        assertThat(rig.account(ALICE).positions()).as("and fires").isEmpty();
    }

    @Test
    void inACancelOnlyPeriodOrdersCanOnlyGoAndNothingFills() {
        long oid = oidOf(rig.place(ALICE, limit(Side.BUY, "1", "2499", Tif.GTC)));
        rig.exchange.phase(TradingPhase.CANCEL_ONLY);

        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.ALO))))
                .isEqualTo(HALTED);
        rig.print(Side.SELL, "2400", "50");
        rig.price("2450");
        assertThat(rig.fills).isEmpty();
        assertThat(cancel(oid)).isEqualTo(new ActionResult.Cancels(List.of(Optional.empty())));
    }

    @Test
    void whileHaltedNothingIsTakenAndAfterwardsTheRestingOrderStillStands() {
        long oid = oidOf(rig.place(ALICE, limit(Side.BUY, "1", "2499", Tif.GTC)));
        rig.exchange.phase(TradingPhase.HALTED);

        assertThat(errorOf(rig.place(BOB, limit(Side.SELL, "1", "2400", Tif.IOC))))
                .isEqualTo(HALTED);
        assertThat(cancel(oid)).isEqualTo(new ActionResult.Cancels(List.of(Optional.of(HALTED))));
        VenueAction.Modification modification =
                new VenueAction.Modification(new VenueAction.Target.ByOid(oid), limit(Side.BUY, "1", "2498", Tif.ALO));
        assertThat(rig.act(ALICE, new VenueAction.Modify(List.of(modification), true, true)))
                .isEqualTo(new ActionResult.Refused(HALTED));
        assertThat(rig.act(ALICE, new VenueAction.UpdateLeverage(1, true, 5)))
                .isEqualTo(new ActionResult.Refused("Trading is halted."));
        assertThat(rig.act(ALICE, new VenueAction.SendUsd(BOB, Usd.of("1"))))
                .isEqualTo(new ActionResult.Refused("Trading is halted."));
        rig.print(Side.SELL, "2400", "50");
        assertThat(rig.fills).isEmpty();

        rig.exchange.phase(TradingPhase.NORMAL);
        rig.print(Side.SELL, "2400", "50");
        assertThat(rig.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.oid()).isEqualTo(oid));
    }

    @Test
    void aModifyMayEndHalfDone() {
        long oid = oidOf(rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.GTC)));
        rig.exchange.faults().failModifies("Insufficient margin to place order.", 1);
        VenueAction.Modification modification =
                new VenueAction.Modification(new VenueAction.Target.ByOid(oid), limit(Side.BUY, "1", "2410", Tif.ALO));

        ActionResult result = rig.act(ALICE, new VenueAction.Modify(List.of(modification), false, false));

        assertThat(result)
                .isEqualTo(new ActionResult.Orders(List.of(new OrderResult.Failed(
                        "Error placing new order during modify: Insufficient margin to place order."))));
        assertThat(rig.account(ALICE).openOrders()).as("the old one is gone").isEmpty();
        assertThat(rig.statuses).last().isEqualTo(oid + " canceled");
        long next = oidOf(rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.GTC)));
        VenueAction.Modification again =
                new VenueAction.Modification(new VenueAction.Target.ByOid(next), limit(Side.BUY, "1", "2410", Tif.ALO));
        rig.act(ALICE, new VenueAction.Modify(List.of(again), false, false));
        assertThat(rig.account(ALICE).openOrders()).as("only once").hasSize(1);
    }

    @Test
    void aChangeOfLeverageMayBeAnsweredAndNotDone() {
        rig.act(ALICE, new VenueAction.UpdateLeverage(1, true, 3));
        rig.exchange.faults().ignoreLeverage(1);

        assertThat(rig.act(ALICE, new VenueAction.UpdateLeverage(1, true, 1))).isEqualTo(new ActionResult.Done());
        assertThat(rig.account(ALICE).leverage(rig.market()).leverage()).isEqualTo(3);
        rig.exchange.faults().replaceLeverage(25, 1);
        assertThat(rig.act(ALICE, new VenueAction.UpdateLeverage(1, true, 1))).isEqualTo(new ActionResult.Done());
        assertThat(rig.account(ALICE).leverage(rig.market()).leverage()).isEqualTo(25);
        assertThat(rig.act(ALICE, new VenueAction.UpdateLeverage(1, true, 1))).isEqualTo(new ActionResult.Done());
        assertThat(rig.account(ALICE).leverage(rig.market()).leverage()).isEqualTo(1);
    }
}
