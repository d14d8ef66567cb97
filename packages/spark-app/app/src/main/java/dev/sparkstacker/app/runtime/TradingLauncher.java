package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.StopPolicy;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlException;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.IncompatibleJournalException;
import dev.sparkstacker.journal.JournalLockedException;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.telemetry.http.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code run}: starts an instance, waits, stops it in order. */
public final class TradingLauncher implements RuntimeLauncher {
    private static final Duration READY_PATIENCE = Duration.ofSeconds(30);

    private final VenueLinks venues;

    /** A launcher that finds the venue as the configuration says. */
    public TradingLauncher() {
        this(new VenueLinks());
    }

    TradingLauncher(VenueLinks venues) {
        this.venues = venues;
    }

    @Override
    public ExitCode run(EffectiveConfig config, Options options, Terminal terminal) {
        try (DataFolder data = DataFolder.open(config.dataDir())) {
            VenueLink venue = venues.open(config, options, data, terminal);
            return trade(config, options, data, venue, terminal);
        } catch (ConfigException unfit) {
            throw unfit(unfit);
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The disk refuses: " + failure.getMessage() + ". Free space or fix permissions of "
                            + config.dataDir() + ", then start again.",
                    failure);
        }
    }

    private static ExitCode trade(
            EffectiveConfig config, Options options, DataFolder data, VenueLink venue, Terminal terminal) {
        TradingRuntime runtime = start(config, options, data, venue, terminal);
        stopOnSignals(runtime, terminal);
        boolean open = false;
        try {
            greet(config, runtime);
            Duration runFor = options.runFor();
            Instant began = Instant.now();
            boolean ready = runtime.awaitReady(
                    runFor != null && runFor.compareTo(READY_PATIENCE) < 0 ? runFor : READY_PATIENCE);
            if (ready) {
                runtime.summary().note("ready     trading is " + runtime.tradingState());
            } else if (runtime.failure() == null) {
                boolean held = runtime.tradingState() == TradingState.HALTED;
                runtime.summary()
                        .note("waiting   trading is " + runtime.tradingState() + ": " + runtime.tradingReason()
                                + (held ? ". Enter again with: spark-stacker resume --reason ..." : ""));
            }
            runtime.summary().start();
            runtime.awaitEnd(runFor == null ? null : runFor.minus(Duration.between(began, Instant.now())));
            flattenIfWanted(config, runtime);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open = runtime.holdsPositions();
            runtime.close();
        }
        Throwable failure = runtime.failure();
        if (failure != null) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Trading ended because of an error it could not handle: " + failure, failure);
        }
        terminal.out()
                .println(
                        open
                                ? "stopped   in order; open positions keep their stops and targets at the venue"
                                : "stopped   in order; nothing is open");
        return ExitCode.OK;
    }

    private static void flattenIfWanted(EffectiveConfig config, TradingRuntime runtime) throws InterruptedException {
        boolean byPolicy = config.config().shutdown().policy() == StopPolicy.FLATTEN;
        if (runtime.failure() == null && (byPolicy || runtime.flattensFirst())) {
            runtime.summary().note("stopping  closing every position first");
            boolean flat =
                    runtime.flatten(Duration.ofMillis(config.config().shutdown().timeoutMs()));
            runtime.summary()
                    .note(
                            flat
                                    ? "stopping  everything is closed"
                                    : "stopping  not everything could be closed in time; stops and targets rest at the venue");
        }
    }

    private static void greet(EffectiveConfig config, TradingRuntime runtime) {
        runtime.summary()
                .note("mode      " + (config.isLive() ? "LIVE: real orders" : "paper: no order reaches a real market"));
        runtime.summary().note("prices    " + runtime.feed());
        if (!config.isLive()) {
            runtime.summary()
                    .note("rules     least order value "
                            + config.config().paper().venueRules().minNotionalUsd()
                            + " USD (the real venue: 10 USD), "
                            + config.config().paper().venueRules().addressBudget()
                            + " actions before trading adds more (the real venue: 10000)");
        }
        runtime.summary()
                .note("health    http://" + config.config().ports().bindAddress() + ":" + runtime.healthPort()
                        + "/health   metrics http://" + config.config().ports().bindAddress() + ":"
                        + runtime.metricsPort() + "/metrics");
    }

    private static TradingRuntime start(
            EffectiveConfig config, Options options, DataFolder data, VenueLink venue, Terminal terminal) {
        try {
            return TradingRuntime.start(config, data, venue, terminal, options.summary());
        } catch (VenueSetupException | ControlException refused) {
            throw failed(ExitCode.ENVIRONMENT, refused.getMessage(), refused);
        } catch (ConfigException unfit) {
            throw unfit(unfit);
        } catch (CorruptJournalException | IncompatibleJournalException | RecoveryException broken) {
            throw failed(ExitCode.ENVIRONMENT, broken.getMessage(), broken);
        } catch (JournalLockedException | PortInUseException | StoreException taken) {
            throw failed(ExitCode.ENVIRONMENT, taken.getMessage(), taken);
        } catch (IOException | UncheckedIOException disk) {
            throw failed(
                    ExitCode.ENVIRONMENT,
                    "The disk refuses: " + disk.getMessage() + ". Free space or fix permissions, then start again.",
                    disk);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(ExitCode.FAILED, "interrupted while starting", interrupted);
        }
    }

    private static CommandFailure unfit(ConfigException unfit) {
        List<String> problems = unfit.problems().stream().map(Problem::describe).toList();
        return new CommandFailure(ExitCode.USAGE, String.join("\n", problems), unfit);
    }

    private static CommandFailure failed(ExitCode code, @Nullable String message, Exception cause) {
        return new CommandFailure(code, String.valueOf(message), cause);
    }

    private static void stopOnSignals(TradingRuntime runtime, Terminal terminal) {
        AtomicInteger signals = new AtomicInteger();
        Signals.onStop(() -> {
            if (signals.incrementAndGet() == 1) {
                runtime.summary().note("stopping  again Ctrl-C stops at once");
                runtime.requestEnd();
            } else {
                terminal.err().println("stopped at once; the next start recovers from the journal");
                terminal.err().flush();
                Runtime.getRuntime().halt(130);
            }
        });
    }
}
