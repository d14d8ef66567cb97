package dev.sparkstacker.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.backtest.run.Samples;
import dev.sparkstacker.backtest.stats.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report says what the result says, asks nobody for anything, and runs nothing that a name smuggles in. */
class HtmlReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(2)>\u2028";

    private static BacktestResult result = Samples.macd(6_000, 3, "1");
    private static Document page = Jsoup.parse("");
    private static JsonNode data = JsonMapper.shared().createObjectNode();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void writeOnce() {
        result = Samples.macd(6_000, 3, "1");
        page = Jsoup.parse(HtmlReport.page(result));
        data = dataOf(page);
    }

    private static JsonNode dataOf(Document page) {
        return JsonMapper.shared().readTree(page.expectFirst("#data").data());
    }

    /** The full value beside a name. */
    private static String valueOf(String section, String name) {
        for (Element row : page.select("#" + section + " table.figures tr")) {
            if (row.expectFirst("th").ownText().equals(name)) {
                return row.expectFirst("data").attr("value");
            }
        }
        throw new AssertionError("No " + name);
    }

    @Test
    void itStandsInTheFolderUnderItsName() throws IOException {
        new HtmlReport().write(result, folder);
        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(HtmlReport.page(result));
    }

    @Test
    void statisticsAreTheResults() {
        assertThat(valueOf("statistics", "Total return"))
                .isEqualTo(Double.toString(result.statistics().totalReturn()));
        assertThat(valueOf("statistics", "Sharpe ratio"))
                .isEqualTo(Double.toString(result.statistics().sharpe().orElseThrow()));
        assertThat(valueOf("statistics", "Deepest drawdown"))
                .isEqualTo(Double.toString(result.statistics().drawdowns().deepest()));
        assertThat(valueOf("statistics", "Profit factor"))
                .isEqualTo(Double.toString(
                        result.statistics().trades().profitFactor().orElseThrow()));
        assertThat(valueOf("statistics", "Fees"))
                .isEqualTo(Double.toString(result.statistics().costs().fees()));
        assertThat(valueOf("statistics", "Trades"))
                .isEqualTo(Integer.toString(result.trades().size()));
        assertThat(page.select("#statistics table.figures th small"))
                .as("each with its definition")
                .hasSameSizeAs(page.select("#statistics table.figures tr"))
                .allMatch(definition -> definition.text().endsWith("."));
    }

    @Test
    void everyTradeIsThereExactly() {
        JsonNode trades = data.get("trades");
        assertThat(trades.size()).isEqualTo(result.trades().size()).isPositive();
        for (int i = 0; i < trades.size(); i++) {
            ClosedTrade trade = result.trades().get(i);
            JsonNode row = trades.get(i);
            assertThat(row.get(0).intValue()).isEqualTo(trade.number());
            assertThat(row.get(1).asString()).isEqualTo(trade.leg().toString());
            assertThat(row.get(3).longValue()).isEqualTo(trade.openedAtMs());
            assertThat(row.get(4).longValue()).isEqualTo(trade.closedAtMs());
            assertThat(row.get(5).decimalValue())
                    .isEqualByComparingTo(trade.entryPrice().toString());
            assertThat(row.get(6).decimalValue())
                    .isEqualByComparingTo(trade.exitPrice().toString());
            assertThat(row.get(7).decimalValue())
                    .isEqualByComparingTo(trade.size().toString());
            assertThat(row.get(11).decimalValue())
                    .isEqualByComparingTo(trade.netPnl().toString());
            assertThat(row.get(18).size()).isEqualTo(trade.guards().size());
        }
    }

    @Test
    void thinnedSeriesLoseNoExtreme() {
        JsonNode equity = data.get("equity");
        assertThat(equity.get("every").intValue()).isGreaterThan(1);
        double deepest = 0;
        for (JsonNode fall : equity.get("fall")) {
            deepest = Math.min(deepest, fall.doubleValue());
        }
        assertThat(-deepest / 100).isCloseTo(result.statistics().drawdowns().deepest(), within(1e-6));
        JsonNode last = equity.get("last");
        assertThat(last.get(last.size() - 1).decimalValue())
                .isEqualByComparingTo(result.equity().last().toString());
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < result.bars().size(); i++) {
            highest = Math.max(highest, result.bars().highE8(i));
        }
        double drawn = 0;
        for (JsonNode high : data.get("bars").get("h")) {
            drawn = Math.max(drawn, high.doubleValue());
        }
        assertThat(drawn).isEqualTo(highest / 1e8);
        assertThat(data.get("indicators").get(0).get("v").size())
                .isEqualTo(data.get("bars").get("t").size());
    }

    @Test
    void itSaysWhatWasReadAndHowRealItIs() {
        String identity = page.expectFirst("#identity").text();
        assertThat(identity)
                .contains(result.tradeHash())
                .contains(result.identity().data().getFirst().sha256())
                .contains(result.identity().build().commit());
        assertThat(page.select(".labels .label"))
                .hasSameSizeAs(result.identity().labels())
                .extracting(Element::text)
                .anyMatch(label -> label.contains("modelled"));
        assertThat(page.select("#findings .findings li"))
                .extracting(Element::text)
                .containsExactlyElementsOf(result.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.text())
                        .toList());
    }

    @Test
    void nothingIsAskedOfAnybody() throws Exception {
        assertThat(page.select("[src], link, iframe, object, embed, form, base"))
                .isEmpty();
        assertThat(page.select("[href]")).allMatch(link -> link.attr("href").startsWith("#"));
        assertThat(page.select("*"))
                .noneMatch(element -> element.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style")));
        String style = page.expectFirst("style").data();
        assertThat(style).doesNotContain("url(", "@import");
        String policy =
                page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-");
        assertThat(policy).doesNotContain("unsafe", "http", "*", "data:");
        for (Element script : page.select("script:not([type])")) {
            assertThat(policy).contains(sha256(script.data()));
        }
        assertThat(policy).contains(sha256(style));
        assertThat(page.html()).contains("Permission is hereby granted, free of charge");
    }

    private static String sha256(String text) throws Exception {
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }

    @Test
    void aHostileNameStaysText() {
        RunIdentity run = result.identity();
        DataFile file = run.data().getFirst();
        RunIdentity named = new RunIdentity(
                run.build(),
                List.of(new DataFile(
                        HOSTILE, HOSTILE, file.sha256(), file.rows(), file.firstMs(), file.lastMs(), file.gaps())),
                run.period(),
                new StrategyIdentity(
                        HOSTILE,
                        HOSTILE,
                        run.interval(),
                        List.of(new StrategyIdentity.Value(HOSTILE, HOSTILE, true, HOSTILE))),
                run.rules(),
                run.execution(),
                run.path(),
                run.labels());
        BacktestResult hostile = with(
                named, result.trades().stream().map(HtmlReportTest::hostile).toList());

        Document shown = Jsoup.parse(HtmlReport.page(hostile));

        assertThat(shown.select("script")).hasSameSizeAs(page.select("script"));
        assertThat(shown.select("img, [onerror]")).isEmpty();
        assertThat(shown.expectFirst("h1").text()).contains("</script><script>alert(1)</script>");
        assertThat(dataOf(shown).get("trades").get(0).get(16).asString()).isEqualTo(HOSTILE);
        assertThat(shown.expectFirst("#data").data()).doesNotContain("<", ">", "\u2028");
    }

    @Test
    void whatWasMeantAndDidNotHappenIsShown() {
        BacktestResult small = Samples.tooSmall();

        Document shown = Jsoup.parse(HtmlReport.page(small));

        assertThat(shown.select("#troubles tbody tr")).hasSize(1);
        assertThat(shown.select("#troubles tbody tr").text())
                .contains("BELOW_MIN_NOTIONAL", Integer.toString(small.denials().size()), "allowed is >= 10");
        assertThat(page.select("#troubles").text()).contains("Every entry the strategy meant was made");
    }

    @Test
    void aRunOnItsOwnClaimsNoDeflatedSharpe() {
        assertThat(page.select("#statistics tr:contains(Deflated Sharpe) td").text())
                .isEqualTo("n/a");
        assertThat(page.select("#statistics tr:contains(Trials) td").text()).contains("n/a");
        assertThat(result.statistics().deflatedSharpe()).isEmpty();
    }

    private static ClosedTrade hostile(ClosedTrade trade) {
        return new ClosedTrade(
                trade.number(),
                trade.leg(),
                trade.account(),
                trade.side(),
                trade.size(),
                trade.entryPrice(),
                trade.exitPrice(),
                trade.decidedAtMs(),
                trade.decisionPrice(),
                trade.openedAtMs(),
                trade.closedAtMs(),
                HOSTILE,
                trade.exit(),
                trade.grossPnl(),
                trade.fees(),
                trade.funding(),
                trade.netPnl(),
                trade.entrySlippage(),
                trade.exitSlippage(),
                trade.adverse(),
                trade.favourable(),
                trade.fills(),
                trade.guards());
    }

    private static BacktestResult with(RunIdentity identity, List<ClosedTrade> trades) {
        return new BacktestResult(
                identity,
                result.equity(),
                trades,
                result.open(),
                result.denials(),
                result.incidents(),
                result.bars(),
                result.decisions(),
                result.indicators(),
                result.statistics(),
                List.of(new Finding(Finding.Rule.TOO_FEW_TRADES, HOSTILE)),
                result.pathGap(),
                result.tradeHash());
    }

    @Test
    void monthsMultiplyToTheYear() {
        MonthlyReturns returns = new MonthlyReturns(result.equity().curve());
        double product = 1;
        for (Map.Entry<?, Double> month : returns.months().entrySet()) {
            product *= 1 + month.getValue();
        }
        assertThat(product - 1).isCloseTo(result.statistics().totalReturn(), within(1e-12));
        assertThat(page.select("#months tbody td data"))
                .hasSize(returns.months().size() + returns.years().size());
    }

    @Test
    void peopleWithoutMouseOrSightFindTheirWay() {
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("a.skip[href=#statistics]")).hasSize(1);
        assertThat(page.select("canvas")).isNotEmpty().allMatch(canvas -> canvas.hasAttr("aria-label"));
        assertThat(page.select("section"))
                .allMatch(section -> page.getElementById(section.attr("aria-labelledby")) != null);
        assertThat(page.select("label select")).hasSize(5);
        assertThat(page.select("th")).allMatch(cell -> cell.hasAttr("scope"));
        assertThat(page.select("noscript")).hasSize(1);
    }
}
