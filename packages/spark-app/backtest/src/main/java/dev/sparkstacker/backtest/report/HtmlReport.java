package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run as {@code report.html}: one file that works offline, in light and dark, on screen and on paper. */
public final class HtmlReport implements ReportWriter {
    /** The file's name. */
    public static final String NAME = "report.html";

    @Override
    public void write(BacktestResult result, Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), page(result));
    }

    static String page(BacktestResult result) {
        Html body = new Html();
        body.leaf("a", "To the statistics", "href", "#statistics", "class", "skip")
                .line();
        body.open("main").line();
        body.add(Sections.heading(result));
        body.add(Sections.findings(result));
        body.add(Charts.equity());
        body.add(Sections.statistics(result));
        body.add(Charts.price());
        body.add(Charts.trades());
        body.add(Tables.open(result));
        body.add(Troubles.of(result));
        body.add(Charts.distributions());
        body.add(Tables.months(result));
        body.add(Tables.breakdowns(result));
        body.add(Tables.identity(result));
        body.close("main");
        String title =
                result.identity().strategy().id() + " on " + result.identity().market() + " – backtest";
        return Page.of(title, body, ReportData.of(result));
    }
}
