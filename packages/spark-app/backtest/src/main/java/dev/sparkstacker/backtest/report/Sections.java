package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.Label;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.stats.Drawdown;
import dev.sparkstacker.backtest.stats.Finding;
import java.util.List;

/** The parts of a report that need no script: what the run was worth, what speaks against it, what it was. */
final class Sections {
    private static final int DEEPEST = 5;

    private Sections() {}

    static Html heading(BacktestResult result) {
        RunIdentity run = result.identity();
        Html html = new Html();
        html.open("header");
        html.leaf(
                "h1",
                run.strategy().id() + " on " + run.market() + ", "
                        + run.interval().code());
        html.leaf(
                "p",
                Shown.time(run.period().fromMs()) + " to "
                        + Shown.time(run.period().toMs()) + " UTC, "
                        + Shown.count(run.period().bars()).text() + " bars after "
                        + Shown.count(run.period().warmUpBars()).text() + " of warm-up");
        html.open("ul", "class", "labels", "aria-label", "How real the simulated market is");
        for (Label label : run.labels()) {
            html.open("li", "class", "label " + label.kind().word(), "title", label.text());
            html.text(label.what() + " ").leaf("b", label.kind().word()).close("li");
        }
        html.close("ul").open("ul", "class", "cards");
        card(html, "Total return", Shown.percent(result.statistics().totalReturn()));
        card(
                html,
                "Deepest drawdown",
                Shown.percent(result.statistics().drawdowns().deepest()));
        card(html, "Sharpe", Shown.number(result.statistics().sharpe()));
        card(html, "Profit factor", Shown.number(result.statistics().trades().profitFactor()));
        card(html, "Trades", Shown.count(result.trades().size()));
        card(html, "Market return", Shown.percent(result.statistics().baseline().marketReturn()));
        return html.close("ul").close("header").line();
    }

    private static void card(Html html, String name, Shown shown) {
        html.open("li").leaf("span", name).figure(shown).close("li");
    }

    static Html findings(BacktestResult result) {
        Html html = section("findings", "What speaks against it");
        if (result.findings().isEmpty()) {
            html.leaf("p", "No rule found anything. That is no promise.");
        }
        html.open("ul", "class", "findings");
        for (Finding finding : result.findings()) {
            html.open("li")
                    .leaf("b", finding.rule().name())
                    .text(" " + finding.text())
                    .close("li");
        }
        html.close("ul");
        PathGap gap = result.pathGap();
        if (gap != null) {
            html.leaf(
                    "p",
                    "Nobody knows in which order the prices of a bar came, so both were walked: "
                            + gap.shown().text()
                            + " ends with " + gap.shownEquity() + " USD in " + gap.shownTrades() + " trades, "
                            + gap.other().text() + " with " + gap.otherEquity() + " USD in " + gap.otherTrades()
                            + ". The worse is shown; the gap is " + gap.gap() + " USD.");
        }
        return html.close("section").line();
    }

    static Html statistics(BacktestResult result) {
        Html html = section("statistics", "Statistics");
        html.open("div", "class", "columns");
        table(html, "Return", Figures.returns(result.statistics()));
        table(html, "Risk", Figures.risk(result.statistics()));
        table(html, "Trades", Figures.trades(result.statistics()));
        table(html, "Where the money went", Figures.costs(result.statistics()));
        table(html, "The market beside it", Figures.baseline(result.statistics()));
        drawdowns(html, result.statistics().drawdowns().deepest(DEEPEST));
        return html.close("div").close("section").line();
    }

    private static void table(Html html, String caption, List<Figure> figures) {
        html.open("table", "class", "figures").leaf("caption", caption).open("tbody");
        for (Figure figure : figures) {
            html.open("tr").open("th", "scope", "row").text(figure.name());
            html.leaf("small", figure.definition()).close("th");
            html.open("td").figure(figure.shown()).close("td").close("tr").line();
        }
        html.close("tbody").close("table");
    }

    private static void drawdowns(Html html, List<Drawdown> deepest) {
        html.open("table").leaf("caption", "Deepest drawdowns").open("thead").open("tr");
        for (String column : List.of("from", "lowest", "recovered", "depth", "USD")) {
            html.leaf("th", column, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        for (Drawdown fall : deepest) {
            html.open("tr").leaf("td", Shown.time(fall.peakMs())).leaf("td", Shown.time(fall.troughMs()));
            html.leaf(
                    "td",
                    fall.recoveredMs().isEmpty()
                            ? "not yet"
                            : Shown.time(fall.recoveredMs().getAsLong()));
            html.open("td").figure(Shown.percent(fall.depth())).close("td");
            html.open("td")
                    .figure(Shown.usd(fall.depthUsd()))
                    .close("td")
                    .close("tr")
                    .line();
        }
        html.close("tbody").close("table");
    }

    static Html section(String id, String title) {
        return new Html()
                .open("section", "id", id, "aria-labelledby", id + "-title")
                .leaf("h2", title, "id", id + "-title");
    }
}
