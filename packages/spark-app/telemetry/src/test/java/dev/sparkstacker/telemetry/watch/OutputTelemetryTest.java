package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.Scene.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.telemetry.Desk;
import dev.sparkstacker.telemetry.Scene;
import dev.sparkstacker.telemetry.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OutputTelemetryTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyKindOfOutputIsTold() {
        assertThat(Story.everyOutput())
                .extracting(output -> (Object) output.getClass())
                .contains((Object[]) Output.class.getPermittedSubclasses());
    }

    @Test
    void threeOfFourOscillatorsAreToldAndCountedOnTheirSide() throws IOException {
        publish(Scene.oscillated(0, Reason.NEAR_MISS, 0));
        publish(Scene.oscillated(1, Reason.NO_ROTATION, 0));

        assertThat(desk.meter("spark_near_misses_total{direction=\"short\",strategy=\"macd_eth_usd\"}"))
                .isEqualTo(1);
        JsonNode told = only("signal_near_miss");
        assertThat(told.get("direction").asString()).isEqualTo("short");
        assertThat(told.get("missingComponent").asString()).isEqualTo("3 of 4 in the zone; outside: fast");
    }

    @Test
    void aNearMissOfAHistoricalBarIsNone() throws IOException {
        publish(Scene.oscillated(0, Reason.HISTORICAL_BAR, 1));

        assertThat(events("strategy")).doesNotContain("signal_near_miss", "embedded_streak_detected");
    }

    @Test
    void anEmbeddedStreakIsToldWhereItBeginsAndWhereItBlocks() throws IOException {
        for (int bars : new int[] {0, 1, 2, 3, 4, 0, -1, -2, 1}) {
            publish(Scene.oscillated(bars, Reason.NOT_EXTREME, bars));
        }

        assertThat(dataOf("embedded_streak_detected"))
                .extracting(data -> data.get("streakType").asString() + " "
                        + data.get("streakCount").asInt() + " "
                        + data.get("action").asString())
                .containsExactly(
                        "HIGH 1 REQUIRING_LOCATION",
                        "HIGH 3 BLOCKING_COUNTER_TREND",
                        "LOW 1 REQUIRING_LOCATION",
                        "HIGH 1 REQUIRING_LOCATION");
    }

    @Test
    void aStopOutCoolsDownForAsManyBarsAsAreConfigured() throws IOException {
        // The stop is hit at 12:28, so that the pause ends at 12:31: with the bar of 12:30, and not with the one
        // before.
        publish(Scene.closed(28, "-0.01", ExitReason.STOP_LOSS));
        assertThat(desk.meter("spark_cooldowns_total{strategy=\"macd_eth_usd\"}"))
                .isEqualTo(1);
        assertThat(only("cooldown_triggered").get("cooldownBars").asInt()).isEqualTo(Scene.COOLDOWN_BARS);

        publish(Scene.oscillated(29, Reason.COOLING_DOWN, 0));
        assertThat(dataOf("cooldown_expired")).isEmpty();
        publish(Scene.oscillated(30, Reason.NO_SIGNAL, 0));
        publish(Scene.oscillated(31, Reason.NO_SIGNAL, 0));
        assertThat(dataOf("cooldown_expired")).hasSize(1);
    }

    @Test
    void aTargetThatIsHitCoolsNothingDown() throws IOException {
        publish(Scene.closed(28, "0.01", ExitReason.TAKE_PROFIT));

        assertThat(dataOf("cooldown_triggered")).isEmpty();
        assertThat(desk.meter("spark_cooldowns_total{strategy=\"macd_eth_usd\"}"))
                .isZero();
    }

    @Test
    void anOrderStateToldTwiceCountsOnce() throws IOException {
        var entry = Scene.order(0, OrderPurpose.ENTRY);
        publish(Scene.changed(1, entry, OrderState.SENT, "0"));
        publish(Scene.changed(2, entry, OrderState.FILLED, "0.002"));
        publish(Scene.changed(3, entry, OrderState.FILLED, "0.0047"));
        assertThat(desk.meter("spark_orders_total{outcome=\"filled\",venue=\"hyperliquid\"}"))
                .isEqualTo(1);
        assertThat(desk.meter("spark_stacker_trades_total{exchange=\"hyperliquid\",result=\"success\",side=\"buy\"}"))
                .isEqualTo(1);
        assertThat(events("trading")).containsExactly("order_placement_initiated", "order_placement_success");
    }

    @Test
    void anUnansweredOrderShowsUntilTheVenueSpeaks() throws IOException {
        var exit = Scene.order(1, OrderPurpose.EXIT);
        publish(Scene.changed(1, exit, OrderState.SENT, "0"));
        publish(Scene.changed(2, exit, OrderState.UNKNOWN, "0"));
        assertThat(desk.meter("spark_unknown_orders{account=\"main\"}")).isEqualTo(1);
        assertThat(desk.meter("spark_unknown_order_oldest_timestamp_seconds{account=\"main\"}"))
                .isEqualTo((Scene.NOON_MS + 2_000) / 1000.0);
        publish(Scene.changed(3, exit, OrderState.FILLED, "0.0047"));
        assertThat(desk.meter("spark_unknown_orders{account=\"main\"}")).isZero();
    }

    @Test
    void aStopCancelledUnexecutedIsNoFailedTrade() throws IOException {
        var stop = Scene.order(1, OrderPurpose.STOP);
        publish(Scene.changed(1, stop, OrderState.RESTING, "0"));
        publish(Scene.changed(2, stop, OrderState.CANCELLED, "0"));
        assertThat(desk.meter("spark_stacker_trades_total{exchange=\"hyperliquid\",result=\"failure\",side=\"sell\"}"))
                .isZero();
    }

    @Test
    void linesCarryTheirCause() throws IOException {
        publish(Scene.judged(41, Verdict.NO_TRADE, Reason.NO_CROSSOVER, null, -0.2));
        JsonNode line = desk.lines("strategy").getFirst();
        assertThat(line.get("correlation_id").asString()).isEqualTo("e1-41");
        assertThat(line.get("trace_id").asString()).isEqualTo("seq-41");
        assertThat(line.get("strategy").asString()).isEqualTo("macd_eth_usd");
        assertThat(line.get("market").asString()).isEqualTo("ETH-USD");
        assertThat(line.get("venue_time").asString()).isEqualTo("2026-01-01T12:41:00.000Z");
        JsonNode condition = line.get("data").get("conditions").get(0);
        assertThat(condition.get("name").asString()).isEqualTo("crossover");
        assertThat(condition.get("threshold").asString()).isEqualTo("> 0");
    }

    @Test
    void crossoversAreChangesOfTheHistogramsSign() throws IOException {
        publish(Scene.judged(1, Verdict.NO_TRADE, Reason.NO_CROSSOVER, null, -0.2));
        publish(Scene.judged(2, Verdict.ENTER, null, Side.BUY, 0.1));
        publish(Scene.judged(3, Verdict.NO_TRADE, Reason.ALREADY_IN_POSITION, null, 0.3));
        publish(Scene.judged(4, Verdict.REVERSE, null, Side.SELL, -0.1));
        String series = "spark_stacker_macd_crossover_total{direction=\"%s\",strategy=\"macd_eth_usd\"}";
        assertThat(desk.meter(series.formatted("bullish"))).isEqualTo(1);
        assertThat(desk.meter(series.formatted("bearish"))).isEqualTo(1);
    }

    @Test
    void barsOfThePastAreNoSignals() throws IOException {
        publish(Scene.judged(1, Verdict.NO_TRADE, Reason.HISTORICAL_BAR, Side.BUY, -0.2));
        assertThat(desk.meter("spark_stacker_signal_count{indicator=\"macd\",signal=\"neutral\"}"))
                .isZero();
    }

    @Test
    void anOpenPositionIsValuedInPercentOfItsMargin() throws IOException {
        publish(Scene.leg(1, LegState.OPENING, "0.0047", null));
        publish(new Output.MarketMarked(
                Scene.cause(2), Scene.ETH, dev.sparkstacker.domain.Price.of("1686.902"), null, null));
        String labels = "{exchange=\"hyperliquid\",market=\"ETH-USD\",strategy=\"macd_eth_usd\",type=\"main\"}";
        assertThat(desk.meter("spark_stacker_strategy_pnl_percent" + labels))
                .isCloseTo(10.0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(desk.meter(
                        "spark_stacker_active_positions{exchange=\"hyperliquid\",market=\"ETH-USD\",side=\"long\"}"))
                .isEqualTo(1);
        publish(Scene.leg(3, LegState.FLAT, "0", null));
        assertThat(desk.meter("spark_stacker_strategy_pnl_percent" + labels)).isZero();
        assertThat(desk.watch.outputs.openPositions()).isZero();
    }

    @Test
    void aPositionFoundOpenAfterARestartIsNotToldAsOpened() throws IOException {
        publish(Scene.leg(1, LegState.OPEN, "0.0047", "1586.6"));
        assertThat(events("trading")).doesNotContain("position_opened").contains("position_protected");
    }

    @Test
    void marginAndLiquidationPriceVanishWithThePosition() throws IOException {
        String series = "spark_stacker_margin_ratio{exchange=\"hyperliquid\",position_id=\"main/ETH-USD/main\"}";
        desk.watch.events.observe(read(List.of(Scene.position("1450"))));
        assertThat(desk.meter(series)).isEqualTo(0.1);
        assertThat(desk.meters.text()).contains("spark_stacker_liquidation_price{");
        desk.watch.events.observe(read(List.of()));
        assertThat(desk.meters.text())
                .doesNotContain("spark_stacker_margin_ratio{")
                .doesNotContain("spark_stacker_liquidation_price{");
    }

    @Test
    void drawdownIsMeasuredFromThePeakOfAllAccounts() throws IOException {
        publish(equity(1, "main", "100"));
        publish(equity(2, "hedge", "100"));
        publish(equity(3, "main", "50"));
        assertThat(desk.meter("spark_stacker_max_drawdown_percent{timeframe=\"1h\"}"))
                .isEqualTo(25);
        publish(equity(200, "main", "50"));
        assertThat(desk.meter("spark_stacker_max_drawdown_percent{timeframe=\"1h\"}"))
                .isZero();
        assertThat(desk.meter("spark_stacker_max_drawdown_percent{timeframe=\"1d\"}"))
                .isEqualTo(25);
    }

    @Test
    void strategiesAreActiveOnlyWhileTradingIs() throws IOException {
        String series =
                "spark_stacker_strategy_active{exchange=\"hyperliquid\",market=\"ETH-USD\",strategy=\"macd_eth_usd\"}";
        assertThat(desk.meter(series)).isZero();
        Story.everyOutput().stream()
                .filter(Output.TradingStateChanged.class::isInstance)
                .forEach(desk.watch.outputs::publish);
        assertThat(desk.meter(series)).isEqualTo(1);
        assertThat(desk.meter("spark_trading_state{state=\"active\"}")).isEqualTo(1);
        assertThat(desk.meter("spark_trading_state{state=\"reduce_only\"}")).isZero();
    }

    @Test
    void aDiskIsToldOnlyWhenItsStateChanges() {
        desk.disk = new DiskWatch.Usage(100, 15);
        desk.watch.disk.check();
        desk.watch.disk.check();
        desk.disk = new DiskWatch.Usage(100, 2);
        desk.watch.disk.check();
        assertThat(desk.diskStates).containsExactly("data WARNING", "logs WARNING", "data EMERGENCY", "logs EMERGENCY");
        assertThat(desk.watch.disk.health().usagePercent()).isEqualTo(98.0);
    }

    private static AccountEvent.AccountRead read(List<dev.sparkstacker.domain.VenuePosition> positions) {
        return new AccountEvent.AccountRead(
                MAIN, Usd.of("10"), Usd.of("9"), positions, List.of(), List.of(), 0, Scene.NOON_MS);
    }

    private static Output equity(long n, String account, String value) {
        return new Output.EquityMarked(
                Scene.cause(n), new dev.sparkstacker.domain.AccountId(account), Usd.of(value), Usd.of(value), Usd.ZERO);
    }

    private void publish(Output output) {
        desk.watch.outputs.publish(output);
    }

    private List<String> events(String category) throws IOException {
        return desk.lines(category).stream()
                .map(line -> line.get("event").asString())
                .toList();
    }

    private List<JsonNode> dataOf(String event) throws IOException {
        List<JsonNode> data = new ArrayList<>();
        for (JsonNode line : desk.lines("strategy")) {
            if (line.get("event").asString().equals(event)) {
                data.add(line.get("data"));
            }
        }
        return data;
    }

    private JsonNode only(String event) throws IOException {
        List<JsonNode> data = dataOf(event);
        assertThat(data).as(event).hasSize(1);
        return data.getFirst();
    }
}
