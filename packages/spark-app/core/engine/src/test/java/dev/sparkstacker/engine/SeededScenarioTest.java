package dev.sparkstacker.engine;

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
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals, faults, people and crashes in any order; once the venue behaves again, everything must be in order. */
class SeededScenarioTest {
    private static final int SEEDS = 100;
    private static final int STEPS = 60;
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    /** A hedged strategy and a second one on the same net account. */
    private static TradingConfig everything() {
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        return Configs.of(
                Configs.strategy("macd-eth", Configs.hedge(), true),
                Configs.strategy("macd-two", small, null, true, "2"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheBooksAgreeOnceTheVenueBehaves(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        EngineScenario scenario = EngineScenario.started(everything());
        for (int step = 0; step < STEPS; step++) {
            step(scenario, random);
        }
        calmDown(scenario);

        Oracle.check(scenario);
        for (int i = 0; i < 3; i++) {
            Oracle.checkRecoveryAt(
                    scenario, 1 + random.nextInt(scenario.journal.entries().size()));
        }
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        assertThat(scenario.incidents("reconciliation_mismatch")).isZero();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private static void step(EngineScenario scenario, Random random) {
        FakeVenue venue = scenario.venue;
        AccountId account = random.nextBoolean() ? MAIN : HEDGE;
        switch (random.nextInt(20)) {
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
            default -> person(scenario, random);
        }
        scenario.pass(random.nextInt(5_000));
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
        scenario.pass(120_000);
        scenario.send(new OperatorEvent.ResumeRequested(9, "cli:test", "calm"));
        scenario.pass(60_000);
    }
}
