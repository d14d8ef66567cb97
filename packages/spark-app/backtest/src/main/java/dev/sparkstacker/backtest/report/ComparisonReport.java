package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.compare.Comparison;
import dev.sparkstacker.backtest.compare.WrittenRun;
import dev.sparkstacker.backtest.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes several runs beside each other as one HTML file: equity, figures, settings that differ, where trades part. */
public final class ComparisonReport {
    /** The file's name. */
    public static final String NAME = "comparison.html";

    private static final int MOST_POINTS = 2_000;
    private static final String EQUITY = "equity.csv";
    private static final String HEADER = "time_ms,time,equity_usd,below_peak_usd";

    private ComparisonReport() {}

    /**
     * Writes it.
     *
     * @param folders of runs, the first of which the others are compared with
     * @throws DataException if one of them holds no run
     */
    public static void write(List<Path> folders, Path file) throws IOException {
        List<WrittenRun> runs = folders.stream().map(WrittenRun::read).toList();
        Comparison comparison = Comparison.of(runs);
        JsonText data = new JsonText();
        data.openObject().name("runs").openArray();
        for (int i = 0; i < folders.size(); i++) {
            equity(data, runs.get(i).name(), folders.get(i).resolve(EQUITY));
        }
        data.closeArray().closeObject();
        String title = "Comparison of " + String.join(", ", comparison.runs());
        Files.writeString(file, Page.of(title, body(title, comparison), data.toString()));
    }

    private static Html body(String title, Comparison comparison) {
        Html body = new Html();
        body.open("main").open("header").leaf("h1", title).close("header").line();
        body.add(Sections.section("equity", "Equity beside each other"));
        Charts.chart(body, "runs-chart", "Equity of each run in percent of what it began with");
        body.close("section").line();
        body.add(Sections.section("figures", "What they were worth"));
        table(body, "figure", comparison.runs(), comparison.figures());
        body.close("section").line();
        body.add(Sections.section("settings", "What differs in what they were"));
        if (comparison.settings().isEmpty()) {
            body.leaf("p", "Nothing: code, data, strategy, rules and execution are the same.");
        } else {
            table(body, "setting", comparison.runs(), comparison.settings());
        }
        body.close("section").line();
        body.add(Sections.section("divergences", "Where their trades part")).open("ul", "class", "findings");
        comparison.divergences().forEach(text -> body.leaf("li", text));
        return body.close("ul").close("section").close("main").line();
    }

    private static void table(Html html, String first, List<String> runs, List<List<String>> rows) {
        html.open("div", "class", "scroll")
                .open("table")
                .open("thead")
                .open("tr")
                .leaf("th", first, "scope", "col");
        runs.forEach(run -> html.leaf("th", run, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            html.open("tr").leaf("th", row.getFirst(), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> html.leaf("td", cell, "class", "number"));
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("div");
    }

    private static void equity(JsonText data, String name, Path file) throws IOException {
        List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        if (lines.size() < 2 || !lines.getFirst().equals(HEADER)) {
            throw new DataException(file, 1, "is no equity of a backtest: its header is not " + HEADER);
        }
        List<Long> times = new ArrayList<>();
        List<Double> percents = new ArrayList<>();
        double start = point(lines, 1, file);
        Buckets buckets = Buckets.of(lines.size() - 1, MOST_POINTS);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            int row = buckets.to(bucket);
            times.add(Math.round(field(lines, row, 0, file)));
            percents.add(start == 0 ? Double.NaN : 100 * point(lines, row, file) / start);
        }
        data.openObject().name("name").text(name).name("t").openArray();
        times.forEach(data::number);
        data.closeArray().name("v").openArray();
        percents.forEach(data::rounded);
        data.closeArray().closeObject();
    }

    /** Equity as a chart draws it. */
    private static double point(List<String> lines, int row, Path file) {
        return field(lines, row, 2, file);
    }

    private static double field(List<String> lines, int row, int column, Path file) {
        String[] cells = lines.get(row).split(",", -1);
        try {
            return Double.parseDouble(cells[column]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
            throw new DataException(file, row + 1L, "expected a number in field " + (column + 1));
        }
    }
}
