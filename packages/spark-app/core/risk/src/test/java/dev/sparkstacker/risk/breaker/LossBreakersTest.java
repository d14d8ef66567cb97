package dev.sparkstacker.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daily loss and drawdown: limits, midnight, restarts, transfers, resets and cool-off. */
class LossBreakersTest {
    private static final String DAILY = "daily-loss";
    private static final String DRAWDOWN = "drawdown";

    private static Board started() {
        Board board = new Board(Board.usual());
        board.equity("10000");
        return board;
    }

    @Test
    void theDailyLossWarnsAtEightyPercentAndTripsAtTheLimit() {
        Board board = started();
        board.earn("-399.99999999");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        board.earn("-0.00000001");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        assertThat(board.board.warns(Board.MAIN, Board.MACD, Board.ETH)).isTrue();
        assertThat(board.enters()).isTrue();
        board.earn("-99.99999999");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.enters()).isFalse();
        assertThat(board.told(BreakerKind.DAILY_LOSS))
                .containsExactly(
                        new BreakerTransition(
                                BreakerKind.DAILY_LOSS,
                                RiskScope.global(),
                                DAILY,
                                BreakerStage.NORMAL,
                                BreakerStage.WARNING,
                                "400 USD",
                                ">= 500 USD",
                                null,
                                "engine",
                                "",
                                Board.NOON),
                        new BreakerTransition(
                                BreakerKind.DAILY_LOSS,
                                RiskScope.global(),
                                DAILY,
                                BreakerStage.WARNING,
                                BreakerStage.TRIPPED,
                                "500 USD",
                                ">= 500 USD",
                                BreakerAction.HALT,
                                "engine",
                                "",
                                Board.NOON));
    }

    @Test
    void aWarningGoesAwayWithTheLossATripDoesNot() {
        Board board = started();
        board.earn("-400");
        board.earn("0.00000001");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        board.earn("-500");
        board.earn("500");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.reading(DAILY).value())
                .as("what is shown goes on")
                .isEqualTo(Usd.of("399.99999999").e8());
    }

    @Test
    void aGainOfTheDayIsSpentBeforeTheLimitIs() {
        Board board = started();
        board.earn("300");
        board.earn("-700");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.earn("-100");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void flattenFollowsWhereThePolicySaysSo() {
        Board board = new Board(Board.config(
                new LimitSet.Losses(Board.usd("500"), null, null), List.of(), Board.policy(BreakerAction.FLATTEN, 0)));
        board.equity("10000");
        board.earn("-500");
        assertThat(board.told.getLast().action()).isEqualTo(BreakerAction.FLATTEN);
    }

    @Test
    void atMidnightTheDayBeginsAnewAndATrippedBreakerStaysTripped() {
        Board board = started();
        board.earn("-450");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.nowMs = Board.MIDNIGHT - 1;
        board.equity("9550");
        assertThat(board.reading(DAILY).value()).isEqualTo(Usd.of("450").e8());
        board.pass(1);
        assertThat(board.reading(DAILY).value()).isZero();
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        board.earn("-499.99999999");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        board.nowMs += 86_400_000L;
        board.equity("9050");
        assertThat(board.reading(DAILY).value()).isZero();
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void whatIsLostOverMidnightWhileTheProcessIsDownCountsInTheNewDay() {
        Board board = started();
        board.nowMs = Board.MIDNIGHT + 3_600_000L;
        board.booked.put(new RiskScope.OfAccount(Board.MAIN), Usd.of("-450"));
        Board later = board.restarted();
        later.equity("9550");
        assertThat(later.reading(DAILY).value()).isEqualTo(Usd.of("450").e8());
        Board gained = started();
        gained.nowMs = Board.MIDNIGHT + 3_600_000L;
        gained.booked.put(new RiskScope.OfAccount(Board.MAIN), Usd.of("450"));
        gained.equity("10450");
        assertThat(gained.reading(DAILY).value())
                .as("a gain overnight makes no room")
                .isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotBeginTheDayAnew() {
        Board board = started();
        board.earn("-400");
        board.nowMs -= 2 * 86_400_000L;
        board.judge();
        assertThat(board.reading(DAILY).value()).isEqualTo(Usd.of("400").e8());
    }

    @Test
    void aShareOfTheDaysBeginningLimitsToo() {
        Board board = new Board(Board.config(
                new LimitSet.Losses(new LossLimit(Usd.of("500"), Pct.of("2")), Board.pct("10"), null),
                List.of(),
                BreakerPolicy.DEFAULT));
        board.equity("10000");
        assertThat(board.reading(DAILY).limit()).isEqualTo(Usd.of("200").e8());
        assertThat(board.reading(DRAWDOWN).limit()).isEqualTo(Usd.of("1000").e8());
        board.earn("-200");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(new LossLimit(Usd.of("500"), Pct.of("20")).against(Usd.of("10000")))
                .isEqualTo(Usd.of("500"));
        assertThat(new LossLimit(null, null).against(Usd.of("10000"))).isNull();
        assertThat(Board.pct("10").against(Usd.of("-5"))).isEqualTo(Usd.ZERO);
        assertThat(Board.pct("10").against(Usd.of("5"))).isEqualTo(Usd.of("0.5"));
    }

    @Test
    void theDrawdownCountsFromThePeakAcrossDays() {
        Board board = started();
        board.earn("200");
        for (int day = 1; day <= 2; day++) {
            board.nowMs += 86_400_000L;
            board.equity(Integer.toString(10_200 - (day - 1) * 450));
            board.earn("-450");
        }
        assertThat(board.reading(DRAWDOWN).value()).isEqualTo(Usd.of("900").e8());
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.WARNING);
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.earn("-49.99999999");
        board.nowMs += 86_400_000L;
        board.equity("9250.00000001");
        board.earn("-50");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void theDrawdownIsExactlyAtItsLimit() {
        Board board = new Board(
                Board.config(new LimitSet.Losses(null, Board.usd("1000"), null), List.of(), BreakerPolicy.DEFAULT));
        board.equity("10000");
        board.earn("-799.99999999");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.NORMAL);
        board.earn("-0.00000001");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.WARNING);
        board.earn("-199.99999999");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.TRIPPED);
        board.earn("-1");
        assertThat(board.reading(DRAWDOWN).value()).isEqualTo(Usd.of("1001").e8());
    }

    @Test
    void aDepositIsNoGainAndAWithdrawalNoLoss() {
        Board board = started();
        board.earn("-100");
        board.nowMs += 1_000;
        board.transfer("5000");
        board.equity("14900");
        assertThat(board.reading(DAILY).value()).isEqualTo(Usd.of("100").e8());
        assertThat(board.reading(DRAWDOWN).value()).isEqualTo(Usd.of("100").e8());
        board.nowMs += 1_000;
        board.transfer("-12000");
        board.equity("2900");
        assertThat(board.reading(DAILY).value()).isEqualTo(Usd.of("100").e8());
        assertThat(board.reading(DRAWDOWN).value()).isEqualTo(Usd.of("100").e8());
        assertThat(board.told).isEmpty();
    }

    @Test
    void aWithdrawalThatWasReadBeforeItWasToldIsTakenBack() {
        Board board = started();
        long withdrawnAt = board.nowMs + 500;
        board.nowMs += 1_000;
        board.equity("9600");
        assertThat(board.stage(DAILY))
                .as("400 of 10,000 is within what is believed")
                .isEqualTo(BreakerStage.WARNING);
        board.nowMs += 1_000;
        board.transfer("-400", withdrawnAt);
        assertThat(board.reading(DAILY).value()).isZero();
        assertThat(board.reading(DRAWDOWN).value()).isZero();
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        board.equity("9600");
        assertThat(board.reading(DAILY).value()).isZero();
    }

    @Test
    void transfersOfATimeBeforeTheFirstReadingChangeNothing() {
        Board board = started();
        board.transfer("-3000", board.nowMs);
        board.transfer("-3000", board.nowMs - 1);
        board.equity("10000");
        assertThat(board.reading(DAILY).value()).isZero();
        assertThat(board.enters()).isTrue();
    }

    @Test
    void aTransferSeenBeforeTheDaysBaselineDoesNotMoveIt() {
        Board board = started();
        long withdrawnAt = board.nowMs + 10;
        board.nowMs += 20;
        board.equity("9700");
        board.nowMs = Board.MIDNIGHT + 5;
        board.equity("9700");
        assertThat(board.reading(DAILY).value()).isZero();
        board.transfer("-300", withdrawnAt);
        assertThat(board.reading(DAILY).value()).as("today began after it").isZero();
        assertThat(board.reading(DRAWDOWN).value()).as("the peak was before it").isZero();
    }

    @Test
    void betweenAccountsMoneyMovesWithoutAGainOrALoss() {
        Board board = new Board(Board.usual());
        board.accounts.add(Board.HEDGE);
        board.configure();
        board.equity(Board.MAIN, "6000");
        assertThat(board.reading(DAILY).limit())
                .as("unknown while one account is unread")
                .isZero();
        board.equity(Board.HEDGE, "4000");
        board.nowMs += 1_000;
        board.transfer("-1000");
        board.told.addAll(board.board.onTransfer(Board.HEDGE, Usd.of("1000"), board.nowMs, board.nowMs));
        board.nowMs += 1_000;
        board.equity(Board.MAIN, "5000");
        board.equity(Board.HEDGE, "5000");
        assertThat(board.reading(DAILY).value()).isZero();
        assertThat(board.told).isEmpty();
    }

    @Test
    void aPersonResetsWithAReasonAndTheCountBeginsFromThere() {
        Board board = started();
        board.earn("-600");
        board.nowMs += 5;
        assertThat(board.reset(DAILY)).isInstanceOf(ResetResult.Done.class);
        BreakerTransition reset = board.told.getLast();
        assertThat(reset.from()).isEqualTo(BreakerStage.TRIPPED);
        assertThat(reset.to()).isEqualTo(BreakerStage.NORMAL);
        assertThat(reset.by()).isEqualTo("cli:alice (trader)");
        assertThat(reset.reason()).isEqualTo("looked into it");
        assertThat(reset.action()).isNull();
        assertThat(reset.value()).isEqualTo("0 USD");
        assertThat(reset.threshold()).isEqualTo(">= 500 USD");
        assertThat(board.enters()).isTrue();
        board.earn("-499.99999999");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aResetDrawdownCountsFromANewPeak() {
        Board board = new Board(
                Board.config(new LimitSet.Losses(null, Board.usd("1000"), null), List.of(), BreakerPolicy.DEFAULT));
        board.equity("10000");
        board.earn("-1000");
        board.reset(DRAWDOWN);
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.NORMAL);
        board.earn("-999.99999999");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aResetNeedsAReasonATripAndAKnownWorth() {
        Board board = started();
        assertThat(board.reset(DAILY)).isEqualTo(new ResetResult.Refused("daily-loss is not tripped"));
        board.earn("-500");
        assertThat(board.board.reset(DAILY, new Resetter("a", "admin", "  "), board.nowMs))
                .isEqualTo(new ResetResult.Refused("a reset needs a reason"));
        assertThat(board.reset("daily"))
                .isInstanceOf(ResetResult.Refused.class)
                .asString()
                .contains("there is no breaker \"daily\"; there are daily-loss, drawdown, loss-streak");
        board.pass(120_001);
        assertThat(board.reset(DAILY)).isEqualTo(new ResetResult.Refused("what global is worth is not known now"));
        board.equity("9500");
        assertThat(board.reset(DAILY)).isInstanceOf(ResetResult.Done.class);
    }

    @Test
    void aPersonWithoutARoleIsNamedAlone() {
        assertThat(new Resetter("file", "", "x").by()).isEqualTo("file");
        assertThat(new Resetter("bob", "admin", "x").by()).isEqualTo("bob (admin)");
    }

    @Test
    void theCoolOffResetsByItselfWhereItIsConfigured() {
        Board board = new Board(Board.config(
                new LimitSet.Losses(Board.usd("500"), Board.usd("600"), null),
                List.of(),
                Board.policy(BreakerAction.HALT, 60_000)));
        board.equity("10000");
        board.earn("-700");
        board.pass(59_999);
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        board.pass(1);
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.told.getLast().by()).isEqualTo("cool-off");
        board.earn("-500");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void theCoolOffWaitsUntilTheWorthIsKnown() {
        Board board = new Board(Board.config(
                new LimitSet.Losses(Board.usd("500"), Board.usd("600"), null),
                List.of(),
                Board.policy(BreakerAction.HALT, 130_000)));
        board.equity("10000");
        board.earn("-700");
        board.pass(130_000);
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.TRIPPED);
        board.equity("9300");
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.stage(DRAWDOWN)).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void aRestartForgetsNothing() {
        Board board = started();
        board.earn("-450");
        Board later = board.restarted();
        assertThat(later.board.state()).isEqualTo(board.board.state());
        later.judge();
        assertThat(later.reading(DAILY).value()).isEqualTo(Usd.of("450").e8());
        later.earn("-50");
        assertThat(later.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(later.restarted().stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aNewLimitHoldsAtOnceAndKeepsWhatWasCounted() {
        Board board = started();
        board.earn("-300");
        board.config = Board.config(
                new LimitSet.Losses(Board.usd("300"), Board.usd("1000"), 3), List.of(), BreakerPolicy.DEFAULT);
        board.configure();
        board.judge();
        assertThat(board.stage(DAILY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aTrippedBreakerWhoseLimitIsTakenAwayStaysUntilItIsReset() {
        Board board = started();
        board.earn("-500");
        board.config = Board.config(LimitSet.Losses.NONE, List.of(), BreakerPolicy.DEFAULT);
        board.configure();
        board.judge();
        assertThat(board.enters()).isFalse();
        assertThat(board.board.state())
                .extracting(Breaker::name)
                .contains(DAILY)
                .doesNotContain(DRAWDOWN);
        assertThat(board.reset(DAILY)).isInstanceOf(ResetResult.Done.class);
        assertThat(board.enters()).isTrue();
        board.configure();
        assertThat(board.board.state()).extracting(Breaker::name).doesNotContain(DAILY);
    }

    @Test
    void aStrategyOrMarketLosesWhatItEarned() {
        ScopedLimits market = new ScopedLimits(
                new RiskScope.OfMarket(Board.ETH), Board.losses(new LimitSet.Losses(Board.usd("50"), null, null)));
        ScopedLimits strategy = new ScopedLimits(
                new RiskScope.OfStrategy(Board.MACD), Board.losses(new LimitSet.Losses(null, Board.usd("60"), null)));
        Board board = new Board(Board.config(LimitSet.Losses.NONE, List.of(market, strategy), BreakerPolicy.DEFAULT));
        board.equity("10000");
        board.earn("-49.99999999");
        assertThat(board.stage("daily-loss@market:ETH")).isEqualTo(BreakerStage.WARNING);
        board.earn("-0.00000001");
        assertThat(board.stage("daily-loss@market:ETH")).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.stage("drawdown@strategy:macd")).isEqualTo(BreakerStage.WARNING);
        board.transfer("-9000");
        assertThat(board.reading("daily-loss@market:ETH").value())
                .isEqualTo(Usd.of("50").e8());
    }

    @Test
    void whatIsLeftForTodayIsKnownOnlyWhileTheWorthIs() {
        Board board = started();
        board.earn("-120");
        assertThat(board.board.budgets(Board.MAIN, Board.MACD, Board.ETH))
                .containsExactly(new DailyBudget(RiskScope.global(), Usd.of("380")));
        board.booked.put(new RiskScope.OfAccount(Board.MAIN), null);
        board.judge();
        assertThat(board.board.budgets(Board.MAIN, Board.MACD, Board.ETH))
                .containsExactly(new DailyBudget(RiskScope.global(), null));
        assertThat(board.reading(DAILY).value())
                .as("what was counted stays")
                .isEqualTo(Usd.of("120").e8());
    }

    @Test
    void aBreakerOfOneAccountDoesNotHoldAnother() {
        ScopedLimits account = new ScopedLimits(
                new RiskScope.OfAccount(Board.MAIN), Board.losses(new LimitSet.Losses(Board.usd("50"), null, null)));
        Board board = new Board(Board.config(LimitSet.Losses.NONE, List.of(account), BreakerPolicy.DEFAULT));
        board.accounts.add(Board.HEDGE);
        board.configure();
        board.equity(Board.MAIN, "1000");
        board.earn("-50");
        assertThat(board.board.tripped(Board.MAIN, Board.MACD, Board.ETH)).isNotNull();
        assertThat(board.board.tripped(Board.HEDGE, Board.MACD, Board.ETH)).isNull();
        assertThat(board.board.budgets(Board.HEDGE, Board.MACD, Board.ETH)).isEmpty();
        assertThat(board.board.equity(Board.MAIN, scope -> board.booked.getOrDefault(scope, Usd.ZERO), board.nowMs))
                .isEqualTo(Usd.of("950"));
    }

    @Test
    void aTransferMovesWhatWasCountedBeforeIt() {
        DailyLossBreaker daily = DailyLossBreaker.fresh(RiskScope.global(), 0)
                .onWorth(Usd.of("1000"), Usd.of("500"), Pct.of("80"), 100)
                .onWorth(Usd.of("900"), Usd.of("500"), Pct.of("80"), 200);
        assertThat(daily.baselineAtMs()).isEqualTo(100);
        DailyLossBreaker unseen = daily.onTransfer(Usd.of("-50"), 300, false);
        assertThat(unseen.baseline()).isEqualTo(Usd.of("950"));
        assertThat(unseen.worth()).isEqualTo(Usd.of("850"));
        DailyLossBreaker seen = daily.onTransfer(Usd.of("-50"), 101, true);
        assertThat(seen.baseline()).isEqualTo(Usd.of("950"));
        assertThat(seen.worth()).isEqualTo(Usd.of("900"));
        assertThat(daily.onTransfer(Usd.of("-50"), 100, true).baseline()).isEqualTo(Usd.of("1000"));
        assertThat(daily.onTransfer(Usd.of("-50"), 100, false).baseline()).isEqualTo(Usd.of("950"));
        DailyLossBreaker fresh = DailyLossBreaker.fresh(RiskScope.global(), 0);
        assertThat(fresh.onTransfer(Usd.of("-50"), 100, false)).isEqualTo(fresh);
    }

    @Test
    void aTransferMovesThePeakThatWasReachedBeforeIt() {
        DrawdownBreaker drawdown = DrawdownBreaker.fresh(RiskScope.global(), 0)
                .onWorth(Usd.of("1000"), Usd.of("500"), Pct.of("80"), 100)
                .onWorth(Usd.of("1000"), Usd.of("500"), Pct.of("80"), 150)
                .onWorth(Usd.of("900"), Usd.of("500"), Pct.of("80"), 200);
        assertThat(drawdown.peakAtMs()).isEqualTo(100);
        DrawdownBreaker unseen = drawdown.onTransfer(Usd.of("-50"), 300, false);
        assertThat(unseen.peak()).isEqualTo(Usd.of("950"));
        assertThat(unseen.worth()).isEqualTo(Usd.of("850"));
        DrawdownBreaker seen = drawdown.onTransfer(Usd.of("-50"), 101, true);
        assertThat(seen.peak()).isEqualTo(Usd.of("950"));
        assertThat(seen.worth()).isEqualTo(Usd.of("900"));
        assertThat(drawdown.onTransfer(Usd.of("-50"), 100, true).peak()).isEqualTo(Usd.of("1000"));
        assertThat(drawdown.onTransfer(Usd.of("-50"), 100, false).peak()).isEqualTo(Usd.of("950"));
        DrawdownBreaker fresh = DrawdownBreaker.fresh(RiskScope.global(), 0);
        assertThat(fresh.onTransfer(Usd.of("-50"), 100, false)).isEqualTo(fresh);
    }

    @Test
    void oneAccountsTransferMovesNoOthersBaseline() {
        ScopedLimits hedge = new ScopedLimits(
                new RiskScope.OfAccount(Board.HEDGE), Board.losses(new LimitSet.Losses(Board.usd("50"), null, null)));
        Board board = new Board(Board.config(LimitSet.Losses.NONE, List.of(hedge), BreakerPolicy.DEFAULT));
        board.accounts.add(Board.HEDGE);
        board.configure();
        board.equity(Board.MAIN, "1000");
        board.equity(Board.HEDGE, "1000");
        board.nowMs += 1;
        board.transfer("-100");
        assertThat(board.told).isEmpty();
        assertThat(board.reading("daily-loss@account:hedge").value()).isZero();
    }
}
