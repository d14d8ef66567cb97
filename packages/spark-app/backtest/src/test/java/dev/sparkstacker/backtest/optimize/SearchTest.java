package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    private static final Window MONTH = new Window(0, 30L * 86_400_000);

    enum Kind {
        RANDOM,
        GENETIC,
        TPE;

        Search of(Space space, long budget, long seed) {
            return switch (this) {
                case RANDOM -> new RandomSearch(space, budget, seed);
                case GENETIC -> new GeneticSearch(space, budget, seed);
                case TPE -> new TpeSearch(space, budget, seed);
            };
        }
    }

    @TempDir
    Path folder;

    @Test
    void gridTriesEveryCombinationOnceInOrder() throws Exception {
        List<Scored> tried = search("grid", new GridSearch(Landscape.space()), new Landscape(), 2);

        assertThat(tried).hasSize(40 * 60);
        assertThat(tried.stream().map(scored -> scored.candidate().index()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(tried.stream().min(Scored.BEST_FIRST).orElseThrow().candidate())
                .hasToString("kept=7 x=12 y=30");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDrawnSearchTriesNothingTwiceAndKeepsItsBudget(Kind kind) throws Exception {
        List<Scored> tried = search("once", kind.of(Landscape.space(), 200, 1), new Landscape(), 2);

        assertThat(tried).hasSize(200);
        assertThat(tried.stream().map(scored -> scored.candidate().index())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theResultIsTheSameForTheSameSeedWhateverTheThreads(Kind kind) throws Exception {
        List<Scored> one = search("one", kind.of(Landscape.space(), 120, 9), new Landscape(), 1);
        List<Scored> four = search("four", kind.of(Landscape.space(), 120, 9), new Landscape(), 4);
        List<Scored> other = search("other", kind.of(Landscape.space(), 120, 10), new Landscape(), 4);

        assertThat(four).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSmallSpaceIsTriedWhollyAndThenTheSearchIsOver(Kind kind) throws Exception {
        Space space = new Space(
                List.of(new Dimension("x", List.of("1", "2", "3")), new Dimension("y", List.of("4", "5"))), List.of());

        List<Scored> tried = search("small", kind.of(space, 1_000, 3), new Landscape(), 1);

        Set<Long> indices = new TreeSet<>();
        tried.forEach(scored -> indices.add(scored.candidate().index()));
        assertThat(indices).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(tried).hasSize(6);
    }

    @Test
    void learningSearchesComeNearerThanChanceOverManySeeds() throws Exception {
        double random = 0;
        double genetic = 0;
        double tpe = 0;
        for (int seed = 1; seed <= 10; seed++) {
            random += distance(search("r" + seed, new RandomSearch(Landscape.space(), 150, seed), new Landscape(), 1));
            genetic +=
                    distance(search("g" + seed, new GeneticSearch(Landscape.space(), 150, seed), new Landscape(), 1));
            tpe += distance(search("t" + seed, new TpeSearch(Landscape.space(), 150, seed), new Landscape(), 1));
        }
        assertThat(genetic).isLessThan(random / 2);
        assertThat(tpe).isLessThan(random / 2);
    }

    /** Steps between the best that was found and the best there is. */
    private static double distance(List<Scored> tried) {
        List<Integer> places =
                tried.stream().min(Scored.BEST_FIRST).orElseThrow().candidate().places();
        return Math.abs(places.get(0) + 1 - Landscape.BEST_X) + Math.abs(places.get(1) + 1 - Landscape.BEST_Y);
    }

    @Test
    void aRefusedCandidateIsNoErrorAndNeverTheBest() throws Exception {
        Space space =
                new Space(List.of(new Dimension("x", List.of("9", "2")), new Dimension("y", List.of("5"))), List.of());

        List<Scored> tried = search("refused", new GridSearch(space), new Landscape(), 1);

        assertThat(tried.getFirst().score()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(tried.stream()
                        .min(Scored.BEST_FIRST)
                        .orElseThrow()
                        .candidate()
                        .parameters()
                        .getFirst()
                        .value())
                .isEqualTo("2");
    }

    @Test
    void aSearchThatWasCutGoesOnWithoutRunningAnythingAgain() throws Exception {
        Landscape whole = new Landscape();
        List<Scored> expected = search("whole", new TpeSearch(Landscape.space(), 96, 4), whole, 1);

        Landscape cut = new Landscape();
        Path log = folder.resolve("cut.jsonl");
        Evaluation failing = task -> {
            if (cut.runs.get() == 50) {
                throw new IllegalStateException("the lights went out");
            }
            return cut.run(task);
        };
        assertThatThrownBy(() -> search(log, new TpeSearch(Landscape.space(), 96, 4), failing, 1))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("the lights went out");
        Landscape rest = new Landscape();
        List<Scored> resumed = search(log, new TpeSearch(Landscape.space(), 96, 4), rest, 1);

        assertThat(resumed).isEqualTo(expected);
        assertThat(cut.runs.get() + rest.runs.get()).isEqualTo(whole.runs.get());
    }

    private List<Scored> search(String name, Search search, Evaluation evaluation, int threads) throws Exception {
        return search(folder.resolve(name + ".jsonl"), search, evaluation, threads);
    }

    private static List<Scored> search(Path file, Search search, Evaluation evaluation, int threads) throws Exception {
        try (TrialLog log = TrialLog.open(file, "study");
                SweepExecutor executor = new LocalThreads(evaluation, threads)) {
            Study study = new Study(executor, log, Objective.parse("return"), (task, outcome) -> {});
            return study.search(search, List.of(MONTH));
        }
    }
}
