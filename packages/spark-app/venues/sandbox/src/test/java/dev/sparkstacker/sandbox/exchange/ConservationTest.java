package dev.sparkstacker.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sparkstacker.sandbox.exchange.Records.LiquidationMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens on the venue, no money and no position is made or lost, and nobody owes what nobody took over. The
 * ledger that it is held against is the {@link Rig}'s own, made of fills, funding and ledger entries alone.
 */
class ConservationTest {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    private static final int STEPS = 1_500;

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void moneyAndPositionsAreConservedUnderEverythingThatCanHappen() {
        for (long seed : SEEDS) {
            RandomVenue venue = new RandomVenue(seed);
            for (int step = 0; step < STEPS; step++) {
                try {
                    venue.step();
                    venue.rig.assertBooksBalance();
                    venue.rig.assertNobodyIsBelowZero();
                } catch (AssertionError | RuntimeException broken) {
                    fail("seed " + seed + ", step " + step, broken);
                }
            }
            count(venue.rig);
        }
        assertThat(seen.keySet())
                .as("what the seeds reached: %s", seen)
                .contains(
                        "closed in the book",
                        "closed in part",
                        "taken over",
                        "deleveraged",
                        "funding",
                        "slices",
                        "VaultDeposit",
                        "VaultWithdrawal",
                        "InternalTransfer",
                        "SubAccountTransfer",
                        "ClassTransfer",
                        "SpotTransfer",
                        "Withdrawal");
    }

    private void count(Rig rig) {
        for (Records.Execution fill : rig.fills) {
            Records.LiquidationTag tag = fill.liquidation();
            if (fill.twapId() != null) {
                saw("slices");
            }
            if (fill.direction().equals("Auto-Deleveraging")) {
                saw("deleveraged");
            } else if (tag != null && tag.method() == LiquidationMethod.BACKSTOP) {
                saw("taken over");
            } else if (tag != null) {
                saw("closed in the book");
            }
        }
        for (Account account : rig.exchange.accounts()) {
            account.ledger().forEach(entry -> saw(entry.detail().getClass().getSimpleName()));
            account.fundings().forEach(_ -> saw("funding"));
            if (account.partialLiquidationAtMs() != null) {
                saw("closed in part");
            }
        }
    }

    private void saw(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
