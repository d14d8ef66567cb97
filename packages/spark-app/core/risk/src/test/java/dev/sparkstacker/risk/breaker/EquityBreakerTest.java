package dev.sparkstacker.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which readings of the equity are believed, and what follows from the others. Believed is up to 5 %, or 5 USD. */
class EquityBreakerTest {
    private static final String EQUITY = "equity@account:main";

    private static Board started() {
        Board board = new Board(Board.config(
                new LimitSet.Losses(Board.usd("300"), Board.usd("300"), null),
                List.of(),
                Board.policy(BreakerAction.FLATTEN, 0)));
        board.equity("10000");
        return board;
    }

    @Test
    void beforeTheFirstReadingNothingIsKnown() {
        Board board = new Board(Board.usual());
        assertThat(board.board.equityDoubt(Board.MAIN, board.nowMs)).isEqualTo("never read");
        assertThat(board.board.equityDoubt(Board.HEDGE, board.nowMs)).isEqualTo("never read");
        assertThat(board.enters()).isFalse();
        assertThat(board.board.equity(Board.MAIN, scope -> Usd.ZERO, board.nowMs))
                .isNull();
        board.equity("10000");
        assertThat(board.enters()).isTrue();
    }

    @Test
    void aJumpUpToTheBoundIsBelieved() {
        Board board = started();
        board.nowMs += 1_000;
        board.equity("9500.00000001");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.reading(EQUITY))
                .isEqualTo(new Reading(
                        dev.sparkstacker.risk.Unit.USD,
                        Usd.of("499.99999999").e8(),
                        Usd.of("500").e8()));
    }

    @Test
    void aLargerJumpHaltsEntriesAndNeverFlattens() {
        Board board = started();
        board.nowMs += 1_000;
        board.equity("9500");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.enters()).isFalse();
        BreakerTransition tripped = board.told.getLast();
        assertThat(tripped.action()).isEqualTo(BreakerAction.HALT);
        assertThat(tripped.value()).isEqualTo("500 USD");
        assertThat(tripped.threshold()).isEqualTo(">= 500 USD");
        assertThat(tripped.reason())
                .isEqualTo("read as 9500 USD, 500 USD away from what trading and transfers explain");
        assertThat(board.told(BreakerKind.DAILY_LOSS))
                .as("no loss is judged by it")
                .isEmpty();
        assertThat(board.told(BreakerKind.DRAWDOWN)).isEmpty();
        assertThat(board.told).hasSize(1);
    }

    @Test
    void aJumpUpIsAsImplausibleAsOneDown() {
        Board board = started();
        board.equity("10500");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void aSmallAccountsNoiseIsBelieved() {
        Board board = new Board(Board.usual());
        board.equity("10");
        board.equity("14.99999999");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        board.equity("19.99999999");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void whatOwnTradingExplainsIsBelievedHoweverMuch() {
        Board board = started();
        board.earn("-200");
        board.earn("5000");
        board.equity("14800");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.enters()).isTrue();
    }

    @Test
    void anAnswerWithoutANumberHaltsEntriesAndIsNeverTakenAsZero() {
        Board board = started();
        board.equity(null);
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told).hasSize(1);
        assertThat(board.told.getLast().reason()).isEqualTo("the venue told no equity");
        assertThat(board.board.equityDoubt(Board.MAIN, board.nowMs)).isEqualTo("the venue told no equity");
        assertThat(board.reading("daily-loss").value()).isZero();
        assertThat(board.reset(EQUITY))
                .isEqualTo(new ResetResult.Refused("the venue told no equity: there is nothing to accept"));
        board.equity("10000");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.enters()).isTrue();
    }

    @Test
    void theNextReadingThatFitsEndsTheDoubt() {
        Board board = started();
        board.equity("100");
        board.nowMs += 10;
        board.equity("9990");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.told.getLast().to()).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.told.getLast().by()).isEqualTo("engine");
        assertThat(board.reading("daily-loss").value()).isEqualTo(Usd.of("10").e8());
    }

    @Test
    void theSameImplausibleReadingTwiceIsNotBelieved() {
        Board board = started();
        board.equity("5000");
        board.equity("5000");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
        assertThat(board.told).hasSize(1);
    }

    @Test
    void aTransferToldLateExplainsTheDoubtedReading() {
        Board board = started();
        long withdrawnAt = board.nowMs + 400;
        board.nowMs += 1_000;
        board.equity("4000");
        assertThat(board.enters()).isFalse();
        board.nowMs += 1_000;
        board.transfer("-6000", withdrawnAt);
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.enters()).isTrue();
        assertThat(board.reading("daily-loss").value()).isZero();
        assertThat(board.reading("drawdown").value()).isZero();
        assertThat(board.told(BreakerKind.DAILY_LOSS)).isEmpty();
    }

    @Test
    void aTransferThatExplainsOnlyAPartLeavesTheDoubt() {
        Board board = started();
        long withdrawnAt = board.nowMs + 400;
        board.nowMs += 1_000;
        board.equity("4000");
        board.transfer("-2000", withdrawnAt);
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
        board.transfer("-4000", withdrawnAt + 1);
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void aPersonAcceptsWhatWasReadAsAGainOrALoss() {
        Board board = started();
        board.equity("9000");
        board.nowMs += 100;
        assertThat(board.reset(EQUITY)).isInstanceOf(ResetResult.Done.class);
        board.judge();
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.reading("daily-loss").value()).isEqualTo(Usd.of("1000").e8());
        assertThat(board.stage("daily-loss")).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void timeAloneNeverAcceptsAReading() {
        Board board = started();
        board.equity("9000");
        board.pass(86_400_000L);
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void anOldReadingIsUnknown() {
        Board board = started();
        board.pass(120_000);
        assertThat(board.enters()).isTrue();
        board.pass(1);
        assertThat(board.enters()).isFalse();
        assertThat(board.board.equityDoubt(Board.MAIN, board.nowMs)).isEqualTo("last read 120001 ms ago");
        assertThat(board.stage(EQUITY))
                .as("nothing was read that could be doubted")
                .isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void whileOwnTradingIsNotKnownNothingIsJudged() {
        Board board = started();
        board.booked.put(new RiskScope.OfAccount(Board.MAIN), null);
        board.equity("100");
        assertThat(board.told).isEmpty();
        assertThat(board.board.equity(Board.MAIN, scope -> null, board.nowMs)).isNull();
    }

    @Test
    void theDoubtSurvivesARestart() {
        Board board = started();
        board.equity("5000");
        Board later = board.restarted();
        assertThat(later.enters()).isFalse();
        assertThat(later.reset(EQUITY)).isInstanceOf(ResetResult.Done.class);
        assertThat(later.board.equity(Board.MAIN, scope -> Usd.ZERO, later.nowMs))
                .isEqualTo(Usd.of("5000"));
    }

    @Test
    void oneAccountsReadingIsNotAnothers() {
        Board board = new Board(Board.usual());
        board.accounts.add(Board.HEDGE);
        board.configure();
        board.equity(Board.MAIN, "10000");
        board.equity(Board.HEDGE, "100");
        board.equity(Board.HEDGE, "200");
        assertThat(board.stage(EQUITY)).isEqualTo(BreakerStage.NORMAL);
        assertThat(board.stage("equity@account:hedge")).isEqualTo(BreakerStage.TRIPPED);
        board.nowMs += 1;
        board.transfer("50");
        board.equity(Board.MAIN, "10050");
        assertThat(board.board.equity(Board.MAIN, scope -> Usd.ZERO, board.nowMs))
                .isEqualTo(Usd.of("10050"));
    }

    @Test
    void itKnowsWhatItsReadingsShow() {
        EquityBreaker fresh = EquityBreaker.fresh(new RiskScope.OfAccount(Board.MAIN), 0);
        assertThat(fresh.precedes(Long.MAX_VALUE)).isTrue();
        EquityBreaker read = fresh.onRead(Usd.of("100"), Usd.ZERO, BreakerPolicy.DEFAULT.equity(), 50)
                .onRead(Usd.of("100"), Usd.ZERO, BreakerPolicy.DEFAULT.equity(), 60);
        assertThat(read.firstReadAtMs()).isEqualTo(50);
        assertThat(read.precedes(50)).isTrue();
        assertThat(read.precedes(51)).isFalse();
        assertThat(read.shows(60)).isTrue();
        assertThat(read.shows(61)).isFalse();
        assertThat(read.isOver()).isFalse();
        assertThat(EquityBreaker.fresh(new RiskScope.OfAccount(Board.MAIN), 0)
                        .onRead(Usd.of("100"), Usd.ZERO, BreakerPolicy.DEFAULT.equity(), 0)
                        .firstReadAtMs())
                .isZero();
    }
}
