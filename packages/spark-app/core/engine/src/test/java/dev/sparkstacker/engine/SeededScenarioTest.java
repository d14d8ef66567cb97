package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.BTC;
import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals, faults, people and crashes in any order; once the venue behaves again, everything must be in order. */
class SeededScenarioTest {
    private static final int SEEDS = Integer.getInteger("spark.scenario.seeds", 100);
    private static final int STEPS = 60;
    private static final Set<String> SEEN = new TreeSet<>();
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    private static final LegConfig SMALL = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));

    /** Signals of two strategies on one net account, one of them hedged. */
    private static TradingConfig crossovers() {
        return Configs.of(
                Configs.strategy("macd-eth", Configs.hedge(), true),
                Configs.strategy("macd-two", SMALL, null, true, "2"));
    }

    /** Every intent, a hedge with rules of its own, a cooldown, and positions of others that are closed. */
    private static TradingConfig everyIntent() {
        HedgeConfig hedge = new HedgeConfig(Configs.hedge().leg(), false, null, DynamicHedge.STANDARD);
        TradingConfig config =
                Configs.of(Configs.scripted(hedge, true, 2), Configs.scripted("macd-two", SMALL, null, false, 0));
        return Configs.with(config, UnknownPositionPolicy.CLOSE);
    }

    /** A hedge in another market, and positions of others that are taken over. */
    private static TradingConfig twoMarkets() {
        HedgeConfig hedge = new HedgeConfig(Configs.hedge().leg(), true, BTC, DynamicHedge.STANDARD);
        return Configs.with(Configs.of(Configs.scripted(hedge, true, 1)), UnknownPositionPolicy.ADOPT);
    }

    private static TradingConfig configOf(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> crossovers();
            case 1 -> everyIntent();
            default -> twoMarkets();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheBooksAgreeOnceTheVenueBehaves(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TradingConfig config = configOf(seed);
        EngineScenario scenario = EngineScenario.started(config);
        for (int step = 0; step < STEPS; step++) {
            step(scenario, random, config);
        }
        calmDown(scenario);

        Oracle.check(scenario);
        for (int i = 0; i < 3; i++) {
            Oracle.checkRecoveryAt(
                    scenario, 1 + random.nextInt(scenario.journal.entries().size()));
        }
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        if (config.unknownPositions() == UnknownPositionPolicy.HALT) {
            assertThat(scenario.incidents(IncidentCode.RECONCILIATION_MISMATCH)).isZero();
        }
        seen(scenario);
    }

    private static void seen(EngineScenario scenario) {
        for (IncidentCode code : IncidentCode.values()) {
            if (scenario.incidents(code) > 0) {
                SEEN.add(code.code());
            }
        }
        for (Output.TradeClosed trade : scenario.outputs(Output.TradeClosed.class)) {
            SEEN.add(trade.reason().toString());
        }
        for (Output.LegChanged leg : scenario.outputs(Output.LegChanged.class)) {
            SEEN.add(leg.detail());
        }
        for (Output.BarJudged judged : scenario.outputs(Output.BarJudged.class)) {
            SEEN.add(String.valueOf(judged.reason()));
        }
    }

    /** The runs are worth something only if what they are about occurred in them. */
    @AfterAll
    static void everythingOccurred() {
        assertThat(SEEN)
                .contains(
                        "position_adopted",
                        "unknown_position_closing",
                        "unknown_position_closed",
                        "late_entry_fill",
                        "hedge_rule_applied",
                        "hedge_leg_failed",
                        "foreign_fill",
                        "leaving: HEDGE_RULE",
                        "EXIT_SIGNAL",
                        "LIQUIDATION",
                        "stop moved",
                        "PART_ALREADY_EXITED",
                        "STOP_NOT_TIGHTER",
                        "COOLING_DOWN");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private static void step(EngineScenario scenario, Random random, TradingConfig config) {
        FakeVenue venue = scenario.venue;
        AccountId account = random.nextBoolean() ? MAIN : HEDGE;
        switch (random.nextInt(31)) {
            case 0, 1, 2 -> scenario.buySignal();
            case 3, 4, 5 -> scenario.sellSignal();
            case 6 -> scenario.bar("2000");
            case 7, 8 -> venue.next(anyPurpose(random), anyBehaviour(random));
            case 9 -> scenario.disconnect(account);
            case 10 -> scenario.connect(account);
            case 11 -> venue.statusReadsFail = random.nextBoolean();
            case 12 -> venue.accountReadsFail = random.nextBoolean();
            case 13 -> venue.fillsFirst = random.nextBoolean();
            case 14 -> venue.fillsTwice = random.nextBoolean();
            case 15 -> stopOut(scenario, random);
            case 16 -> somebodySells(scenario, account, random);
            case 17 -> holdFills(scenario, random);
            case 18 -> scenario.killAndRestart(random.nextInt(90_000));
            case 19 -> person(scenario, random);
            case 20 -> move(scenario, random);
            case 21 -> absentEntryExecutes(scenario, random);
            case 22 -> {
                if (config.unknownPositions() != UnknownPositionPolicy.HALT) {
                    somebodyEnlargesUnseen(scenario, random);
                }
            }
            default -> say(scenario, random);
        }
        scenario.pass(random.nextInt(5_000));
    }

    private static void say(EngineScenario scenario, Random random) {
        ScriptedStrategy.Word[] all = ScriptedStrategy.Word.values();
        scenario.say(all[random.nextInt(all.length)], String.valueOf(1_900 + random.nextInt(200)));
    }

    private static void move(EngineScenario scenario, Random random) {
        scenario.venue.move(ETH, String.valueOf(1_960 + random.nextInt(80)));
        scenario.venue.move(BTC, String.valueOf(49_000 + random.nextInt(2_000)));
        scenario.run();
    }

    private static void absentEntryExecutes(EngineScenario scenario, Random random) {
        for (Output.OrderChanged change : scenario.outputs(Output.OrderChanged.class)) {
            VenueBooks books = scenario.venue.of(change.account());
            boolean absent = change.state() == OrderState.ABSENT
                    && change.order().purpose() == OrderPurpose.ENTRY
                    && books.order(change.order().id()) == null
                    && change.cause().venueTimeMs() > scenario.clocks.venueTimeMs() - 500_000;
            if (absent) {
                Quantity whole = change.order().size();
                Quantity size = random.nextBoolean() ? whole : new Quantity(whole.e8() / 20_000 * 10_000);
                scenario.venue.executeAbsent(change.account(), change.order(), size);
                scenario.run();
                return;
            }
        }
    }

    /** Somebody adds to what is held, or opens a position, and nobody tells of the fill. */
    private static void somebodyEnlargesUnseen(EngineScenario scenario, Random random) {
        SignedQuantity held = scenario.venue.of(MAIN).position(ETH);
        boolean buy = held.isZero() ? random.nextBoolean() : held.isLong();
        scenario.venue.hiddenTrade(MAIN, buy ? Side.BUY : Side.SELL, "0.05");
        scenario.pass(1 + random.nextInt(40_000));
    }

    /** What no policy could explain is traded away again, unseen as it came. */
    private static void makeWhole(EngineScenario scenario) {
        SignedQuantity booked = SignedQuantity.ZERO;
        for (Pair.State pair : scenario.engine.state().pairs()) {
            booked = booked.plus(pair.main().position().size());
        }
        SignedQuantity excess = scenario.venue.of(MAIN).position(ETH).minus(booked);
        boolean closing = !scenario.engine.state().strays().isEmpty();
        if (!excess.isZero() && !closing) {
            scenario.venue.hiddenTrade(
                    MAIN, excess.isLong() ? Side.SELL : Side.BUY, excess.abs().toString());
        }
    }

    private static OrderPurpose anyPurpose(Random random) {
        OrderPurpose[] all = OrderPurpose.values();
        return all[random.nextInt(all.length)];
    }

    private static Knob.Behaviour anyBehaviour(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> NO_MATCH;
            case 1 -> new Knob.LoseReply(true);
            case 2 -> new Knob.LoseReply(false);
            case 3 -> new Knob.Vanish();
            default -> new Knob.Pieces(List.of(Quantity.of("0.01"), Quantity.of("0.005")));
        };
    }

    private static void stopOut(EngineScenario scenario, Random random) {
        boolean down = random.nextBoolean();
        scenario.venue.quote(down ? "1879.5" : "2119.5", down ? "1880.5" : "2120.5");
        scenario.venue.mark(down ? "1880" : "2120", random.nextBoolean() ? null : Quantity.of("0.01"));
        scenario.run();
        scenario.venue.quote("1999.5", "2000.5");
        scenario.venue.mark("2000", null);
        scenario.run();
    }

    private static void somebodySells(EngineScenario scenario, AccountId account, Random random) {
        SignedQuantity position = scenario.venue.of(account).position(ETH);
        long lots = position.abs().e8() / 10_000;
        if (lots > 0) {
            Quantity part = new Quantity((1 + random.nextInt((int) lots)) * 10_000L);
            Side side = position.isLong() ? Side.SELL : Side.BUY;
            scenario.venue.foreignTrade(account, side, part.toString(), random.nextBoolean());
            scenario.run();
        }
    }

    private static void holdFills(EngineScenario scenario, Random random) {
        if (random.nextBoolean()) {
            scenario.venue.holdFills = true;
        } else {
            scenario.venue.releaseFills();
            scenario.run();
        }
    }

    private static void person(EngineScenario scenario, Random random) {
        scenario.send(
                switch (random.nextInt(4)) {
                    case 0 -> new OperatorEvent.HaltRequested(1, "cli:test", "seeded");
                    case 1 -> new OperatorEvent.FlattenRequested(2, "cli:test", "seeded");
                    case 2 -> new OperatorEvent.CloseRequested(3, "cli:test", ETH, Rate.of("0.3"));
                    default -> new OperatorEvent.ResumeRequested(4, "cli:test", "seeded");
                });
    }

    private static void calmDown(EngineScenario scenario) {
        FakeVenue venue = scenario.venue;
        venue.knobs.clear();
        venue.statusReadsFail = false;
        venue.accountReadsFail = false;
        venue.releaseFills();
        scenario.run();
        scenario.connect(MAIN);
        scenario.connect(HEDGE);
        venue.move(ETH, "2000");
        venue.move(BTC, "50000");
        scenario.run();
        scenario.pass(120_000);
        makeWhole(scenario);
        scenario.pass(60_000);
        scenario.send(new OperatorEvent.ResumeRequested(9, "cli:test", "calm"));
        scenario.pass(60_000);
    }
}
