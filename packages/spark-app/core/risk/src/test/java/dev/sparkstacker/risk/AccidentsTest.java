package dev.sparkstacker.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.check.EntryFacts;
import dev.sparkstacker.risk.check.PreTradeChecks;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.check.Scene;
import dev.sparkstacker.risk.sizing.SizeRequest;
import dev.sparkstacker.risk.sizing.SizeResult;
import dev.sparkstacker.risk.sizing.Sizer;
import dev.sparkstacker.risk.state.RiskBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere and cost money, told as tests: it cannot happen here. */
class AccidentsTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final StrategyId MACD = new StrategyId("macd");
    private static final MarketId ETH = new MarketId("ETH");
    private static final long NOON = 20_000 * 86_400_000L + 12 * 3_600_000L;

    private static RiskBook book(LossLimit daily, LossLimit drawdown) {
        LimitSet limits = new LimitSet(
                LimitSet.Orders.NONE,
                LimitSet.Positions.NONE,
                LimitSet.MarketQuality.NONE,
                new LimitSet.Losses(daily, drawdown, null));
        RiskBook book = new RiskBook();
        book.breakers()
                .configure(
                        new RiskConfig(limits, List.of(), BreakerPolicy.DEFAULT, List.of()),
                        List.of(MAIN),
                        List.of(ETH),
                        NOON);
        return book;
    }

    private static LossLimit usd(String amount) {
        return new LossLimit(Usd.of(amount), null);
    }

    private static BreakerStage stage(RiskBook book, String name) {
        return book.breakers().state().stream()
                .filter(each -> each.name().equals(name))
                .map(Breaker::stage)
                .findFirst()
                .orElseThrow();
    }

    private static void worth(RiskBook book, String earned, long nowMs) {
        book.breakers().judge(scope -> Usd.of(earned), nowMs);
    }

    @Test
    void configuredOneTimesTradedTwentyFiveTimes() {
        Scene scene = new Scene();
        scene.leverage = 1;
        scene.positions = LimitSet.Positions.NONE;
        scene.confirmed = new Leverage(25);
        assertThat(scene.failed()).as("the venue's leverage is read back").containsExactly(Reason.LEVERAGE_UNCONFIRMED);
        scene.confirmed = null;
        assertThat(scene.failed()).as("a setter that only claims success").containsExactly(Reason.LEVERAGE_UNCONFIRMED);
        scene.confirmed = new Leverage(1);
        assertThat(scene.failed()).isEmpty();
    }

    @Test
    void drawdownOfTwentyPercentTakenAsTwentyCents() {
        LossLimit twentyPercent = new LossLimit(null, Pct.of("20"));
        assertThat(twentyPercent.against(Usd.of("200"))).as("20 %% of 200 USD").isEqualTo(Usd.of("40"));
        RiskBook book = book(usd("100"), twentyPercent);
        book.breakers().onEquityRead(MAIN, Usd.of("200"), Usd.ZERO, NOON);
        worth(book, "0", NOON);
        worth(book, "-0.20", NOON);
        assertThat(stage(book, "drawdown")).isEqualTo(BreakerStage.NORMAL);
        worth(book, "-39.99999999", NOON);
        assertThat(stage(book, "drawdown")).isEqualTo(BreakerStage.WARNING);
        worth(book, "-40", NOON);
        assertThat(stage(book, "drawdown")).isEqualTo(BreakerStage.TRIPPED);
        assertThat(stage(book, "daily-loss"))
                .as("another limit, another breaker")
                .isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void usdSentAsCoins() {
        SizeResult result = Sizer.size(new SizeRequest(
                new SizingConfig(new SizingMethod.FixedUsd(Usd.of("70")), false),
                Side.BUY,
                Price.of("2000"),
                Price.of("1900"),
                new Leverage(1),
                Usd.of("1000"),
                new Rate(Rate.ONE),
                false,
                new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10")),
                List.of(),
                Usd.ZERO));
        assertThat(result).isInstanceOf(SizeResult.Sized.class);
        assertThat(((SizeResult.Sized) result).size())
                .as("70 USD of ETH, not 70 ETH")
                .isEqualTo(Quantity.of("0.035"));
        Scene scene = new Scene();
        scene.size = "70";
        assertThat(scene.failed()).contains(Reason.MAX_ORDER_SIZE, Reason.MAX_POSITION_SIZE);
    }

    @Test
    void negativeTakeProfit() {
        Scene scene = new Scene().shortSide();
        scene.target = "1.2";
        assertThat(scene.failed()).as("2000 less 120 % is no price").containsExactly(Reason.TARGET_INVALID);
        Scene behind = new Scene();
        behind.target = "-0.01";
        assertThat(behind.failed()).containsExactly(Reason.TARGET_INVALID);
        assertThatThrownBy(() -> Price.of("-400")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopSizedAtOnePriceAndPlacedAtAnother() {
        Scene scene = new Scene();
        SizeResult result = Sizer.size(new SizeRequest(
                new SizingConfig(new SizingMethod.RiskBased(Pct.of("1")), false),
                Side.BUY,
                Price.of("2000"),
                Price.of("1980"),
                new Leverage(10),
                Usd.of("1000"),
                new Rate(Rate.ONE),
                false,
                new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10")),
                List.of(),
                Usd.ZERO));
        SizeResult.Sized sized = (SizeResult.Sized) result;
        assertThat(sized.riskLeft()).isEqualTo(Usd.of("10"));
        scene.size = sized.size().toString();
        scene.positions = LimitSet.Positions.NONE;
        scene.orders = LimitSet.Orders.NONE;
        scene.limit = "2000";
        scene.stop = "1980";
        assertThat(scene.check(Reason.DAILY_BUDGET).value())
                .as("judged at the stop that sized it")
                .isEqualTo("10 USD");
        scene.stop = "1900";
        assertThat(scene.check(Reason.DAILY_BUDGET).value())
                .as("another stop is another loss")
                .isEqualTo("50 USD");
    }

    @Test
    void restartThatResetsTheDailyLimit() {
        RiskBook book = book(usd("500"), usd("1000"));
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, NOON);
        worth(book, "0", NOON);
        worth(book, "-450", NOON);
        RiskBook later = book(usd("500"), usd("1000"));
        later.load(book.state());
        later.breakers()
                .configure(
                        new RiskConfig(
                                new LimitSet(
                                        LimitSet.Orders.NONE,
                                        LimitSet.Positions.NONE,
                                        LimitSet.MarketQuality.NONE,
                                        new LimitSet.Losses(usd("500"), usd("1000"), null)),
                                List.of(),
                                BreakerPolicy.DEFAULT,
                                List.of()),
                        List.of(MAIN),
                        List.of(ETH),
                        NOON + 60_000);
        worth(later, "-499.99999999", NOON + 60_000);
        assertThat(stage(later, "daily-loss")).isEqualTo(BreakerStage.WARNING);
        worth(later, "-500", NOON + 60_000);
        assertThat(stage(later, "daily-loss")).isEqualTo(BreakerStage.TRIPPED);
    }

    @Test
    void failedReadTakenAsFlat() {
        RiskBook book = book(usd("500"), usd("1000"));
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, NOON);
        worth(book, "0", NOON);
        book.breakers().onEquityRead(MAIN, null, Usd.ZERO, NOON);
        worth(book, "0", NOON);
        assertThat(stage(book, "daily-loss"))
                .as("nothing is not a loss of everything")
                .isEqualTo(BreakerStage.NORMAL);
        assertThat(book.standing(MAIN, MACD, ETH, NOON).equityDoubt()).isNotNull();
        Scene scene = new Scene();
        scene.position = null;
        assertThat(scene.failed()).as("an unread position is not flat").containsExactly(Reason.MAX_POSITION_SIZE);
    }

    @Test
    void withdrawalTakenAsADrawdown() {
        RiskBook book = book(usd("500"), usd("1000"));
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, NOON);
        worth(book, "0", NOON);
        book.breakers().onEquityRead(MAIN, Usd.of("6000"), Usd.ZERO, NOON + 2_000);
        worth(book, "0", NOON + 2_000);
        assertThat(stage(book, "drawdown")).as("read before it was told").isEqualTo(BreakerStage.NORMAL);
        book.breakers().onTransfer(MAIN, Usd.of("-4000"), NOON + 1_000, NOON + 3_000);
        worth(book, "0", NOON + 3_000);
        assertThat(stage(book, "drawdown")).isEqualTo(BreakerStage.NORMAL);
        assertThat(stage(book, "daily-loss")).isEqualTo(BreakerStage.NORMAL);
        assertThat(book.standing(MAIN, MACD, ETH, NOON + 3_000).equityDoubt()).isNull();
    }

    @Test
    void errorsInSizingNeverTradeAnyway() {
        Scene scene = new Scene();
        scene.size = "0";
        ProposedEntry entry = scene.entry();
        EntryFacts facts = scene.facts();
        assertThat(PreTradeChecks.firstFailed(PreTradeChecks.run(entry, facts))).isNotNull();
    }
}
