package dev.sparkstacker.backtest.export;

import dev.sparkstacker.backtest.optimize.Advice;
import dev.sparkstacker.backtest.optimize.Candidate;
import dev.sparkstacker.backtest.optimize.HeatMap;
import dev.sparkstacker.backtest.optimize.Metric;
import dev.sparkstacker.backtest.optimize.Optimization;
import dev.sparkstacker.backtest.optimize.Outcome;
import dev.sparkstacker.backtest.optimize.Scored;
import dev.sparkstacker.backtest.optimize.Validation;
import dev.sparkstacker.domain.config.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a search.
 *
 * <pre>
 *  trials.jsonl          every run, kept as it is done: a search that was stopped goes on from here
 *  trials.csv            candidates with score and metrics
 *  folds.csv             what was chosen on each training window, and what came of it on the test
 *  out-of-sample.csv     daily returns of the tests joined, and what one unit became
 *  heatmap.csv           the objective over each pair of parameters
 *  best/                 the best in sample as a whole run with its report, where one could be run
 *  optimization.json     advice with its evidence; written last, so that it stands only over a finished search
 * </pre>
 */
public final class OptimizationFolder {
    /** The file that is written last. */
    public static final String NAME = "optimization.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    private OptimizationFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Where a search is kept.
     *
     * @param overwrite whether a finished search there is replaced
     * @throws IOException if the folder holds something else, saying what
     */
    public static OptimizationFolder at(Path folder, boolean overwrite) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new IOException(absolute + " is a file; choose a folder");
        }
        OptimizationFolder found = new OptimizationFolder(absolute);
        boolean finished = Files.exists(absolute.resolve(NAME));
        if (finished && !overwrite) {
            throw new IOException(absolute + " holds a finished search; choose another folder, or --overwrite");
        }
        if (finished) {
            Files.delete(absolute.resolve(NAME));
            Files.deleteIfExists(found.trials());
        }
        boolean begun = Files.exists(found.trials());
        if (!finished
                && !begun
                && Files.isDirectory(absolute)
                && absolute.toFile().list().length > 0) {
            throw new IOException(absolute + " holds something that is no search; choose an empty folder");
        }
        Files.createDirectories(absolute);
        return found;
    }

    /** Where everything is written. */
    public Path place() {
        return folder;
    }

    /** Where runs are kept as they are done. */
    public Path trials() {
        return folder.resolve("trials.jsonl");
    }

    /** Writes a finished search. @throws IOException if the disk refuses; what is there then does not look finished */
    public Path write(Map<String, Object> identity, Optimization search) throws IOException {
        trials(search);
        folds(search.validation());
        outOfSample(search.validation());
        maps(search.maps());
        Path beside = folder.resolve(NAME + ".new");
        JSON.writeValue(beside, summary(identity, search));
        Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private void trials(Optimization search) throws IOException {
        List<String> columns = new ArrayList<>(names(search.tried().getFirst().candidate()));
        columns.add("score");
        List<Metric> metrics = List.of(Metric.values());
        metrics.forEach(metric -> columns.add(metric.word()));
        columns.add("refused");
        columns.add("trade_hash");
        try (CsvTable table = CsvTable.create(folder.resolve("trials.csv"), columns.toArray(String[]::new))) {
            for (int i = 0; i < search.tried().size(); i++) {
                Scored scored = search.tried().get(i);
                for (Parameter parameter : scored.candidate().parameters()) {
                    table.cell(parameter.value());
                }
                table.cell(number(scored.score()));
                Outcome outcome = search.outcomes().get(i);
                for (Metric metric : metrics) {
                    table.cell(
                            switch (outcome) {
                                case Outcome.Ran ran -> number(metric.of(ran));
                                case Outcome.Refused _ -> null;
                            });
                }
                switch (outcome) {
                    case Outcome.Ran ran -> table.cell(null).cell(ran.tradeHash());
                    case Outcome.Refused refused -> table.cell(refused.reason()).cell(null);
                }
                table.endRow();
            }
        }
    }

    private void folds(@Nullable Validation validation) throws IOException {
        try (CsvTable table = CsvTable.create(
                folder.resolve("folds.csv"),
                "fold",
                "train",
                "test_from",
                "test_to",
                "chosen",
                "train_score",
                "test_score",
                "test_trades")) {
            if (validation == null) {
                return;
            }
            int number = 0;
            for (Validation.Step step : validation.steps()) {
                String train = step.fold().train().stream()
                        .map(window -> time(window.fromMs()) + " to " + time(window.toMs()))
                        .collect(Collectors.joining(" and "));
                table.cell(++number)
                        .cell(train)
                        .cell(time(step.fold().test().fromMs()))
                        .cell(time(step.fold().test().toMs()))
                        .cell(step.chosen().candidate())
                        .cell(number(step.chosen().score()))
                        .cell(number(step.testScore()))
                        .cell(step.test() instanceof Outcome.Ran ran ? ran.trades() : null);
                table.endRow();
            }
        }
    }

    private void outOfSample(@Nullable Validation validation) throws IOException {
        try (CsvTable table = CsvTable.create(folder.resolve("out-of-sample.csv"), "day", "return", "one_unit")) {
            if (validation != null && validation.stitched() instanceof Outcome.Ran ran) {
                double unit = 1;
                int day = 0;
                for (double each : ran.dailyReturns()) {
                    unit *= 1 + each;
                    table.cell(++day).cell(each).cell(unit);
                    table.endRow();
                }
            }
        }
    }

    private void maps(List<HeatMap> maps) throws IOException {
        try (CsvTable table = CsvTable.create(
                folder.resolve("heatmap.csv"),
                "across",
                "across_value",
                "down",
                "down_value",
                "tried",
                "best",
                "mean")) {
            for (HeatMap map : maps) {
                for (int row = 0; row < map.cells().size(); row++) {
                    for (int column = 0; column < map.cells().get(row).size(); column++) {
                        HeatMap.Cell cell = map.cells().get(row).get(column);
                        table.cell(map.across().name())
                                .cell(map.across().values().get(column))
                                .cell(map.down().name())
                                .cell(map.down().values().get(row))
                                .cell(cell.tried())
                                .cell(number(cell.best()))
                                .cell(number(cell.mean()));
                        table.endRow();
                    }
                }
            }
        }
    }

    private static Map<String, Object> summary(Map<String, Object> identity, Optimization search) {
        Map<String, Object> summary = new LinkedHashMap<>(identity);
        summary.put("objective", search.objective().toString());
        summary.put("from", time(search.window().fromMs()));
        summary.put("to", time(search.window().toMs()));
        summary.put("combinations", search.space().size());
        summary.put("trials", search.tried().size());
        switch (search.advice()) {
            case Advice.Suggested suggested -> {
                summary.put("advice", "suggested");
                summary.put("candidate", parameters(suggested.candidate().candidate()));
                summary.put("evidence", evidence(suggested.candidate(), suggested.evidence()));
            }
            case Advice.Withheld withheld -> {
                summary.put("advice", "none");
                summary.put("reasons", withheld.reasons());
                summary.put("bestInSample", parameters(withheld.best().candidate()));
                summary.put("evidence", evidence(withheld.best(), withheld.evidence()));
            }
        }
        return summary;
    }

    private static Map<String, Object> evidence(Scored best, Advice.Evidence evidence) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("scoreInSample", number(best.score()));
        values.put("scoreOutOfSample", number(evidence.score()));
        values.put("tradesOutOfSample", evidence.trades());
        values.put("deflatedSharpe", number(evidence.deflatedSharpe()));
        values.put("neighboursTried", evidence.stability().neighbours());
        values.put("neighboursHolding", number(evidence.stability().share()));
        values.put("trials", evidence.trials());
        return values;
    }

    private static Map<String, String> parameters(Candidate candidate) {
        Map<String, String> parameters = new LinkedHashMap<>();
        candidate.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        return parameters;
    }

    private static List<String> names(Candidate candidate) {
        return candidate.parameters().stream().map(Parameter::name).toList();
    }

    /** A number, or nothing where it is not defined. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : null;
    }

    private static String time(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
