package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.StopPolicy;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.guard.WatchdogView;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.domain.output.TradingState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code run}: starts an instance, waits, stops it in order.
 *
 * <pre>
 *  configuration judged ─► premises looked at ─► data folder taken ─► venue ─► instance ─► … ─► stopped in order
 *  └─────── nothing is made ───────────────────┘ └─ a refused start takes back what it made ─┘
 * </pre>
 */
public final class TradingLauncher implements RuntimeLauncher {
    private static final Duration READY_PATIENCE = Duration.ofSeconds(30);

    private final ConfigJudge judge;
    private final VenueLinks venues = new VenueLinks();

    /** A launcher that asks the judge before it starts anything. */
    public TradingLauncher(ConfigJudge judge) {
        this.judge = judge;
    }

    @Override
    public ExitCode run(EffectiveConfig config, Options options, Terminal terminal) {
        ConfigJudge.Judgement judgement = judge.judge(config);
        judgement.require();
        judgement.problems().forEach(warning -> terminal.err().println(warning.describe()));
        Premises.ofRun(config);
        RunEnd end = new RunEnd();
        try (Started started = start(config, options, terminal, end)) {
            stopOnSignals(started.runtime(), terminal);
            trade(config, options, started.runtime());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException locked) {
            throw StartFailures.explain(locked);
        }
        return ended(end, terminal);
    }

    /** An instance and the folder it has taken, given back when everything in it is closed. */
    private record Started(DataFolder data, TradingRuntime runtime) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                runtime.close();
            } finally {
                data.close();
            }
        }
    }

    private Started start(EffectiveConfig config, Options options, Terminal terminal, RunEnd end) {
        Traces traces = Traces.before(config.dataDir(), config.logDir());
        DataFolder data = DataFolder.open(config.dataDir());
        try {
            VenueLink venue = venues.open(config, options, data, terminal);
            return new Started(data, TradingRuntime.start(config, data, venue, terminal, options.summary(), end));
        } catch (Exception refused) {
            RuntimeException explained = StartFailures.explain(refused);
            takeBack(data, traces, explained);
            throw explained;
        }
    }

    private static void takeBack(DataFolder data, Traces traces, RuntimeException refused) {
        try {
            data.withdraw();
            traces.takeBack();
        } catch (IOException | RuntimeException alsoFailed) {
            refused.addSuppressed(alsoFailed);
        }
    }

    private static void trade(EffectiveConfig config, Options options, TradingRuntime runtime)
            throws InterruptedException {
        greet(config, runtime);
        startWatchdog(config, options, runtime);
        Duration runFor = options.runFor();
        Instant began = Instant.now();
        boolean ready =
                runtime.awaitReady(runFor != null && runFor.compareTo(READY_PATIENCE) < 0 ? runFor : READY_PATIENCE);
        if (ready) {
            runtime.summary().note("ready     trading is " + runtime.tradingState());
        } else if (!runtime.end().isAsked()) {
            boolean held = runtime.tradingState() == TradingState.HALTED;
            runtime.summary()
                    .note("waiting   trading is " + runtime.tradingState() + ": " + runtime.tradingReason()
                            + (held ? ". Enter again with: spark-stacker resume --reason ..." : ""));
        }
        runtime.summary().start();
        runtime.end().await(runFor == null ? null : runFor.minus(Duration.between(began, Instant.now())));
        bringToRest(config, runtime);
    }

    /** A watchdog that does not start is told and stands in the status; trading goes on as it would without. */
    private static void startWatchdog(EffectiveConfig config, Options options, TradingRuntime runtime) {
        if (!WatchdogView.isWanted(config)) {
            return;
        }
        try {
            runtime.summary()
                    .note("watchdog  started; what it does: " + WatchdogProcess.start(config, options.configuration()));
        } catch (IOException refused) {
            runtime.summary().note("watchdog  could not be started: " + refused.getMessage());
        }
    }

    private static void bringToRest(EffectiveConfig config, TradingRuntime runtime) throws InterruptedException {
        if (runtime.end().failure() != null) {
            return;
        }
        boolean flatten = config.config().shutdown().policy() == StopPolicy.FLATTEN
                || runtime.end().flattensFirst();
        if (flatten) {
            runtime.summary().note("stopping  closing every position first");
        }
        OpenPositions open = runtime.comeToRest(
                flatten, Duration.ofMillis(config.config().shutdown().timeoutMs()));
        if (!open.isAtRest(flatten)) {
            runtime.end().leaveUnfinished();
        }
        if (flatten) {
            runtime.summary()
                    .note(
                            open == OpenPositions.NONE
                                    ? "stopping  everything is closed"
                                    : "stopping  not everything could be closed in time; what is open keeps the stops"
                                            + " and targets that rest at the venue");
        }
    }

    private static ExitCode ended(RunEnd end, Terminal terminal) {
        Throwable failure = end.failure();
        if (failure != null) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Trading ended because of an error it could not handle: " + failure, failure);
        }
        terminal.out()
                .println(
                        switch (end.left()) {
                            case NONE -> "stopped   in order; nothing is open";
                            case PROTECTED ->
                                "stopped   in order; open positions keep their stops and targets at the venue";
                            case UNSETTLED ->
                                "stopped   an order was still on its way, or a position is not seen protected: look at"
                                        + " the venue, or start again, which reconciles first";
                        });
        return end.isUnfinished() ? ExitCode.FOUND : ExitCode.OK;
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

    private static void stopOnSignals(TradingRuntime runtime, Terminal terminal) {
        Signals.onKillSwitch(() -> runtime.halt("signal:" + Signals.KILL_SWITCH, "signal " + Signals.KILL_SWITCH));
        AtomicInteger signals = new AtomicInteger();
        Signals.onStop(() -> {
            if (signals.incrementAndGet() == 1) {
                runtime.summary().note("stopping  again Ctrl-C stops at once");
                runtime.end().ask();
            } else {
                terminal.err().println("stopped at once; the next start recovers from the journal");
                terminal.err().flush();
                Runtime.getRuntime().halt(130);
            }
        });
    }
}
