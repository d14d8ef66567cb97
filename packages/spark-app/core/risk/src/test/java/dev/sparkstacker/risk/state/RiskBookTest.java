package dev.sparkstacker.risk.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.DailyBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What risk remembers, and that a restart remembers it too. */
class RiskBookTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final StrategyId MACD = new StrategyId("macd");
    private static final MarketId ETH = new MarketId("ETH");
    private static final RiskScope ACCOUNT = new RiskScope.OfAccount(MAIN);
    private static final RiskScope STRATEGY = new RiskScope.OfStrategy(MACD);
    private static final RiskScope MARKET = new RiskScope.OfMarket(ETH);

    private static RiskConfig config() {
        LimitSet.Losses losses =
                new LimitSet.Losses(new LossLimit(Usd.of("500"), null), new LossLimit(Usd.of("1000"), null), 5);
        LimitSet limits =
                new LimitSet(LimitSet.Orders.NONE, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, losses);
        return new RiskConfig(limits, List.of(), BreakerPolicy.DEFAULT, List.of());
    }

    private static KillSwitch kill(RiskScope scope) {
        return new KillSwitch(scope, "cli:alice", "news", 7);
    }

    @Test
    void aKillSwitchHoldsForItsScopeOnly() {
        KillSwitches switches = KillSwitches.NONE.pull(kill(MARKET));
        assertThat(switches.covering(MAIN, MACD, ETH)).isEqualTo(kill(MARKET));
        assertThat(switches.covering(MAIN, MACD, new MarketId("BTC"))).isNull();
        assertThat(KillSwitches.NONE.pull(kill(STRATEGY)).covering(MAIN, new StrategyId("rsi"), ETH))
                .isNull();
        assertThat(KillSwitches.NONE.pull(kill(STRATEGY)).covering(MAIN, MACD, ETH))
                .isNotNull();
        assertThat(KillSwitches.NONE.pull(kill(ACCOUNT)).covering(new AccountId("hedge"), MACD, ETH))
                .isNull();
        assertThat(KillSwitches.NONE.pull(kill(ACCOUNT)).covering(MAIN, MACD, ETH))
                .isNotNull();
        assertThat(KillSwitches.NONE.pull(kill(RiskScope.global())).covering(MAIN, MACD, ETH))
                .isNotNull();
    }

    @Test
    void theWidestPulledSwitchIsNamedAndReleasingOneLeavesTheOthers() {
        KillSwitches switches =
                KillSwitches.NONE.pull(kill(MARKET)).pull(kill(STRATEGY)).pull(kill(RiskScope.global()));
        assertThat(switches.pulled())
                .extracting(KillSwitch::scope)
                .containsExactly(RiskScope.global(), STRATEGY, MARKET);
        assertThat(switches.covering(MAIN, MACD, ETH)).isEqualTo(kill(RiskScope.global()));
        KillSwitches left = switches.release(RiskScope.global());
        assertThat(left.covering(MAIN, MACD, ETH)).isEqualTo(kill(STRATEGY));
        assertThat(left.pulled()).hasSize(2);
    }

    @Test
    void whoPulledASwitchFirstStaysNamed() {
        KillSwitch again = new KillSwitch(MARKET, "cli:bob", "again", 9);
        assertThat(KillSwitches.NONE.pull(kill(MARKET)).pull(again).pulled()).containsExactly(kill(MARKET));
    }

    @Test
    void scopesHaveTheirNames() {
        assertThat(kill(ACCOUNT)).hasToString("account main by cli:alice: news");
        assertThat(STRATEGY).hasToString("strategy macd");
        assertThat(RiskScope.global()).hasToString("global");
    }

    @Test
    void entriesCountForAMinuteInEachScopeThatCoversThem() {
        RiskBook book = new RiskBook();
        book.sent(MAIN, MACD, ETH, 1_000);
        book.sent(MAIN, new StrategyId("rsi"), ETH, 2_000);
        assertThat(book.entriesWithinMinute(RiskScope.global(), 2_000)).isEqualTo(2);
        assertThat(book.entriesWithinMinute(STRATEGY, 2_000)).isEqualTo(1);
        assertThat(book.entriesWithinMinute(MARKET, 60_999)).isEqualTo(2);
        assertThat(book.entriesWithinMinute(MARKET, 61_000)).isEqualTo(1);
        assertThat(book.entriesWithinMinute(MARKET, 62_000)).isZero();
        book.sent(MAIN, MACD, ETH, 61_000);
        assertThat(book.state().rates().sent()).as("the oldest is forgotten").hasSize(2);
    }

    @Test
    void memoryOfEntriesIsBounded() {
        EntryRates rates = EntryRates.NONE;
        for (int i = 0; i < 1_100; i++) {
            rates = rates.with(new EntryRates.Sent(MAIN, MACD, ETH, i));
        }
        assertThat(rates.sent()).hasSize(1_000);
        assertThat(rates.sent().getFirst().atMs()).isEqualTo(100);
        assertThat(rates.count(ACCOUNT, 1_099)).isEqualTo(1_000);
    }

    @Test
    void anEntryStandsWithEverythingThatCoversIt() {
        RiskBook book = new RiskBook();
        book.breakers().configure(config(), List.of(MAIN), List.of(ETH), 0);
        assertThat(book.standing(MAIN, MACD, ETH, 0))
                .isEqualTo(new Standing(
                        null, null, false, List.of(new DailyBudget(RiskScope.global(), null)), "never read"));
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, 0);
        book.breakers().judge(scope -> Usd.ZERO, 0);
        book.breakers().judge(scope -> Usd.of("-400"), 0);
        book.pull(kill(MARKET));
        Standing standing = book.standing(MAIN, MACD, ETH, 0);
        assertThat(standing.kill()).isEqualTo(kill(MARKET));
        assertThat(standing.warned()).isTrue();
        assertThat(standing.budgets()).containsExactly(new DailyBudget(RiskScope.global(), Usd.of("100")));
        assertThat(standing.equityDoubt()).isNull();
        book.breakers().onReconciled(MAIN, 1, 0);
        Breaker tripped = book.standing(MAIN, MACD, ETH, 0).tripped();
        assertThat(tripped).isNotNull().extracting(Breaker::name).isEqualTo("reconciliation@account:main");
    }

    @Test
    void aRestartRemembersSwitchesRatesAndBreakersByteForByte() {
        RiskBook book = new RiskBook();
        book.breakers().configure(config(), List.of(MAIN), List.of(ETH), 0);
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, 0);
        book.breakers().judge(scope -> Usd.ZERO, 4);
        book.breakers().judge(scope -> Usd.of("-450"), 5);
        book.breakers().onOrderOutcome(MAIN, true, 6);
        book.breakers().onRateLimited(MAIN, 6);
        book.breakers().onEquityRead(MAIN, Usd.of("1"), Usd.ZERO, 7);
        book.pull(kill(MARKET));
        book.pull(kill(RiskScope.global()));
        book.sent(MAIN, MACD, ETH, 8);

        RecordCodec<RiskState> codec = RecordCodec.forType(RiskState.class);
        byte[] bytes = codec.toBytes(book.state());
        RiskBook later = new RiskBook();
        later.load(codec.fromBytes(bytes));

        assertThat(later.state()).isEqualTo(book.state());
        assertThat(codec.toBytes(later.state())).isEqualTo(bytes);
        assertThat(later.killSwitches().pulled()).containsExactly(kill(RiskScope.global()), kill(MARKET));
        assertThat(later.entriesWithinMinute(STRATEGY, 9)).isEqualTo(1);
        later.breakers().configure(config(), List.of(MAIN), List.of(ETH), 9);
        assertThat(later.state().breakers()).isEqualTo(book.state().breakers());
        assertThat(later.release(MARKET)).isTrue();
        assertThat(later.release(MARKET)).isFalse();
        assertThat(later.standing(MAIN, MACD, ETH, 9).kill()).isEqualTo(kill(RiskScope.global()));
        assertThat(RiskState.FRESH.breakers()).isEmpty();
    }
}
