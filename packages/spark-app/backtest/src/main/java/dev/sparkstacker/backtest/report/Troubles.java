package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.Denial;
import dev.sparkstacker.backtest.result.DenialGroup;
import dev.sparkstacker.backtest.result.Incident;
import dev.sparkstacker.backtest.result.IncidentGroup;
import java.util.List;

/** Entries that did not come about, and what else went otherwise than meant. */
final class Troubles {
    private Troubles() {}

    static Html of(BacktestResult result) {
        Html html = Sections.section("troubles", "What was meant and did not happen");
        if (result.denials().isEmpty() && result.incidents().isEmpty()) {
            html.leaf("p", "Every entry the strategy meant was made, and nothing else happened.");
        }
        if (!result.denials().isEmpty()) {
            head(html, "Entries that did not come about", "reason", "times", "first", "last", "the first of them");
            for (DenialGroup group : DenialGroup.of(result.denials())) {
                Denial first = group.first();
                row(
                        html,
                        first.reason(),
                        group.count(),
                        first.timeMs(),
                        group.lastMs(),
                        first.side() + " of " + first.leg() + ": " + first.detail());
            }
            html.close("tbody").close("table").close("div");
        }
        if (!result.incidents().isEmpty()) {
            head(html, "Incidents", "what", "times", "first", "last", "the first of them");
            for (IncidentGroup group : IncidentGroup.of(result.incidents())) {
                Incident first = group.first();
                row(html, first.code(), group.count(), first.timeMs(), group.lastMs(), first.message());
            }
            html.close("tbody").close("table").close("div");
        }
        return html.close("section").line();
    }

    private static void head(Html html, String caption, String... columns) {
        html.open("div", "class", "scroll").open("table").leaf("caption", caption);
        html.open("thead").open("tr");
        for (String column : List.of(columns)) {
            html.leaf("th", column, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
    }

    private static void row(Html html, String what, int count, long firstMs, long lastMs, String words) {
        html.open("tr").leaf("th", what, "scope", "row");
        html.open("td").figure(Shown.count(count)).close("td");
        html.leaf("td", Shown.time(firstMs)).leaf("td", Shown.time(lastMs));
        html.leaf("td", words).close("tr").line();
    }
}
