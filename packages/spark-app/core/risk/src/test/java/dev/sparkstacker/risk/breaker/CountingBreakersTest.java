package dev.sparkstacker.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The breakers that count: losses in a row, failed orders, refused requests, silence, and differing books. */
class CountingBreakersTest {
    private static final String STREAK = "loss-streak";
    private static final String ERRORS = "order-errors@account:main";
    private static final String RATE = "rate-limit@account:main";
    private static final String STALE = "stale-data@market:ETH";
    private static final String BOOKS = "reconciliation@account:main";

    private static Board started() {
        Board board = new Board(Board.usual());
        board.equity("10000");
        return board;
    }

    private static void order(Board board, boolean error) {
        board.told.addAll(board.board.onOrderOutcome(Board.MAIN, error, board.nowMs));
    }

    private static void refused(Board board) {
        board.told.addAll(board.board.onRateLimited(Board.MAIN, board.nowMs));
    }

    private static void compared(Board board, int differences) {
        board.told.addAll(board.board.onReconciled(Board.MAIN, differences, board.nowMs));
    }

    @Test
    void threeLossesInARowTrip() {
        Board board = started();
        board.trade("-1");
        board.trade("-0.00000001");
        assertThat(board.stage(STREAK)).isEqualTo(BreakerStage.NORMAL);
        board.trade("-1");
        assertThat(board.stage(STREAK)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told.getLast().value()).isEqualTo("3");
        assertThat(board.told.getLast().threshold()).isEqualTo(">= 3");
        board.trade("5");
        assertThat(board.stage(STREAK)).as("a win does not untrip").isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aTradeThatDoesNotLoseEndsTheRow() {
        Board board = started();
        board.trade("-1");
        board.trade("-1");
        board.trade("0");
        board.trade("-1");
        board.trade("-1");
        assertThat(board.stage(STREAK)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.reading(STREAK).value()).isEqualTo(2);
    }

    @Test
    void theRowSurvivesARestartAndAResetEndsIt() {
        Board board = started();
        board.trade("-1");
        board.trade("-1");
        Board later = board.restarted();
        later.trade("-1");
        assertThat(later.stage(STREAK)).isEqualTo(BreakerStage.TRIPPED);
        later.reset(STREAK);
        later.trade("-1");
        assertThat(later.reading(STREAK).value()).isEqualTo(1);
        assertThat(later.stage(STREAK)).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void aStrategysRowCountsItsOwnTradesOnly() {
        ScopedLimits own = new ScopedLimits(
                new RiskScope.OfStrategy(Board.MACD), Board.losses(new LimitSet.Losses(null, null, 5)));
        Board board = new Board(Board.config(LimitSet.Losses.NONE, List.of(own), BreakerPolicy.DEFAULT));
        board.board.onTradeClosed(Board.MAIN, new StrategyId("other"), Board.ETH, Usd.of("-1"), board.nowMs);
        assertThat(board.reading("loss-streak@strategy:macd").value()).isZero();
        for (int i = 0; i < 4; i++) {
            board.trade("-1");
        }
        assertThat(board.stage("loss-streak@strategy:macd")).isEqualTo(BreakerStage.WARNING);
        board.trade("-1");
        assertThat(board.stage("loss-streak@strategy:macd")).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void halfOfTenFailedOrdersTrip() {
        Board board = started();
        for (int i = 0; i < 4; i++) {
            order(board, true);
        }
        for (int i = 0; i < 5; i++) {
            order(board, false);
        }
        assertThat(board.stage(ERRORS)).as("nine orders say nothing").isEqualTo(BreakerStage.NORMAL);
        assertThat(board.reading(ERRORS).value()).isZero();
        order(board, false);
        assertThat(board.stage(ERRORS)).as("four of ten is 80 % of the limit").isEqualTo(BreakerStage.WARNING);
        order(board, true);
        assertThat(board.stage(ERRORS)).as("five of eleven").isEqualTo(BreakerStage.WARNING);
        order(board, true);
        assertThat(board.stage(ERRORS)).as("six of twelve").isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told.getLast().value()).isEqualTo("50 %");
        assertThat(board.told.getLast().threshold()).isEqualTo(">= 50 %");
    }

    @Test
    void oldOrdersDoNotCount() {
        Board board = started();
        for (int i = 0; i < 10; i++) {
            order(board, i < 4);
        }
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.WARNING);
        board.pass(599_999);
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.WARNING);
        board.pass(1);
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.reading(ERRORS).value()).isZero();
    }

    @Test
    void failedOrdersAreForgottenByAReset() {
        Board board = started();
        for (int i = 0; i < 10; i++) {
            order(board, true);
        }
        board.reset(ERRORS);
        order(board, true);
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.NORMAL);
        board.board.onOrderOutcome(Board.HEDGE, true, board.nowMs);
        assertThat(((OrderErrorBreaker) board.breaker(ERRORS)).orders().timesMs())
                .hasSize(1);
    }

    @Test
    void memoryOfOrdersIsBounded() {
        Board board = started();
        for (int i = 0; i < 700; i++) {
            board.nowMs++;
            order(board, i % 4 == 0);
        }
        OrderErrorBreaker breaker = (OrderErrorBreaker) board.breaker(ERRORS);
        assertThat(breaker.orders().timesMs())
                .hasSize(500)
                .doesNotContain(Board.NOON + 200)
                .contains(Board.NOON + 201);
        assertThat(breaker.errors().timesMs()).hasSize(175);
    }

    @Test
    void fiveRefusedRequestsAMinuteTripAndCoolOff() {
        Board board = started();
        for (int i = 0; i < 3; i++) {
            refused(board);
        }
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.NORMAL);
        refused(board);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.WARNING);
        board.pass(60_000);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.NORMAL);
        for (int i = 0; i < 5; i++) {
            refused(board);
        }
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told.getLast().action()).isEqualTo(BreakerAction.HALT);
        board.equity("10000");
        board.pass(299_999);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.TRIPPED);
        board.pass(1);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.told.getLast().by()).isEqualTo("cool-off");
    }

    @Test
    void theCoolOffWaitsWhileRequestsAreStillRefused() {
        Board board = started();
        for (int i = 0; i < 5; i++) {
            refused(board);
        }
        board.nowMs += 299_990;
        for (int i = 0; i < 5; i++) {
            refused(board);
        }
        board.pass(10);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.TRIPPED);
        board.pass(59_989);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.TRIPPED);
        board.pass(1);
        assertThat(board.stage(RATE)).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void refusedRequestsAreForgottenByAReset() {
        Board board = started();
        for (int i = 0; i < 5; i++) {
            refused(board);
        }
        board.reset(RATE);
        refused(board);
        assertThat(board.reading(RATE).value()).isEqualTo(1);
        board.board.onRateLimited(Board.HEDGE, board.nowMs);
        assertThat(board.reading(RATE).value()).isEqualTo(1);
    }

    @Test
    void aMarketThatTellsNothingForAMinuteTrips() {
        Board board = started();
        board.judge();
        board.nowMs += 47_999;
        board.judgeInSilence();
        assertThat(board.stage(STALE)).isEqualTo(BreakerStage.NORMAL);
        board.nowMs += 1;
        board.judgeInSilence();
        assertThat(board.stage(STALE)).isEqualTo(BreakerStage.WARNING);
        board.nowMs += 11_999;
        board.judgeInSilence();
        assertThat(board.stage(STALE)).isEqualTo(BreakerStage.WARNING);
        board.nowMs += 1;
        board.judgeInSilence();
        assertThat(board.stage(STALE)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told.getLast().value()).isEqualTo("60000 ms");
        assertThat(board.board.tripped(Board.MAIN, Board.MACD, new MarketId("BTC")))
                .isNull();
    }

    @Test
    void silenceIsResetOnlyWhenItIsOver() {
        Board board = started();
        board.nowMs += 70_000;
        board.judgeInSilence();
        assertThat(board.reset(STALE)).isEqualTo(new ResetResult.Refused("market ETH still tells nothing"));
        board.nowMs += 60_000;
        board.judgeInSilence();
        assertThat(board.stage(STALE)).as("no cool-off in silence").isEqualTo(BreakerStage.TRIPPED);
        board.judge();
        assertThat(board.stage(STALE)).as("cooled off, and news again").isEqualTo(BreakerStage.NORMAL);
        board.nowMs += 60_000;
        board.judgeInSilence();
        board.nowMs += 59_999;
        board.judge();
        assertThat(board.stage(STALE)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.reset(STALE)).isInstanceOf(ResetResult.Done.class);
    }

    @Test
    void newsOfTheFutureAndOfOtherMarketsAreNoHarm() {
        Board board = started();
        board.board.onMarketNews(Board.ETH, board.nowMs + 5_000);
        board.judgeInSilence();
        assertThat(board.reading(STALE).value()).isZero();
        board.board.onMarketNews(Board.ETH, board.nowMs);
        board.nowMs += 6_000;
        board.judgeInSilence();
        assertThat(board.reading(STALE).value()).as("older news change nothing").isEqualTo(1_000);
        board.board.onMarketNews(new MarketId("BTC"), board.nowMs);
        board.judgeInSilence();
        assertThat(board.reading(STALE).value()).isEqualTo(1_000);
    }

    @Test
    void booksThatDifferTripAtOnceAndAgainWhileTheyDo() {
        Board board = started();
        compared(board, 0);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.NORMAL);
        compared(board, 1);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.TRIPPED);
        compared(board, 0);
        assertThat(board.stage(BOOKS)).as("a person looks first").isEqualTo(BreakerStage.TRIPPED);
        board.pass(86_400_000L);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.TRIPPED);
        board.reset(BOOKS);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.NORMAL);
        compared(board, 2);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told.getLast().value()).isEqualTo("2");
        board.board.onReconciled(Board.HEDGE, 0, board.nowMs);
        assertThat(board.reading(BOOKS).value()).isEqualTo(2);
    }

    @Test
    void aCoolOffOfDifferingBooksWaitsUntilTheyAgree() {
        BreakerPolicy usual = BreakerPolicy.DEFAULT;
        BreakerPolicy policy = new BreakerPolicy(
                usual.dailyLoss(),
                usual.drawdown(),
                usual.lossStreak(),
                usual.orderErrors(),
                usual.rateLimit(),
                usual.staleData(),
                new BreakerPolicy.Reconciliation(usual.rateLimit().rule(), 1),
                usual.equity());
        Board board = new Board(Board.config(LimitSet.Losses.NONE, List.of(), policy));
        compared(board, 1);
        board.pass(300_000);
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.TRIPPED);
        compared(board, 0);
        board.judge();
        assertThat(board.stage(BOOKS)).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void everyKindHasItsNameAndTheShownOrderIsFixed() {
        Board board = new Board(Board.usual());
        assertThat(board.board.state())
                .extracting(Breaker::name)
                .containsExactly("daily-loss", "drawdown", STREAK, ERRORS, RATE, STALE, BOOKS, "equity@account:main");
        assertThat(board.board.state()).extracting(Breaker::kind).containsExactly(BreakerKind.values());
    }

    @Test
    void countsCoolOffWhereItIsConfigured() {
        BreakerPolicy usual = BreakerPolicy.DEFAULT;
        BreakerPolicy policy = new BreakerPolicy(
                usual.dailyLoss(),
                usual.drawdown(),
                usual.rateLimit().rule(),
                new BreakerPolicy.OrderErrors(
                        usual.rateLimit().rule(), usual.orderErrors().maxShare(), 10, 600_000),
                usual.rateLimit(),
                usual.staleData(),
                usual.reconciliation(),
                usual.equity());
        Board board = new Board(Board.config(new LimitSet.Losses(null, null, 1), List.of(), policy));
        board.trade("-1");
        for (int i = 0; i < 10; i++) {
            order(board, true);
        }
        board.pass(299_999);
        assertThat(board.stage(STREAK)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.TRIPPED);
        board.pass(1);
        assertThat(board.stage(STREAK)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.stage(ERRORS)).isEqualTo(BreakerStage.NORMAL);
    }
}
