package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.Execution;
import dev.sparkstacker.backtest.result.Label;
import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.backtest.result.OpenPosition;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.backtest.stats.Breakdown;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Monthly returns, trades by what they have in common, and what the run was made of, as tables. */
final class Tables {
    private Tables() {}

    static Html months(BacktestResult result) {
        MonthlyReturns returns = new MonthlyReturns(result.equity().curve());
        Html html = Sections.section("months", "Month by month");
        html.open("div", "class", "scroll")
                .open("table", "class", "months")
                .open("thead")
                .open("tr");
        html.leaf("th", "year", "scope", "col");
        for (Month month : Month.values()) {
            html.leaf("th", month.getDisplayName(TextStyle.SHORT, Locale.ROOT), "scope", "col");
        }
        html.leaf("th", "year", "scope", "col").close("tr").close("thead").open("tbody");
        for (Map.Entry<Integer, Double> year : returns.years().entrySet()) {
            html.open("tr").leaf("th", year.getKey().toString(), "scope", "row");
            for (Month month : Month.values()) {
                Double value = returns.months().get(YearMonth.of(year.getKey(), month));
                cell(html, value == null ? Double.NaN : value);
            }
            cell(html, year.getValue());
            html.close("tr").line();
        }
        return html.close("tbody").close("table").close("div").close("section").line();
    }

    private static void cell(Html html, double fraction) {
        if (Double.isNaN(fraction)) {
            html.leaf("td", "");
        } else {
            html.open("td", "class", fraction < 0 ? "loss" : "gain")
                    .figure(Shown.percent(fraction))
                    .close("td");
        }
    }

    static Html breakdowns(BacktestResult result) {
        Html html = Sections.section("breakdowns", "Trades by …");
        html.open("div", "class", "columns");
        for (Breakdown breakdown : result.statistics().breakdowns()) {
            html.open("table").leaf("caption", breakdown.by()).open("thead").open("tr");
            for (String column : List.of(breakdown.by(), "trades", "won", "profit factor", "net")) {
                html.leaf("th", column, "scope", "col");
            }
            html.close("tr").close("thead").open("tbody");
            for (Map.Entry<String, TradeStatistics> group : breakdown.groups().entrySet()) {
                TradeStatistics trades = group.getValue();
                html.open("tr").leaf("th", group.getKey(), "scope", "row");
                html.open("td").figure(Shown.count(trades.count())).close("td");
                html.open("td").figure(Shown.percent(trades.winRate())).close("td");
                html.open("td").figure(Shown.number(trades.profitFactor())).close("td");
                html.open("td")
                        .figure(Shown.usd(trades.netPnl()))
                        .close("td")
                        .close("tr")
                        .line();
            }
            html.close("tbody").close("table");
        }
        return html.close("div").close("section").line();
    }

    static Html open(BacktestResult result) {
        if (result.open().isEmpty()) {
            return new Html();
        }
        Html html = Sections.section("open", "Still open at the end");
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : List.of("leg", "account", "size", "entry price", "mark price", "unrealised", "opened")) {
            html.leaf("th", column, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        for (OpenPosition position : result.open()) {
            html.open("tr")
                    .leaf("td", position.leg().toString())
                    .leaf("td", position.account().toString());
            html.leaf("td", position.size().toString())
                    .leaf("td", position.entryPrice().toString());
            html.leaf("td", position.mark().toString()).leaf("td", position.unrealizedPnl() + " USD");
            html.leaf("td", Shown.time(position.openedAtMs())).close("tr").line();
        }
        return html.close("tbody").close("table").close("div").close("section").line();
    }

    static Html identity(BacktestResult result) {
        RunIdentity run = result.identity();
        Html html = Sections.section("identity", "What this run was");
        html.open("div", "class", "columns");
        pairs(
                html,
                "Code",
                List.of(
                        List.of("version", run.build().version()),
                        List.of("commit", run.build().commit()),
                        List.of("trade hash", result.tradeHash())));
        for (DataFile file : run.data()) {
            pairs(
                    html,
                    "Data",
                    List.of(
                            List.of("file", file.name()),
                            List.of(
                                    "holds",
                                    file.format() + ", "
                                            + Shown.count(file.rows()).text() + " rows, " + file.gaps() + " gaps"),
                            List.of("from", Shown.time(file.firstMs())),
                            List.of("to", Shown.time(file.lastMs())),
                            List.of("SHA-256", file.sha256())));
        }
        strategy(html, run.strategy());
        execution(html, run);
        html.open("table").leaf("caption", "How real it is").open("tbody");
        for (Label label : run.labels()) {
            html.open("tr")
                    .leaf("th", label.what(), "scope", "row")
                    .leaf("td", label.kind().word());
            html.leaf("td", label.text()).close("tr").line();
        }
        return html.close("tbody").close("table").close("div").close("section").line();
    }

    private static void strategy(Html html, StrategyIdentity strategy) {
        html.open("table")
                .leaf("caption", "Strategy " + strategy.id() + " (" + strategy.type() + ")")
                .open("tbody");
        for (StrategyIdentity.Value value : strategy.parameters()) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .text(value.name())
                    .leaf("small", value.help())
                    .close("th");
            html.leaf("td", value.value())
                    .leaf("td", value.chosen() ? "chosen" : "default")
                    .close("tr")
                    .line();
        }
        html.close("tbody").close("table");
    }

    private static void execution(Html html, RunIdentity run) {
        Execution execution = run.execution();
        MarketRules rules = run.rules();
        pairs(
                html,
                "Execution and rules",
                List.of(
                        List.of(
                                "start",
                                execution.balancePerAccount() + " USD on each of " + execution.accounts()
                                        + " accounts"),
                        List.of("latency", execution.latencyMs() + " ms"),
                        List.of("slippage", execution.slippage()),
                        List.of("funding", execution.funding()),
                        List.of("path within bars", run.path().text()),
                        List.of("seed", Long.toString(execution.seed())),
                        List.of("rules", rules.source()),
                        List.of("fees", "taker " + rules.takerFee() + ", maker " + rules.makerFee()),
                        List.of("least order", rules.minNotional() + " USD"),
                        List.of("size decimals", Integer.toString(rules.szDecimals())),
                        List.of("most leverage", rules.maxLeverage() + "x")));
    }

    private static void pairs(Html html, String caption, List<List<String>> rows) {
        html.open("table").leaf("caption", caption).open("tbody");
        for (List<String> row : rows) {
            html.open("tr")
                    .leaf("th", row.get(0), "scope", "row")
                    .leaf("td", row.get(1))
                    .close("tr")
                    .line();
        }
        html.close("tbody").close("table");
    }
}
