package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {
    private static final long DAY_MS = 86_400_000;
    private static final Window YEAR = new Window(0, 360 * DAY_MS);

    @TempDir
    Path folder;

    @Test
    void suggestsWhatHoldsOutOfSampleWithItsEvidence() throws Exception {
        Advice advice = advise(new Landscape());

        assertThat(advice).isInstanceOf(Advice.Suggested.class);
        Advice.Suggested suggested = (Advice.Suggested) advice;
        assertThat(suggested.candidate().candidate()).hasToString("kept=7 x=12 y=30");
        assertThat(suggested.evidence().trades()).isEqualTo(288);
        assertThat(suggested.evidence().deflatedSharpe().orElseThrow()).isGreaterThan(Advice.SURE_ENOUGH);
        assertThat(suggested.evidence().stability().share()).isEqualTo(1);
    }

    @Test
    void suggestsNothingWhereTheProfitIsOnlyInTheTrainingData() throws Exception {
        Evaluation fitted = task -> {
            boolean seen = task.window().fromMs() == 0;
            List<Double> returns = new ArrayList<>();
            for (int day = 0; day < task.window().lengthMs() / DAY_MS; day++) {
                returns.add((seen ? 0.01 : -0.001) + (day % 3 - 1) * 0.01);
            }
            return new Outcome.Ran(returns, 10, 5, 100, "h");
        };

        Advice advice = advise(fitted);

        assertThat(advice).isInstanceOf(Advice.Withheld.class);
        assertThat(((Advice.Withheld) advice).reasons())
                .anyMatch(reason -> reason.contains("not above zero"))
                .anyMatch(reason -> reason.contains("worthless trials"));
    }

    @Test
    void suggestsNothingFromAFewTrades() throws Exception {
        Landscape landscape = new Landscape();
        Evaluation rare = task -> switch (landscape.run(task)) {
            case Outcome.Ran ran -> new Outcome.Ran(ran.dailyReturns(), 10, 5, 2, ran.tradeHash());
            case Outcome.Refused refused -> refused;
        };

        assertThat(((Advice.Withheld) advise(rare)).reasons())
                .containsExactly("Only 8 trades out of sample; fewer than 30 say nothing.");
    }

    @Test
    void suggestsNoPeakThatIsGoneOneStepFurther() throws Exception {
        Landscape landscape = new Landscape();
        Evaluation peak = task -> {
            boolean top = task.candidate().toString().equals("kept=7 x=12 y=30");
            Outcome.Ran best =
                    (Outcome.Ran) landscape.run(new Task(Landscape.space().at(new int[] {11, 29}), task.window()));
            return top
                    ? best
                    : new Outcome.Ran(
                            best.dailyReturns().stream()
                                    .map(each -> each - 0.009)
                                    .toList(),
                            1,
                            1,
                            50,
                            "low");
        };

        assertThat(((Advice.Withheld) advise(peak)).reasons()).anyMatch(reason -> reason.contains("neighbours"));
    }

    @Test
    void theStitchedTestsAreTheTestsOneAfterTheOther() throws Exception {
        try (TrialLog log = TrialLog.open(folder.resolve("stitched.jsonl"), "study");
                SweepExecutor executor = new LocalThreads(new Landscape(), 1)) {
            Study study = new Study(executor, log, Objective.parse("sharpe"), (task, outcome) -> {});
            Validation validation = Validation.of(
                    study, Folds.anchored(YEAR, 4), fold -> new RandomSearch(Landscape.space(), 40, fold));

            Outcome.Ran stitched = (Outcome.Ran) validation.stitched();
            List<Double> expected = new ArrayList<>();
            validation.steps().forEach(step -> expected.addAll(((Outcome.Ran) step.test()).dailyReturns()));
            assertThat(stitched.dailyReturns()).isEqualTo(expected).hasSize(288);
            assertThat(stitched.trades()).isEqualTo(288);
            assertThat(stitched.grossProfitUsd()).isCloseTo(40, within(1e-9));
        }
    }

    @Test
    void heatMapShowsBestAndMeanOfWhatWasTried() {
        Space space = new Space(
                List.of(
                        new Dimension("x", List.of("1", "2")),
                        new Dimension("y", List.of("1", "2")),
                        new Dimension("z", List.of("1", "2"))),
                List.of());
        List<Scored> tried = List.of(
                new Scored(space.at(new int[] {0, 0, 0}), 1),
                new Scored(space.at(new int[] {0, 0, 1}), -3),
                new Scored(space.at(new int[] {1, 0, 0}), Double.NEGATIVE_INFINITY));

        HeatMap map = HeatMap.of(space, tried, 0, 1);

        HeatMap.Cell corner = map.cells().getFirst().getFirst();
        assertThat(corner.tried()).isEqualTo(2);
        assertThat(corner.best()).hasValue(1);
        assertThat(corner.mean()).hasValue(-1);
        assertThat(map.cells().getFirst().getLast().tried()).isZero();
        assertThat(map.cells().getLast().getFirst().best()).isEmpty();
    }

    private Advice advise(Evaluation evaluation) throws Exception {
        Space space = Landscape.space();
        try (TrialLog log = TrialLog.open(folder.resolve("advice.jsonl"), "study");
                SweepExecutor executor = new LocalThreads(evaluation, 2)) {
            Study study = new Study(executor, log, Objective.parse("return"), (task, outcome) -> {});
            List<Scored> tried = study.search(new GridSearch(space), List.of(YEAR));
            List<Outcome> outcomes =
                    study.outcomes(tried.stream().map(Scored::candidate).toList(), List.of(YEAR));
            Validation validation = Validation.of(study, Folds.anchored(YEAR, 4), fold -> new GridSearch(space));
            return Advice.of(space, tried, outcomes, validation, study.objective());
        }
    }
}
