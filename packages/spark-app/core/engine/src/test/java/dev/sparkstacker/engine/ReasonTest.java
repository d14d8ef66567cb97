package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason the catalogue knows is told by the engine where it is the truth. */
class ReasonTest {
    /**
     * Told by risk checks, most of which need limits that no scenario here trades under ({@link RiskDenialTest}), or by
     * strategies that no scenario here trades; proved there.
     */
    private static final Set<Reason> OF_OTHER_MODULES = EnumSet.of(
            Reason.KILL_SWITCH,
            Reason.BREAKER_TRIPPED,
            Reason.EQUITY_UNKNOWN,
            Reason.OUTSIDE_SCHEDULE,
            Reason.NO_MARK,
            Reason.MAX_POSITION_SIZE,
            Reason.MAX_ORDER_RATE,
            Reason.BELOW_MIN_ORDER_SIZE,
            Reason.MAX_ORDER_SIZE,
            Reason.PRICE_COLLAR,
            Reason.WORST_CASE_EXPOSURE,
            Reason.LEVERAGE_TOO_HIGH,
            Reason.MARGIN_MODE_UNCONFIRMED,
            Reason.BOOK_TOO_THIN,
            Reason.SPREAD_TOO_WIDE,
            Reason.SLIPPAGE_TOO_HIGH,
            Reason.DAILY_BUDGET,
            Reason.STOP_BEYOND_LIQUIDATION,
            Reason.STOP_MISSING,
            Reason.TARGET_INVALID,
            Reason.NO_EDGE,
            Reason.NO_SIGNAL,
            Reason.NEAR_MISS,
            Reason.NOT_EXTREME,
            Reason.NO_DIVERGENCE,
            Reason.NOT_AT_LOCATION,
            Reason.NO_ROTATION,
            Reason.TREND_EMBEDDED,
            Reason.TREND_AGAINST,
            Reason.SIGNAL_TOO_WEAK,
            Reason.DUPLICATE_SIGNAL);

    private static final Map<Reason, Supplier<EngineScenario>> SCENARIOS = scenarios();

    private static Map<Reason, Supplier<EngineScenario>> scenarios() {
        Map<Reason, Supplier<EngineScenario>> told = new EnumMap<>(Reason.class);
        told.put(Reason.WARMING_UP, ReasonTest::withoutHistory);
        told.put(Reason.NO_CROSSOVER, () -> after(Configs.single(), scenario -> scenario.bar("2000")));
        told.put(Reason.HISTOGRAM_TOO_SMALL, ReasonTest::weakCrossover);
        told.put(Reason.ALREADY_IN_POSITION, ReasonTest::crossoverOfTheSameSide);
        told.put(Reason.POSITION_NOT_FLAT, ReasonTest::crossoverWhileLeaving);
        told.put(
                Reason.NOT_ACTIVE,
                () -> after(Configs.single(), scenario -> {
                    scenario.send(new OperatorEvent.HaltRequested(1, "cli:test", "lunch"));
                    scenario.buySignal();
                }));
        told.put(
                Reason.NOT_RECONCILED,
                () -> after(Configs.single(), scenario -> {
                    scenario.disconnect(MAIN);
                    scenario.buySignal();
                }));
        told.put(
                Reason.FEED_DEGRADED,
                () -> after(Configs.single(), scenario -> {
                    scenario.send(new MarketEvent.FeedDegraded(ETH, FeedFault.CROSSED, "bid 2001 ask 2000"));
                    scenario.buySignal();
                }));
        told.put(
                Reason.NO_QUOTE,
                () -> after(Configs.single(), scenario -> {
                    scenario.send(new MarketEvent.BestBidOffer(
                            ETH,
                            Price.of("1999.5"),
                            Quantity.of("1"),
                            Price.of("2000.5"),
                            Quantity.ZERO,
                            scenario.clocks.venueTimeMs()));
                    scenario.barWithoutQuotes("2010");
                }));
        told.put(Reason.STALE_QUOTE, () -> after(Configs.single(), scenario -> scenario.barWithoutQuotes("2010")));
        told.put(Reason.INSTRUMENT_UNKNOWN, ReasonTest::unlisted);
        told.put(Reason.LEVERAGE_UNCONFIRMED, ReasonTest::otherLeverage);
        told.put(Reason.LEVERAGE_TOO_LOW, () -> limited("1000", "3000", 5, 26));
        told.put(Reason.BELOW_MIN_NOTIONAL, () -> withMargin("0.9"));
        told.put(Reason.ROUNDS_TO_ZERO, () -> withMargin("0.01"));
        told.put(Reason.MAX_TOTAL_EXPOSURE, () -> limited("1000", "799", 5, 10));
        told.put(Reason.MAX_CONCURRENT_POSITIONS, () -> limited("1000", "3000", 0, 10));
        told.put(Reason.OPPOSITE_ON_NET_ACCOUNT, ReasonTest::oppositeStrategies);
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        TradingConfig little = Configs.of(Configs.scripted("macd-eth", small, null, true, 0));
        told.put(
                Reason.DUPLICATE_ENTRY,
                () -> after(little, scenario -> {
                    scenario.say(Word.BUY);
                    scenario.say(Word.BUY);
                }));
        told.put(
                Reason.JOURNAL_FAILED,
                () -> after(Configs.single(), scenario -> {
                    scenario.journal.fail();
                    scenario.buySignal();
                }));
        told.put(Reason.LINKED_LEG_FAILED, ReasonTest::hedgeDenied);
        told.put(
                Reason.STOPPING,
                () -> after(Configs.single(), scenario -> {
                    scenario.send(new OperatorEvent.StopRequested(1, "cli:test", false));
                    scenario.buySignal();
                }));
        told.put(Reason.HISTORICAL_BAR, ReasonTest::signalWhileDown);
        told.put(Reason.SIGNAL_EXPIRED, ReasonTest::neverFlat);
        told.put(Reason.COOLING_DOWN, ReasonTest::stoppedOut);
        told.put(Reason.NO_POSITION, () -> after(Configs.scripted(), scenario -> scenario.say(Word.EXIT)));
        told.put(
                Reason.PART_ALREADY_EXITED,
                () -> after(Configs.scripted(), scenario -> {
                    scenario.say(Word.BUY);
                    scenario.say(Word.HALF);
                    scenario.say(Word.HALF);
                }));
        told.put(Reason.STOP_NOT_TIGHTER, () -> stopTo("1890"));
        told.put(Reason.STOP_STEP_TOO_SMALL, () -> stopTo("1902"));
        told.put(Reason.STOP_THROUGH_MARK, () -> stopTo("2000"));
        told.put(Reason.STOP_ON_WRONG_SIDE, () -> stopTo("2300"));
        return told;
    }

    @Test
    void everyReasonHasAScenario() {
        EnumSet<Reason> missing = EnumSet.allOf(Reason.class);
        missing.removeAll(SCENARIOS.keySet());
        assertThat(missing).isEqualTo(OF_OTHER_MODULES);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void itIsTold(Reason reason) {
        EngineScenario scenario = Objects.requireNonNull(SCENARIOS.get(reason)).get();

        assertThat(told(scenario)).contains(reason);
        assertThat(told(scenario)).doesNotContainAnyElementsOf(OF_OTHER_MODULES);
    }

    static Stream<Reason> reasons() {
        return SCENARIOS.keySet().stream();
    }

    private static List<Reason> told(EngineScenario scenario) {
        return scenario.outputs.stream()
                .map(output -> switch (output) {
                    case Output.BarJudged judged -> judged.reason();
                    case Output.EntryDenied denied -> denied.reason();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static EngineScenario after(TradingConfig config, Consumer<EngineScenario> story) {
        EngineScenario scenario = EngineScenario.started(config);
        story.accept(scenario);
        return scenario;
    }

    private static EngineScenario withoutHistory() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.venue.bars.clear();
        scenario.start();
        scenario.bar("2000");
        return scenario;
    }

    private static EngineScenario weakCrossover() {
        StrategyConfig plain = Configs.strategy("macd-eth", null, true);
        List<Parameter> parameters = List.of(
                new Parameter("fastBars", "2"),
                new Parameter("minHistogramBps", "900"),
                new Parameter("signalBars", "2"),
                new Parameter("slowBars", "3"));
        StrategyConfig strict = new StrategyConfig(
                plain.id(),
                plain.type(),
                plain.markets(),
                plain.interval(),
                parameters,
                plain.main(),
                null,
                plain.exits(),
                true);
        return after(Configs.of(strict), EngineScenario::buySignal);
    }

    private static EngineScenario crossoverOfTheSameSide() {
        return after(Configs.with(Configs.single(), UnknownPositionPolicy.ADOPT), scenario -> {
            scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
            scenario.pass(35_000);
            scenario.buySignal();
        });
    }

    private static EngineScenario crossoverWhileLeaving() {
        return after(Configs.of(Configs.strategy("macd-eth", null, false)), scenario -> {
            scenario.buySignal();
            for (int i = 0; i < 60; i++) {
                scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("no match"));
            }
            scenario.sellSignal();
            scenario.bar("2040");
        });
    }

    private static EngineScenario unlisted() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.beginUnlisted();
        scenario.connect();
        scenario.buySignal();
        return scenario;
    }

    private static EngineScenario otherLeverage() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.venue.leverageReadBack = new Leverage(20);
        scenario.start();
        scenario.buySignal();
        return scenario;
    }

    private static EngineScenario limited(String position, String total, int positions, int leverage) {
        RiskConfig risk = Configs.risk(position, total, positions, leverage);
        return after(Configs.of(risk, Configs.strategy("macd-eth", null, true)), EngineScenario::buySignal);
    }

    private static EngineScenario withMargin(String margin) {
        LegConfig leg = new LegConfig(MAIN, Usd.of(margin), new Leverage(10));
        return after(Configs.of(Configs.strategy("macd-eth", leg, null, true, "2")), EngineScenario::buySignal);
    }

    private static EngineScenario oppositeStrategies() {
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        TradingConfig config = Configs.of(
                Configs.strategy("macd-eth", null, false), Configs.strategy("macd-two", small, null, false, "2"));
        return after(config, scenario -> {
            scenario.venue.next(OrderPurpose.ENTRY, new Knob.Reject("no"));
            scenario.buySignal();
            scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("no match"));
            scenario.sellSignal();
        });
    }

    private static EngineScenario hedgeDenied() {
        return after(Configs.hedged(), scenario -> {
            scenario.venue.leverageReadBack = new Leverage(20);
            scenario.disconnect(HEDGE);
            scenario.connect(HEDGE);
            scenario.buySignal();
        });
    }

    private static EngineScenario signalWhileDown() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.bar("2000");
        scenario.send(new SystemEvent.Disconnected("market", "reset by peer"));
        long minute = scenario.clocks.venueTimeMs() / 60_000 * 60_000;
        scenario.venue.bars.add(EngineScenario.flatBar(minute, "2010"));
        scenario.venue.bars.add(EngineScenario.flatBar(minute + 60_000, "2010"));
        scenario.venue.bars.add(EngineScenario.flatBar(minute + 120_000, "2010"));
        scenario.leap(200_000);
        scenario.send(new SystemEvent.Connected("market"));
        return scenario;
    }

    private static EngineScenario neverFlat() {
        return after(Configs.single(), scenario -> {
            scenario.buySignal();
            for (int i = 0; i < 100; i++) {
                scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("no match"));
            }
            scenario.sellSignal();
            scenario.pass(70_000);
        });
    }

    private static EngineScenario stoppedOut() {
        return after(Configs.of(Configs.scripted(null, true, 3)), scenario -> {
            scenario.say(Word.BUY);
            scenario.venue.move(ETH, "1880");
            scenario.run();
            scenario.venue.move(ETH, "2000");
            scenario.say(Word.BUY);
        });
    }

    private static EngineScenario stopTo(String price) {
        return after(Configs.scripted(), scenario -> {
            scenario.say(Word.BUY);
            scenario.say(Word.STOP_TO, price);
        });
    }
}
