package dev.sparkstacker.app.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked to be searched.
 *
 * @param run the run that is varied; its folder is the search's
 * @param varied parameters as written, {@code fastBars=5..20}
 * @param search {@code grid}, {@code random}, {@code genetic} or {@code tpe}
 * @param trials how many candidates are tried at most, where the search draws
 * @param objective what is maximised, as written
 * @param seed of what the search draws
 * @param threads how many runs go on at the same time
 */
public record OptimizeRequest(
        BacktestRequest run,
        List<String> varied,
        String search,
        long trials,
        String objective,
        Validation validation,
        long seed,
        int threads) {
    public OptimizeRequest {
        varied = List.copyOf(varied);
    }

    /**
     * How the choice is judged on data it has not seen.
     *
     * @param kind {@code anchored}, {@code rolling} or {@code purged}
     * @param folds how many
     * @param trainParts length of a rolling training window in test windows, or null for 3
     */
    public record Validation(
            String kind, int folds, @Nullable Integer trainParts) {}
}
