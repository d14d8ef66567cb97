package dev.sparkstacker.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TightestTest {
    private static final RiskScope MAIN = new RiskScope.OfAccount(new AccountId("main"));
    private static final RiskScope MACD = new RiskScope.OfStrategy(new StrategyId("macd"));
    private static final RiskScope ETH = new RiskScope.OfMarket(new MarketId("ETH"));
    private static final RiskScope BTC = new RiskScope.OfMarket(new MarketId("BTC"));

    private static ScopedLimits limit(RiskScope scope, @Nullable String amount) {
        LimitSet.Orders orders = new LimitSet.Orders(null, amount == null ? null : Usd.of(amount), null, null);
        return new ScopedLimits(
                scope,
                new LimitSet(orders, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, LimitSet.Losses.NONE));
    }

    private static @Nullable Long maxSize(LimitSet limits) {
        Usd most = limits.orders().maxSize();
        return most == null ? null : (Long) most.e8();
    }

    @Test
    void theUpperLimitWithTheLeastRoomWins() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), "10"), limit(MAIN, null), limit(ETH, "9"));
        Tightest tightest = Tightest.upper(limits, TightestTest::maxSize, scope -> 1L);
        assertThat(tightest).isEqualTo(new Tightest(ETH, 1L, 900_000_000L));
    }

    @Test
    void theLowerLimitWithTheLeastRoomWins() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), "10"), limit(MAIN, "11"), limit(ETH, "9"));
        Tightest tightest = Tightest.lower(limits, TightestTest::maxSize, scope -> 1L);
        assertThat(tightest).isEqualTo(new Tightest(MAIN, 1L, 1_100_000_000L));
    }

    @Test
    void aLooseLimitWithLittleRoomIsTighterThanAStrictOneWithMuch() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), "10"), limit(ETH, "5"));
        Tightest tightest =
                Tightest.upper(limits, TightestTest::maxSize, scope -> scope.equals(ETH) ? 0L : 900_000_000L);
        assertThat(tightest).isEqualTo(new Tightest(RiskScope.global(), 900_000_000L, 1_000_000_000L));
    }

    @Test
    void ofEqualRoomTheWidestScopeIsNamed() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), "10"), limit(ETH, "10"));
        Tightest tightest = Tightest.upper(limits, TightestTest::maxSize, scope -> 0L);
        assertThat(tightest).isNotNull().extracting(Tightest::scope).isEqualTo(RiskScope.global());
    }

    @Test
    void anUnknownValueHasNoRoomAtAll() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), "10"), limit(ETH, "10"));
        Tightest tightest = Tightest.upper(
                limits, TightestTest::maxSize, scope -> scope.equals(ETH) ? null : (Long) 1_000_000_000L);
        assertThat(tightest).isEqualTo(new Tightest(ETH, null, 1_000_000_000L));
    }

    @Test
    void withoutALimitThereIsNone() {
        List<ScopedLimits> limits = List.of(limit(RiskScope.global(), null));
        assertThat(Tightest.upper(limits, TightestTest::maxSize, scope -> 1L)).isNull();
        assertThat(Tightest.lower(limits, TightestTest::maxSize, scope -> 1L)).isNull();
    }

    @Test
    void whatCoversAnEntryComesFromTheWidestToTheNarrowest() {
        RiskConfig config = new RiskConfig(
                LimitSet.NONE,
                List.of(limit(ETH, "1"), limit(BTC, "2"), limit(MACD, "3"), limit(MAIN, "4")),
                BreakerPolicy.DEFAULT,
                List.of());
        LimitBook book = new LimitBook(config);
        assertThat(book.all())
                .extracting(ScopedLimits::scope)
                .containsExactly(RiskScope.global(), MAIN, MACD, BTC, ETH);
        assertThat(book.covering(new AccountId("main"), new StrategyId("macd"), new MarketId("ETH")))
                .extracting(ScopedLimits::scope)
                .containsExactly(RiskScope.global(), MAIN, MACD, ETH);
        assertThat(book.covering(new AccountId("hedge"), new StrategyId("other"), new MarketId("SOL")))
                .extracting(ScopedLimits::scope)
                .containsExactly(RiskScope.global());
    }

    @Test
    void limitsOnPositionsOnlyLeaveTheRestOpen() {
        RiskConfig config = new RiskConfig(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10));
        assertThat(config.limits().positions())
                .isEqualTo(new LimitSet.Positions(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10), null));
        assertThat(config.limits().orders()).isEqualTo(LimitSet.Orders.NONE);
        assertThat(config.limits().losses()).isEqualTo(LimitSet.Losses.NONE);
    }
}
