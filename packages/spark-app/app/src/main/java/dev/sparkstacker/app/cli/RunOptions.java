package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.port.BacktestRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.config.Parameter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What every run over recorded data is asked for with. */
final class RunOptions {
    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME",
            description = "A strategy's type (see \"strategies\"), or the id of one in the configuration.")
    private String strategy = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Bars, trades or best bids and offers as CSV, gzip allowed, or a recording (.ssm).")
    private Path data = Path.of("");

    @Option(names = "--market", paramLabel = "MARKET", description = "Market it is of. Default: from the file's name.")
    private @Nullable String market;

    @Option(names = "--param", paramLabel = "K=V", description = "A parameter of the strategy; may be repeated.")
    private List<String> parameters = List.of();

    @Option(names = "--interval", paramLabel = "1m", description = "Bars to decide on; finer data are put together.")
    private @Nullable String interval;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
    private Path out = Path.of("");

    @Option(names = "--overwrite", description = "Replace an earlier run in that folder.")
    private boolean overwrite;

    @ArgGroup(validate = false, heading = "%nMoney%n")
    private MoneyOptions money = new MoneyOptions();

    @ArgGroup(validate = false, heading = "%nVenue%n")
    private VenueOptions venue = new VenueOptions();

    @ArgGroup(validate = false, heading = "%nPeriod%n")
    private PeriodOptions period = new PeriodOptions();

    /** What is traded with. */
    static final class MoneyOptions {
        @Option(names = "--balance", paramLabel = "USD", description = "Each account begins with this. Default: 10000.")
        private BigDecimal balanceUsd = new BigDecimal("10000");

        @Option(
                names = "--margin",
                paramLabel = "USD",
                description = "Margin of each position of a strategy named by type. Default: a tenth of the balance.")
        private @Nullable BigDecimal marginUsd;

        @Option(names = "--leverage", paramLabel = "N", description = "Its leverage. Default: 5.")
        private @Nullable Integer leverage;

        @Option(names = "--stop-pct", paramLabel = "PCT", description = "Its stop, from the entry. Default: 5.")
        private @Nullable BigDecimal stopPct;

        @Option(names = "--target-pct", paramLabel = "PCT", description = "Its target, from the entry. Default: 10.")
        private @Nullable BigDecimal targetPct;

        @Option(names = "--max-hold-hours", paramLabel = "H", description = "Longest time held. Default: 24.")
        private @Nullable BigDecimal maxHoldHours;

        @Option(
                names = "--cooldown-bars",
                paramLabel = "N",
                description = "Bars to wait after a stop. Default: 3 for super-signal, else 0.")
        private @Nullable Integer cooldownBars;
    }

    /** How the simulated venue behaves. */
    static final class VenueOptions {
        @Option(names = "--taker-fee-pct", paramLabel = "PCT", description = "Instead of the market table's fee.")
        private @Nullable BigDecimal takerFeePct;

        @Option(names = "--maker-fee-pct", paramLabel = "PCT", description = "Instead of the market table's fee.")
        private @Nullable BigDecimal makerFeePct;

        @Option(names = "--latency-ms", paramLabel = "MS", description = "From an order to its effect. Default: 150.")
        private long latencyMs = 150;

        @Option(
                names = "--slippage-bps",
                paramLabel = "BPS",
                description = "Takers pay this from the price. Default: they walk the recorded or modelled book.")
        private @Nullable BigDecimal slippageBps;

        @Option(
                names = "--funding",
                paramLabel = "FILE",
                description = "Recorded funding rates: timestamp_ms,funding_rate.")
        private @Nullable Path funding;

        @Option(
                names = "--funding-rate-pct",
                paramLabel = "PCT",
                description = "Funding an hour where no file is given. Default: 0.00125, the venue's rate at rest.")
        private @Nullable BigDecimal fundingPctHour;

        @Option(names = "--seed", paramLabel = "N", description = "Seed of everything drawn. Default: 1.")
        private long seed = 1;
    }

    /** When it trades. */
    static final class PeriodOptions {
        @Option(names = "--from", paramLabel = "TIME", description = "Trade from here on: 2025-06-01, or with a time.")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "TIME", description = "Trade up to here.")
        private @Nullable String to;

        @Option(
                names = "--warm-up-bars",
                paramLabel = "N",
                description = "Bars before the first traded one. Default: what the engine reads at a live start.")
        private @Nullable Integer warmUpBars;

        @Option(names = "--threads", paramLabel = "N", description = "Default: 2 where there are two processors.")
        private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /** How many runs, or paths of one, may go on at the same time. */
    int threads() {
        return period.threads;
    }

    /** What was asked for. @throws CommandFailure if a parameter is no name and value */
    BacktestRequest request() {
        return new BacktestRequest(
                strategy,
                data,
                market,
                parsed(),
                interval,
                out,
                overwrite,
                new BacktestRequest.Money(
                        money.balanceUsd,
                        money.marginUsd,
                        money.leverage,
                        money.stopPct,
                        money.targetPct,
                        money.maxHoldHours,
                        money.cooldownBars),
                new BacktestRequest.Venue(
                        venue.takerFeePct,
                        venue.makerFeePct,
                        venue.latencyMs,
                        venue.slippageBps,
                        venue.funding,
                        venue.fundingPctHour,
                        venue.seed),
                new BacktestRequest.Period(period.from, period.to, period.warmUpBars, period.threads));
    }

    private List<Parameter> parsed() {
        List<Parameter> all = new ArrayList<>();
        for (String text : parameters) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--param is '" + text + "'; it takes name=value, such as fastBars=12.");
            }
            all.add(new Parameter(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip()));
        }
        return all;
    }
}
