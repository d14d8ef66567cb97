package dev.sparkstacker.risk.check;

import dev.sparkstacker.risk.Check;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All pre-trade checks, in the order in which they are made and told. Every one is made, whatever the others say; the
 * first that fails names the denial.
 */
public final class PreTradeChecks {
    private static final List<EntryCheck> ORDER = List.of(
            StateChecks::tradingState,
            StateChecks::killSwitch,
            StateChecks::reconciled,
            StateChecks::breaker,
            StateChecks::equityKnown,
            StateChecks::schedule,
            DataChecks::feed,
            DataChecks::quoteAge,
            DataChecks::mark,
            StateChecks::duplicate,
            StateChecks::opposite,
            OrderChecks::rate,
            OrderChecks::wholeLots,
            OrderChecks::venueMinimum,
            OrderChecks::minSize,
            OrderChecks::maxSize,
            OrderChecks::priceCollar,
            ExposureChecks::positionSize,
            ExposureChecks::concurrentPositions,
            ExposureChecks::grossExposure,
            ExposureChecks::worstCase,
            LeverageChecks::offered,
            LeverageChecks::allowed,
            LeverageChecks::confirmed,
            LeverageChecks::marginMode,
            BookChecks::depth,
            BookChecks::spread,
            BookChecks::slippage,
            LossChecks::dailyBudget,
            LossChecks::stopBeforeLiquidation,
            LossChecks::stopPresent,
            LossChecks::stopSide,
            LossChecks::target);

    private PreTradeChecks() {}

    /** Makes all checks. */
    public static List<Check> run(ProposedEntry entry, EntryFacts facts) {
        List<Check> checks = new ArrayList<>(ORDER.size());
        for (EntryCheck each : ORDER) {
            checks.add(each.check(entry, facts));
        }
        return checks;
    }

    /** How many there are. */
    public static int count() {
        return ORDER.size();
    }

    /** The first that failed, or null where all passed. */
    public static @Nullable Check firstFailed(List<Check> checks) {
        for (Check check : checks) {
            if (!check.passed()) {
                return check;
            }
        }
        return null;
    }
}
