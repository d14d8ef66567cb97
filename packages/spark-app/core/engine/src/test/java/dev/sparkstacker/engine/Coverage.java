package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.LegState;
import java.util.List;

/**
 * What must hold at every instant of every scenario, once nothing more follows from what has happened: an open position
 * has a stop for the whole of it at the venue. Where the venue's news do not arrive, nothing can be asked of the engine.
 */
final class Coverage {
    private Coverage() {}

    static void everyOpenPositionHasItsStop(EngineScenario scenario) {
        for (Pair.State pair : scenario.engine.state().pairs()) {
            check(scenario, pair.main());
            LegRecord hedge = pair.hedge();
            if (hedge != null) {
                check(scenario, hedge);
            }
        }
    }

    private static void check(EngineScenario scenario, LegRecord leg) {
        FakeVenue venue = scenario.venue;
        boolean silent = venue.holdFills || !agrees(scenario, leg);
        boolean partly = leg.state() == LegState.EXITING
                && !leg.retreat().goal().isZero()
                && leg.position().exited().isZero();
        if (silent || (leg.state() != LegState.OPEN && !partly) || !scenario.isConnected(leg.account())) {
            return;
        }
        Quantity covered = venue.of(leg.account()).resting().stream()
                .filter(order -> order.request.leg().equals(leg.id()))
                .filter(order -> order.request.purpose() == OrderPurpose.STOP)
                .map(order -> order.remaining)
                .max(Quantity::compareTo)
                .orElse(Quantity.ZERO);
        assertThat(covered)
                .as(
                        "resting stop of %s, which holds %s",
                        leg.id(), leg.position().size())
                .isGreaterThanOrEqualTo(leg.position().size().abs());
    }

    /** Whether every fill in the leg's market was heard of. */
    private static boolean agrees(EngineScenario scenario, LegRecord leg) {
        SignedQuantity booked = SignedQuantity.ZERO;
        for (Pair.State pair : scenario.engine.state().pairs()) {
            LegRecord hedge = pair.hedge();
            for (LegRecord each : hedge == null ? List.of(pair.main()) : List.of(pair.main(), hedge)) {
                boolean same = each.account().equals(leg.account())
                        && each.id().market().equals(leg.id().market());
                booked = same ? booked.plus(each.position().size()) : booked;
            }
        }
        return booked.equals(scenario.venue.of(leg.account()).position(leg.id().market()));
    }
}
