package dev.sparkstacker.backtest.export;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.DenialGroup;
import dev.sparkstacker.backtest.result.IncidentGroup;
import dev.sparkstacker.backtest.result.Label;
import dev.sparkstacker.backtest.result.OpenPosition;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.RunStatistics;
import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.backtest.stats.Finding;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run in one JSON object: exact amounts as strings, statistics as numbers, null for what cannot be computed. */
final class SummaryJson {
    static final String NAME = "summary.json";
    static final String FORMAT = "spark-stacker-backtest";
    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SummaryJson() {}

    static void write(BacktestResult result, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(NAME),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(result)) + "\n",
                StandardCharsets.UTF_8);
    }

    static ObjectNode of(BacktestResult result) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        identity(root.putObject("run"), result.identity());
        equity(root.putObject("equity"), result);
        statistics(root.putObject("statistics"), result.statistics());
        trades(root.putObject("trades"), result.statistics().trades());
        gap(root, result.pathGap());
        ArrayNode open = root.putArray("openPositions");
        for (OpenPosition position : result.open()) {
            open.addObject()
                    .put("leg", position.leg().toString())
                    .put("size", position.size().toString())
                    .put("entryPrice", position.entryPrice().toString())
                    .put("mark", position.mark().toString())
                    .put("unrealizedPnlUsd", position.unrealizedPnl().toString());
        }
        root.put("denials", result.denials().size())
                .put("incidents", result.incidents().size());
        ArrayNode reasons = root.putArray("denialKinds");
        for (DenialGroup group : DenialGroup.of(result.denials())) {
            reasons.addObject()
                    .put("reason", group.first().reason())
                    .put("count", group.count())
                    .put("first", Instant.ofEpochMilli(group.first().timeMs()).toString())
                    .put("last", Instant.ofEpochMilli(group.lastMs()).toString())
                    .put("value", group.first().value())
                    .put("limit", group.first().limit());
        }
        ArrayNode kinds = root.putArray("incidentKinds");
        for (IncidentGroup group : IncidentGroup.of(result.incidents())) {
            kinds.addObject()
                    .put("code", group.first().code())
                    .put("count", group.count())
                    .put("first", Instant.ofEpochMilli(group.first().timeMs()).toString())
                    .put("last", Instant.ofEpochMilli(group.lastMs()).toString())
                    .put("message", group.first().message());
        }
        ArrayNode findings = root.putArray("findings");
        for (Finding finding : result.findings()) {
            findings.addObject().put("rule", finding.rule().name()).put("text", finding.text());
        }
        root.put("tradeHash", result.tradeHash());
        return root;
    }

    private static void identity(ObjectNode run, RunIdentity identity) {
        run.putObject("build")
                .put("version", identity.build().version())
                .put("commit", identity.build().commit());
        ArrayNode files = run.putArray("data");
        for (DataFile file : identity.data()) {
            files.addObject()
                    .put("file", file.name())
                    .put("format", file.format())
                    .put("sha256", file.sha256())
                    .put("rows", file.rows())
                    .put("first", Instant.ofEpochMilli(file.firstMs()).toString())
                    .put("last", Instant.ofEpochMilli(file.lastMs()).toString())
                    .put("gaps", file.gaps());
        }
        run.putObject("period")
                .put(
                        "warmUpFrom",
                        Instant.ofEpochMilli(identity.period().warmUpFromMs()).toString())
                .put("from", Instant.ofEpochMilli(identity.period().fromMs()).toString())
                .put("to", Instant.ofEpochMilli(identity.period().toMs()).toString())
                .put("warmUpBars", identity.period().warmUpBars())
                .put("bars", identity.period().bars());
        strategy(run.putObject("strategy"), identity.strategy());
        run.putObject("rules")
                .put("market", identity.market().symbol())
                .put("source", identity.rules().source())
                .put("szDecimals", identity.rules().szDecimals())
                .put("maxLeverage", identity.rules().maxLeverage())
                .put("minNotionalUsd", identity.rules().minNotional().toString())
                .put("takerFee", identity.rules().takerFee().toString())
                .put("makerFee", identity.rules().makerFee().toString());
        run.putObject("execution")
                .put(
                        "balancePerAccountUsd",
                        identity.execution().balancePerAccount().toString())
                .put("accounts", identity.execution().accounts())
                .put("latencyMs", identity.execution().latencyMs())
                .put("slippage", identity.execution().slippage())
                .put("funding", identity.execution().funding())
                .put("seed", identity.execution().seed());
        run.put("path", identity.path().text());
        ArrayNode labels = run.putArray("labels");
        for (Label label : identity.labels()) {
            labels.addObject()
                    .put("what", label.what())
                    .put("kind", label.kind().word())
                    .put("text", label.text());
        }
    }

    private static void strategy(ObjectNode node, StrategyIdentity strategy) {
        node.put("id", strategy.id())
                .put("type", strategy.type())
                .put("interval", strategy.interval().code());
        ObjectNode parameters = node.putObject("parameters");
        strategy.parameters().forEach(value -> parameters.put(value.name(), value.value()));
    }

    private static void equity(ObjectNode node, BacktestResult result) {
        node.put("startUsd", result.equity().first().toString())
                .put("endUsd", result.equity().last().toString());
    }

    private static void statistics(ObjectNode node, RunStatistics statistics) {
        node.put("totalReturn", statistics.totalReturn());
        put(node, "yearlyGrowth", statistics.yearlyGrowth());
        put(node, "sharpe", statistics.sharpe());
        put(node, "sortino", statistics.sortino());
        put(node, "calmar", statistics.calmar());
        put(node, "omega", statistics.omega());
        put(node, "probabilisticSharpe", statistics.probabilisticSharpe());
        put(node, "deflatedSharpe", statistics.deflatedSharpe());
        if (statistics.trials().isPresent()) {
            node.put("trials", statistics.trials().getAsInt());
        } else {
            node.putNull("trials");
        }
        node.put("maxDrawdown", statistics.drawdowns().deepest())
                .put("maxDrawdownUsd", statistics.drawdowns().deepestUsd())
                .put("longestDrawdownMs", statistics.drawdowns().longestMs())
                .put("timeInMarket", statistics.exposure().timeInMarket())
                .put("meanNotional", statistics.exposure().meanNotional())
                .put("turnover", statistics.exposure().turnover())
                .put("feesUsd", statistics.costs().fees())
                .put("fundingUsd", statistics.costs().funding())
                .put("slippageUsd", statistics.costs().slippage())
                .put("entrySlippageUsd", statistics.costs().entrySlippage())
                .put("exitSlippageUsd", statistics.costs().exitSlippage())
                .put("hedgePairs", statistics.hedge().pairs())
                .put("hedgeNetUsd", statistics.hedge().cost())
                .put("marketReturn", statistics.baseline().marketReturn())
                .put("marketDrawdown", statistics.baseline().marketDrawdown());
        put(node, "hedgeVarianceReduction", statistics.hedge().variance());
        put(node, "marketCorrelation", statistics.baseline().correlation());
    }

    private static void trades(ObjectNode node, TradeStatistics trades) {
        node.put("count", trades.count())
                .put("won", trades.won())
                .put("longestWinning", trades.longestWinning())
                .put("longestLosing", trades.longestLosing())
                .put("grossPnlUsd", trades.grossPnl())
                .put("netPnlUsd", trades.netPnl());
        put(node, "winRate", trades.winRate());
        put(node, "profitFactor", trades.profitFactor());
        put(node, "expectancyUsd", trades.expectancy());
        put(node, "payoff", trades.payoff());
        put(node, "systemQuality", trades.systemQuality());
        put(node, "largestShare", trades.largestShare());
        put(node, "medianDurationMs", trades.medianDurationMs());
        put(node, "meanAdverseUsd", trades.meanAdverse());
        put(node, "meanFavourableUsd", trades.meanFavourable());
    }

    private static void gap(ObjectNode root, @Nullable PathGap gap) {
        if (gap == null) {
            root.putNull("pathGap");
            return;
        }
        root.putObject("pathGap")
                .put("shown", gap.shown().text())
                .put("other", gap.other().text())
                .put("shownEquityUsd", gap.shownEquity().toString())
                .put("otherEquityUsd", gap.otherEquity().toString())
                .put("gapUsd", gap.gap().toString())
                .put("shownTrades", gap.shownTrades())
                .put("otherTrades", gap.otherTrades());
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            node.putNull(name);
        } else {
            node.put(name, value.getAsDouble());
        }
    }
}
