package dev.sparkstacker.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.output.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tablesAlignNumbersToTheRightAndTextToTheLeft() {
        assertThat(TextTable.lines(List.of("name", "size"), List.of(List.of("a", "1.5"), List.of("longer", "-10"))))
                .containsExactly("name    size", "a        1.5", "longer   -10");
    }

    @Test
    void thePanelShowsFeedPricesPositionsDecisionsAndResultWithinItsWidth() {
        List<String> lines = Panel.lines(state(), 60);
        assertThat(lines).allMatch(line -> line.length() <= 60);
        assertThat(String.join("\n", Panel.lines(state(), 200)))
                .contains("paper  ACTIVE")
                .contains("generator (synthetic)")
                .contains("ETH-USD  mark 3000.1  bid unknown")
                .contains("macd-eth/ETH-USD/MAIN")
                .contains(
                        "pair       macd-eth ETH-USD  net exposure 5.2  unrealised -0.01  fees 0.004  funding 0  net -0.014")
                .contains("NO_CROSSOVER")
                .contains("3 trades in this run, 1 won, net -0.02 USD");
    }

    @Test
    void onATerminalThePanelIsRedrawnInPlaceBelowTheNotes() {
        LiveSummary summary = new LiveSummary(terminal(true), true, ConsoleTest::state);
        summary.note("first");
        summary.note("second");
        summary.close();
        int lines = Panel.lines(state(), 80).size();
        assertThat(out.toString()).startsWith("first\n───").contains("\u001b[" + lines + "A\r\u001b[Jsecond\n───");
    }

    @Test
    void elsewhereTheNotesStandAlone() {
        LiveSummary summary = new LiveSummary(terminal(false), true, ConsoleTest::state);
        summary.start();
        summary.note("first");
        summary.note("second");
        summary.close();
        assertThat(out.toString()).isEqualTo("first\nsecond\n");
    }

    @Test
    void aReasonNotToTradeIsToldOnceUntilItChanges() {
        OutputLines lines = new OutputLines();
        assertThat(lines.line(judged(Reason.NO_CROSSOVER)))
                .hasValue("1970-01-01T00:01:00Z  decision  macd-eth ETH-USD NO_CROSSOVER (no crossover): histogram 0.4"
                        + " (needs a change of sign)");
        assertThat(lines.line(judged(Reason.NO_CROSSOVER))).isEmpty();
        assertThat(lines.line(judged(Reason.NO_QUOTE))).isPresent();
        assertThat(lines.line(judged(Reason.NO_CROSSOVER))).isPresent();
        assertThat(lines.line(new Output.TradingStateChanged(CAUSE, TradingState.HALTED, "news", "cli:alice")))
                .hasValue("1970-01-01T00:01:00Z  state     HALTED: news");
    }

    @Test
    void progressIsALineATenthWhereNobodyWatches() {
        try (ProgressBar bar = new ProgressBar(terminal(false), "replaying", 1000)) {
            for (int i = 0; i <= 1000; i++) {
                bar.at(i);
            }
        }
        assertThat(err.toString().lines()).hasSize(11).first().isEqualTo("replaying 0 %");
        assertThat(err.toString().lines()).last().isEqualTo("replaying 100 %");
    }

    @Test
    void progressIsABarWhereAPersonWatches() {
        try (ProgressBar bar = new ProgressBar(terminal(true), "replaying", 1000)) {
            bar.at(1000);
        }
        assertThat(err.toString()).contains("[##############################] 100 % 1,000 / 1,000");
    }

    private static final Cause CAUSE = new Cause(7, 60_000, 1, "e1-7");

    private static Output.BarJudged judged(Reason reason) {
        Price price = Price.of("3000");
        return new Output.BarJudged(
                CAUSE,
                new StrategyId("macd-eth"),
                new MarketId("ETH"),
                Interval.M1,
                new Bar(0, price, price, price, price, Quantity.of("1"), 1),
                Verdict.NO_TRADE,
                reason,
                null,
                0,
                List.of(new Condition("histogram", "0.4", "a change of sign", false, 0)),
                List.of());
    }

    private static LiveState state() {
        return new LiveState(
                "paper",
                "generator (synthetic), seed 1, 60x",
                "2026-01-01T00:00:00Z",
                "ACTIVE",
                "",
                List.of(new LiveState.Market("ETH-USD", "3000.1", "", "3000.2")),
                List.of(new LiveState.Position(
                        "macd-eth/ETH-USD/MAIN", "main", "OPEN", "0.0026", "2999", "2849.1", "3298.9", "0.00286")),
                List.of(new LiveState.Pair("macd-eth ETH-USD", "5.2", "-0.01", "0.004", "0", "-0.014")),
                List.of("macd-eth ETH-USD NO_CROSSOVER (no crossover): histogram 0.4 (needs a change of sign)"),
                new LiveState.Totals("3", "1", "-0.02", "0.05", "0", "10000"),
                List.of());
    }

    private Terminal terminal(boolean interactive) {
        return new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                interactive,
                80,
                Map.of(),
                Path.of(""),
                question -> Optional.empty(),
                question -> Optional.empty());
    }
}
