package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.RiskManager;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do with a proven difference between the venue's positions and the booked ones.
 *
 * <p>Where a flattening is under way the policy is CLOSE.
 *
 * <pre>
 *  the venue holds more, on the booked side ─┬─ ADOPT: exactly one leg may hold it? ─► that leg's, protected at once
 *                                            ├─ CLOSE ─► reduce-only exits until the venue says it is gone
 *                                            └─ HALT ─┐
 *  anything else, or no leg fits, or several do ──────┴─► HALTED and an incident that says why
 * </pre>
 */
final class UnknownPositions {
    private final World world;
    private final RiskManager risk;

    UnknownPositions(World world, RiskManager risk) {
        this.world = world;
        this.risk = risk;
    }

    /** Carries out the policy; returns how many differences it could not mend. */
    int onProven(Turn turn, AccountId account, List<Difference> differences, long readAtMs) {
        List<String> unsolved = new ArrayList<>();
        for (Difference difference : differences) {
            String why = solve(turn, account, difference, readAtMs);
            if (!why.isEmpty()) {
                unsolved.add(difference + " (" + why + ")");
            }
        }
        if (!unsolved.isEmpty()) {
            halt(turn, account, String.join("; ", unsolved));
        }
        return unsolved.size();
    }

    /** Carries out the policy; returns why that is not possible, or nothing where it is. */
    private String solve(Turn turn, AccountId account, Difference difference, long readAtMs) {
        if (difference.unexplained().isZero()) {
            world.strays().vanished(turn, account, difference.market());
            return "";
        }
        boolean flattens = world.clearances().flattens(account, difference.market());
        return switch (flattens ? UnknownPositionPolicy.CLOSE : world.config().unknownPositions()) {
            case HALT -> "policy halt";
            case ADOPT -> adopt(turn, account, difference, readAtMs);
            case CLOSE -> close(turn, account, difference);
        };
    }

    private String close(Turn turn, AccountId account, Difference difference) {
        if (!difference.isExcess()) {
            return "policy close: the venue holds less than the legs, or the other side";
        }
        Market market = world.market(difference.market());
        Desk desk = Desk.of(world, risk);
        world.strays().close(turn, account, market, desk, difference.unexplained());
        return "";
    }

    private String adopt(Turn turn, AccountId account, Difference difference, long readAtMs) {
        if (!difference.isExcess()) {
            return "policy adopt: the venue holds less than the legs, or the other side";
        }
        if (!difference.stray().isZero()) {
            return "policy adopt: a part of it is being closed";
        }
        if (world.market(difference.market()).instrument() == null) {
            return "policy adopt: the market's rules were not read";
        }
        List<Leg> candidates = candidates(account, difference);
        if (candidates.size() != 1) {
            String who = candidates.isEmpty()
                    ? "no leg may hold " + difference.side() + " there"
                    : "several legs may hold it: "
                            + candidates.stream()
                                    .map(leg -> leg.id().toString())
                                    .toList();
            return "policy adopt: " + who;
        }
        adopt(turn, candidates.getFirst(), difference, readAtMs);
        return "";
    }

    private void adopt(Turn turn, Leg leg, Difference difference, long readAtMs) {
        world.adoptions()
                .add(new Adoptions.Adoption(
                        leg.account(),
                        difference.market(),
                        difference.side(),
                        difference.unexplained().abs(),
                        readAtMs));
        turn.raise(
                IncidentCode.POSITION_ADOPTED,
                leg.account(),
                difference.market(),
                leg.id() + " takes over " + difference.unexplained() + ": " + difference);
        leg.adopt(turn, difference.side(), difference.unexplained().abs(), difference.entryPriceBeside(leg.position()));
    }

    private List<Leg> candidates(AccountId account, Difference difference) {
        List<Leg> candidates = new ArrayList<>();
        for (Pair pair : world.pairs()) {
            for (Leg leg : pair.legs()) {
                boolean here =
                        leg.account().equals(account) && leg.id().market().equals(difference.market());
                if (here && pair.mayAdopt(leg, difference.side())) {
                    candidates.add(leg);
                }
            }
        }
        return candidates;
    }

    private void halt(Turn turn, AccountId account, String unsolved) {
        turn.raise(
                IncidentCode.RECONCILIATION_MISMATCH,
                account,
                null,
                "The venue's positions differ from the booked ones: " + unsolved);
        if (world.gate().current() != TradingState.HALTED) {
            world.gate().hold(turn, TradingState.HALTED, "positions differ on " + account + ": " + unsolved, "engine");
        }
    }
}
