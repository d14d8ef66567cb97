package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.OptimizeRequest;
import dev.sparkstacker.app.port.OptimizeTools;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.export.OptimizationFolder;
import dev.sparkstacker.backtest.export.RunFolder;
import dev.sparkstacker.backtest.optimize.Advice;
import dev.sparkstacker.backtest.optimize.LocalThreads;
import dev.sparkstacker.backtest.optimize.Optimization;
import dev.sparkstacker.backtest.optimize.Optimizer;
import dev.sparkstacker.backtest.optimize.RunEvaluation;
import dev.sparkstacker.backtest.optimize.Study;
import dev.sparkstacker.backtest.optimize.SweepException;
import dev.sparkstacker.backtest.optimize.SweepExecutor;
import dev.sparkstacker.backtest.optimize.TrialLog;
import dev.sparkstacker.backtest.result.ReportWriter;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.run.Backtest;
import dev.sparkstacker.backtest.run.BacktestException;
import dev.sparkstacker.backtest.run.RunSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Searches for parameters over recorded data. */
public final class OptimizeDesk implements OptimizeTools {
    private static final String BEST = "best";

    private final RunIdentity.Build build;
    private final String code;
    private final List<ReportWriter> reports;
    private final Consumer<Runnable> onStop;

    /**
     * Makes it.
     *
     * @param code names the build more closely than its commit, so that kept runs of other code are not taken for its own
     * @param reports write the best run for people to look at
     * @param onStop registers what is done when a person asks the process to stop
     */
    public OptimizeDesk(RunIdentity.Build build, String code, List<ReportWriter> reports, Consumer<Runnable> onStop) {
        this.build = build;
        this.code = code;
        this.reports = List.copyOf(reports);
        this.onStop = onStop;
    }

    @Override
    public ExitCode optimize(OptimizeRequest request, Supplier<EffectiveConfig> config, Terminal terminal) {
        try {
            BacktestInputs inputs = BacktestInputs.read(build, request.run(), config);
            SearchPlan plan = SearchPlan.of(request, inputs);
            OptimizationFolder folder =
                    OptimizationFolder.at(request.run().out(), request.run().overwrite());
            return search(plan, inputs, request, folder, terminal);
        } catch (DataException | BacktestException | SweepException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException | UncheckedIOException refused) {
            throw new CommandFailure(ExitCode.USAGE, "--out: " + refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(
                    ExitCode.FAILED, "Stopped. What was run is kept; the same command goes on from there.", stopped);
        }
    }

    private ExitCode search(
            SearchPlan plan,
            BacktestInputs inputs,
            OptimizeRequest request,
            OptimizationFolder folder,
            Terminal terminal)
            throws IOException, InterruptedException {
        Thread searching = Thread.currentThread();
        onStop.accept(searching::interrupt);
        RunEvaluation evaluation = new RunEvaluation(inputs.settings(), inputs.type(), inputs.data());
        try (TrialLog log = log(folder, plan.study(inputs, code));
                SweepExecutor executor = new LocalThreads(evaluation, request.threads());
                ProgressBar progress = new ProgressBar(terminal, "Runs", plan.expectedRuns())) {
            if (log.size() > 0) {
                terminal.err().println("Going on with " + log.size() + " runs that are kept in " + folder.trials());
            }
            AtomicLong done = new AtomicLong();
            Study study =
                    new Study(executor, log, plan.objective(), (task, outcome) -> progress.at(done.incrementAndGet()));
            Optimization found = new Optimizer(study, plan.space(), plan.searches()).run();
            if (found.hasBest()) {
                best(found, evaluation, inputs, folder, request.threads());
            }
            folder.write(plan.identity(inputs), found);
            tell(terminal.out(), found, folder);
            return ExitCode.OK;
        }
    }

    private static TrialLog log(OptimizationFolder folder, String study) throws IOException {
        try {
            return TrialLog.open(folder.trials(), study);
        } catch (IllegalArgumentException other) {
            throw new CommandFailure(ExitCode.USAGE, "--out: " + other.getMessage(), other);
        }
    }

    /** The best in sample as a whole run, which knows of how many it is the best and how its neighbours did. */
    private void best(
            Optimization found, RunEvaluation evaluation, BacktestInputs inputs, OptimizationFolder folder, int threads)
            throws IOException {
        RunSettings settings = evaluation
                .settings(found.best().parameters())
                .withPeriod(found.window().fromMs(), found.window().toMs())
                .withTrials(found.trials());
        RunFolder.at(folder.place().resolve(BEST), true)
                .write(new Backtest(settings, inputs.data(), threads).run().result(), reports);
    }

    private static void tell(PrintWriter out, Optimization found, OptimizationFolder folder) {
        out.println(
                found.tried().size() + " of " + found.space().size() + " combinations tried for " + found.objective());
        switch (found.advice()) {
            case Advice.Suggested suggested -> {
                out.println("suggested      " + suggested.candidate().candidate());
                evidence(out, suggested.candidate().score(), suggested.evidence());
            }
            case Advice.Withheld withheld -> {
                out.println("suggested      nothing");
                withheld.reasons().forEach(reason -> out.println("               " + reason));
                out.println("best in sample " + withheld.best().candidate());
                evidence(out, withheld.best().score(), withheld.evidence());
            }
        }
        out.println("Written to " + folder.place());
        out.flush();
    }

    private static void evidence(PrintWriter out, double inSample, Advice.Evidence evidence) {
        out.println(String.format(
                Locale.ROOT,
                "evidence       in sample %.4g, out of sample %.4g over %d trades; deflated Sharpe %s; %s",
                inSample,
                evidence.score(),
                evidence.trades(),
                evidence.deflatedSharpe().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.0f %%",
                                100 * evidence.deflatedSharpe().getAsDouble())
                        : "not known",
                evidence.stability().neighbours() == 0
                        ? "no neighbour was tried"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% of %d neighbours hold",
                                100 * evidence.stability().share(),
                                evidence.stability().neighbours())));
    }
}
