package dev.sparkstacker.app.port;

import dev.sparkstacker.domain.config.Parameter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked to be run; what is null was not said.
 *
 * @param strategy a strategy's type, or its id in the configuration
 * @param data file of bars, trades, quotes, or a recording
 * @param market the market it is of, or null for what its name says
 * @param interval bars to decide on
 * @param out folder to write
 * @param overwrite whether an earlier run there is replaced
 */
public record BacktestRequest(
        String strategy,
        Path data,
        @Nullable String market,
        List<Parameter> parameters,
        @Nullable String interval,
        Path out,
        boolean overwrite,
        Money money,
        Venue venue,
        Period period) {
    public BacktestRequest {
        parameters = List.copyOf(parameters);
    }

    /**
     * What is traded with, where the strategy stands in no configuration.
     *
     * @param balanceUsd what each account begins with
     * @param marginUsd margin of each position
     */
    public record Money(
            BigDecimal balanceUsd,
            @Nullable BigDecimal marginUsd,
            @Nullable Integer leverage,
            @Nullable BigDecimal stopPct,
            @Nullable BigDecimal targetPct,
            @Nullable BigDecimal maxHoldHours,
            @Nullable Integer cooldownBars) {}

    /**
     * How the simulated venue behaves.
     *
     * @param funding file of recorded rates
     * @param fundingPctHour rate an hour where no file is given
     */
    public record Venue(
            @Nullable BigDecimal takerFeePct,
            @Nullable BigDecimal makerFeePct,
            long latencyMs,
            @Nullable BigDecimal slippageBps,
            @Nullable Path funding,
            @Nullable BigDecimal fundingPctHour,
            long seed) {}

    /**
     * When it trades; ISO 8601 dates or times.
     *
     * @param threads how many paths run at the same time
     */
    public record Period(
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer warmUpBars,
            int threads) {}
}
