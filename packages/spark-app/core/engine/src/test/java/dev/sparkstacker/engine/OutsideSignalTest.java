package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalAction;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signals from outside: each is carried out at once, or answered with the reason why not. */
class OutsideSignalTest {
    private static final long MAX_AGE_MS = 30_000;

    private EngineScenario scenario = EngineScenario.started(webhook());
    private int sent;

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private static TradingConfig webhook() {
        return Configs.of(new StrategyConfig(
                new StrategyId("macd-eth"),
                "webhook",
                List.of(ETH),
                Interval.M1,
                List.of(new Parameter("maxAgeMs", Long.toString(MAX_AGE_MS))),
                new LegConfig(MAIN, Usd.of("80"), new Leverage(10)),
                null,
                new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000, 0),
                true));
    }

    /** A new signal of just now. */
    private Output.RequestAnswered signal(SignalAction action) {
        return signal("tv-" + ++sent, action, 0);
    }

    private Output.RequestAnswered signal(String id, SignalAction action, long ageMs) {
        return signal("macd-eth", ETH, id, action, ageMs);
    }

    private Output.RequestAnswered signal(
            String strategy, MarketId market, String id, SignalAction action, long ageMs) {
        long sentAt = scenario.clocks.machineTimeMs() - ageMs;
        scenario.send(
                new SignalEvent.SignalReceived(41, "webhook", id, new StrategyId(strategy), market, action, sentAt));
        Output.RequestAnswered answer = scenario.last(Output.RequestAnswered.class);
        assertThat(answer.requestId()).isEqualTo(41);
        return answer;
    }

    @Test
    void aBuyIsEnteredAtOnceAndExplained() {
        Output.RequestAnswered answer = signal(SignalAction.BUY);

        assertThat(answer.accepted()).isTrue();
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.ENTER);
        assertThat(scenario.judged().conditions())
                .extracting(condition -> condition.name() + "=" + condition.value())
                .contains("signal=BUY tv-1", "id=new");
        scenario.pass(1_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().size().signum()).isPositive();
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void aSellTurnsALongAndACloseLeavesIt() {
        signal(SignalAction.BUY);
        scenario.pass(1_000);
        assertThat(signal(SignalAction.SELL).accepted()).isTrue();
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.REVERSE);
        scenario.pass(5_000);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
        assertThat(scenario.leg(MAIN_LEG).position().size().signum()).isNegative();

        assertThat(signal(SignalAction.CLOSE).accepted()).isTrue();
        scenario.pass(5_000);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.EXIT_SIGNAL);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void aSignalOfTheSameSideOrACloseOfNothingIsRefused() {
        assertThat(signal(SignalAction.CLOSE)).satisfies(refused(Reason.NO_POSITION));
        signal(SignalAction.BUY);
        scenario.pass(1_000);
        assertThat(signal(SignalAction.BUY)).satisfies(refused(Reason.ALREADY_IN_POSITION));
        assertThat(scenario.judged().side()).isNull();
    }

    @Test
    void anOldSignalAndOneOfTheFutureAreRefused() {
        assertThat(signal("old", SignalAction.BUY, MAX_AGE_MS + 1)).satisfies(refused(Reason.SIGNAL_EXPIRED));
        assertThat(signal("ahead", SignalAction.BUY, -60_001)).satisfies(refused(Reason.SIGNAL_EXPIRED));
        assertThat(scenario.sent).isEmpty();
        assertThat(signal("just in time", SignalAction.BUY, MAX_AGE_MS).accepted())
                .isTrue();
    }

    @Test
    void theSameIdCountsOnceAlsoAfterARestart() {
        assertThat(signal("once", SignalAction.BUY, 0).accepted()).isTrue();
        scenario.pass(1_000);
        signal(SignalAction.CLOSE);
        scenario.pass(5_000);
        assertThat(signal("once", SignalAction.BUY, 0)).satisfies(refused(Reason.DUPLICATE_SIGNAL));
        scenario.killAndRestart(1_000);
        assertThat(signal("once", SignalAction.BUY, 0)).satisfies(refused(Reason.DUPLICATE_SIGNAL));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void whileHaltedNothingIsEnteredButACloseGoesThrough() {
        signal(SignalAction.BUY);
        scenario.pass(1_000);
        scenario.send(new OperatorEvent.HaltRequested(1, "cli:test", "lunch"));

        assertThat(signal(SignalAction.SELL)).satisfies(refused(Reason.NOT_ACTIVE));
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.BUY);
        assertThat(signal(SignalAction.CLOSE).accepted()).isTrue();
        scenario.pass(5_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void whatTheRiskRulesDenyIsAnsweredWithTheirReason() {
        scenario.send(new MarketEvent.FeedDegraded(ETH, FeedFault.CROSSED, "bid 2001 ask 2000"));

        assertThat(signal(SignalAction.BUY)).satisfies(refused(Reason.FEED_DEGRADED));
        assertThat(scenario.sent).isEmpty();
    }

    @Test
    void aNameThatTradesNothingIsRefused() {
        assertThat(signal("nobody", ETH, "a", SignalAction.BUY, 0).message())
                .isEqualTo("UNKNOWN_STRATEGY: no strategy nobody trades ETH-USD");
        assertThat(signal("macd-eth", Configs.BTC, "b", SignalAction.BUY, 0).accepted())
                .isFalse();
    }

    @Test
    void aStrategyThatTakesNoSignalsSaysSo() {
        scenario = EngineScenario.started(Configs.single());
        Output.RequestAnswered answer = signal(SignalAction.BUY);

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.message()).startsWith("NOT_A_WEBHOOK: macd-eth takes no signals; its type is macd");
    }

    private static Consumer<Output.RequestAnswered> refused(Reason reason) {
        return answer -> {
            assertThat(answer.accepted()).isFalse();
            assertThat(answer.message()).startsWith(reason + ": ");
        };
    }
}
