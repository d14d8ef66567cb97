package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.Scene.ACCOUNT;
import static dev.sparkstacker.risk.check.Scene.ETH;
import static dev.sparkstacker.risk.check.Scene.MARKET;
import static dev.sparkstacker.risk.check.Scene.STRATEGY;
import static dev.sparkstacker.risk.check.Scene.level;
import static dev.sparkstacker.risk.check.Scene.load;
import static dev.sparkstacker.risk.check.Scene.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.breaker.DailyBudget;
import dev.sparkstacker.risk.breaker.ReconciliationBreaker;
import dev.sparkstacker.risk.state.KillSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every check one tick below, at and one tick above its limit, and with its input unknown. */
class PreTradeChecksTest {
    private static void passes(Consumer<Scene> given) {
        Scene scene = new Scene();
        given.accept(scene);
        assertThat(scene.failed()).isEmpty();
    }

    private static void denies(Reason reason, Consumer<Scene> given) {
        Scene scene = new Scene();
        given.accept(scene);
        assertThat(scene.failed()).containsExactly(reason);
    }

    private static void tells(Reason rule, String value, String limit, Consumer<Scene> given) {
        Scene scene = new Scene();
        given.accept(scene);
        Check check = scene.check(rule);
        assertThat(check.value()).isEqualTo(value);
        assertThat(check.limit()).isEqualTo(limit);
    }

    private static LimitSet only(LimitSet.Positions positions) {
        return new LimitSet(LimitSet.Orders.NONE, positions, LimitSet.MarketQuality.NONE, LimitSet.Losses.NONE);
    }

    private static LimitSet.Positions maxSize(String amount) {
        return new LimitSet.Positions(usd(amount), null, null, null, null);
    }

    private static LimitSet.Positions exposure(String amount) {
        return new LimitSet.Positions(null, usd(amount), null, null, null);
    }

    @Test
    void anEntryWithinEveryLimitPassesEveryCheckInFixedOrder() {
        Scene fine = new Scene();
        assertThat(fine.failed()).isEmpty();
        assertThat(fine.checks())
                .extracting(Check::rule)
                .containsExactly(
                        Reason.NOT_ACTIVE,
                        Reason.KILL_SWITCH,
                        Reason.NOT_RECONCILED,
                        Reason.BREAKER_TRIPPED,
                        Reason.EQUITY_UNKNOWN,
                        Reason.OUTSIDE_SCHEDULE,
                        Reason.FEED_DEGRADED,
                        Reason.STALE_QUOTE,
                        Reason.NO_MARK,
                        Reason.DUPLICATE_ENTRY,
                        Reason.OPPOSITE_ON_NET_ACCOUNT,
                        Reason.MAX_ORDER_RATE,
                        Reason.ROUNDS_TO_ZERO,
                        Reason.BELOW_MIN_NOTIONAL,
                        Reason.BELOW_MIN_ORDER_SIZE,
                        Reason.MAX_ORDER_SIZE,
                        Reason.PRICE_COLLAR,
                        Reason.MAX_POSITION_SIZE,
                        Reason.MAX_CONCURRENT_POSITIONS,
                        Reason.MAX_TOTAL_EXPOSURE,
                        Reason.WORST_CASE_EXPOSURE,
                        Reason.LEVERAGE_TOO_LOW,
                        Reason.LEVERAGE_TOO_HIGH,
                        Reason.LEVERAGE_UNCONFIRMED,
                        Reason.MARGIN_MODE_UNCONFIRMED,
                        Reason.BOOK_TOO_THIN,
                        Reason.SPREAD_TOO_WIDE,
                        Reason.SLIPPAGE_TOO_HIGH,
                        Reason.DAILY_BUDGET,
                        Reason.STOP_BEYOND_LIQUIDATION,
                        Reason.STOP_MISSING,
                        Reason.STOP_ON_WRONG_SIDE,
                        Reason.TARGET_INVALID);
        assertThat(PreTradeChecks.count()).isEqualTo(33);
        assertThat(new Scene().shortSide().failed()).isEmpty();
    }

    @Test
    void everyFailedCheckIsToldAndTheFirstNamesTheDenial() {
        Scene scene = new Scene();
        scene.reconciled = false;
        scene.quoteAgeMs = 9_000;
        scene.stop = "2100";
        assertThat(scene.failed())
                .containsExactly(
                        Reason.NOT_RECONCILED, Reason.STALE_QUOTE, Reason.DAILY_BUDGET, Reason.STOP_ON_WRONG_SIDE);
        Check first = PreTradeChecks.firstFailed(scene.checks());
        assertThat(first).isNotNull().extracting(Check::rule).isEqualTo(Reason.NOT_RECONCILED);
        assertThat(PreTradeChecks.firstFailed(new Scene().checks())).isNull();
    }

    @Test
    void onlyActiveEnters() {
        for (TradingState state : TradingState.values()) {
            if (state != TradingState.ACTIVE) {
                denies(Reason.NOT_ACTIVE, scene -> scene.state = state);
            }
        }
        tells(Reason.NOT_ACTIVE, "HALTED", "ACTIVE", scene -> scene.state = TradingState.HALTED);
    }

    @Test
    void aPulledKillSwitchIsNamedWithWhoAndWhy() {
        KillSwitch kill = new KillSwitch(MARKET, "cli:alice", "news", 5);
        denies(Reason.KILL_SWITCH, scene -> scene.kill = kill);
        tells(Reason.KILL_SWITCH, "market ETH by cli:alice: news", "none", scene -> scene.kill = kill);
    }

    @Test
    void anAccountThatIsNotReconciledDoesNotEnter() {
        denies(Reason.NOT_RECONCILED, scene -> scene.reconciled = false);
        tells(Reason.NOT_RECONCILED, "no", "yes", scene -> scene.reconciled = false);
        tells(Reason.NOT_RECONCILED, "yes", "yes", scene -> {});
    }

    @Test
    void aTrippedBreakerIsNamedWithItsValueAndThreshold() {
        ReconciliationBreaker breaker = ReconciliationBreaker.fresh(ACCOUNT, 0);
        denies(Reason.BREAKER_TRIPPED, scene -> scene.tripped = breaker);
        tells(
                Reason.BREAKER_TRIPPED,
                "reconciliation@account:main at 0",
                "none; it trips at >= 0",
                scene -> scene.tripped = breaker);
    }

    @Test
    void unreadOrDoubtedEquityEntersNothing() {
        denies(Reason.EQUITY_UNKNOWN, scene -> scene.equity = null);
        denies(Reason.EQUITY_UNKNOWN, scene -> scene.doubt = "never read");
        tells(Reason.EQUITY_UNKNOWN, "never read", "known", scene -> scene.doubt = "never read");
        tells(Reason.EQUITY_UNKNOWN, "unknown", "known", scene -> scene.equity = null);
        tells(Reason.EQUITY_UNKNOWN, "known", "known", scene -> {});
    }

    @Test
    void nothingIsEnteredOutsideTheSchedule() {
        long monday = 4 * 86_400_000L;
        TradingWindow window = new TradingWindow(1, 5, 8 * 60, 16 * 60);
        long opens = monday + 8 * 3_600_000L;
        long closes = monday + 16 * 3_600_000L;
        for (long open : new long[] {opens, opens + 1, closes - 1}) {
            passes(scene -> {
                scene.schedule = List.of(window);
                scene.nowMs = open;
            });
        }
        for (long closed : new long[] {opens - 1, closes, closes + 1}) {
            denies(Reason.OUTSIDE_SCHEDULE, scene -> {
                scene.schedule = List.of(window);
                scene.nowMs = closed;
            });
        }
        tells(Reason.OUTSIDE_SCHEDULE, "closed", "Mon-Fri 08:00-16:00 UTC", scene -> {
            scene.schedule = List.of(window);
            scene.nowMs = closes;
        });
        passes(scene -> {
            scene.schedule = List.of(window, new TradingWindow(1, 1, 16 * 60, 17 * 60));
            scene.nowMs = closes;
        });
    }

    @Test
    void aDegradedFeedDoesNotEnter() {
        denies(Reason.FEED_DEGRADED, scene -> scene.fault = "CROSSED");
        tells(Reason.FEED_DEGRADED, "CROSSED", "none", scene -> scene.fault = "CROSSED");
    }

    @Test
    void aQuoteMayBeFiveSecondsOldAndNoMore() {
        passes(scene -> scene.quoteAgeMs = 4_999);
        passes(scene -> scene.quoteAgeMs = 5_000);
        denies(Reason.STALE_QUOTE, scene -> scene.quoteAgeMs = 5_001);
        tells(Reason.STALE_QUOTE, "5001 ms", "<= 5000 ms", scene -> scene.quoteAgeMs = 5_001);
    }

    @Test
    void withoutAMarkPriceNothingIsEntered() {
        Scene scene = new Scene();
        scene.mark = null;
        assertThat(scene.failed()).containsExactly(Reason.NO_MARK, Reason.PRICE_COLLAR);
        scene.mark = "0";
        assertThat(scene.failed()).containsExactly(Reason.NO_MARK, Reason.PRICE_COLLAR);
        tells(Reason.NO_MARK, "2000", "known", fine -> {});
    }

    @Test
    void aSecondEntryOfTheSameLegIsDenied() {
        denies(Reason.DUPLICATE_ENTRY, scene -> scene.duplicate = true);
        tells(Reason.DUPLICATE_ENTRY, "yes", "no", scene -> scene.duplicate = true);
        tells(Reason.DUPLICATE_ENTRY, "no", "no", scene -> {});
    }

    @Test
    void theOppositeOfWhatTheNetAccountHoldsIsDeniedAndNamesTheHolder() {
        denies(Reason.OPPOSITE_ON_NET_ACCOUNT, scene -> scene.opposite = "other/ETH-USD/MAIN");
        tells(
                Reason.OPPOSITE_ON_NET_ACCOUNT,
                "other/ETH-USD/MAIN",
                "nobody",
                scene -> scene.opposite = "other/ETH-USD/MAIN");
    }

    @Test
    void theSixthEntryOfAMinuteIsTheLast() {
        passes(scene -> scene.global = load("0", "0", 0, 4, "0"));
        passes(scene -> scene.global = load("0", "0", 0, 5, "0"));
        denies(Reason.MAX_ORDER_RATE, scene -> scene.global = load("0", "0", 0, 6, "0"));
        tells(Reason.MAX_ORDER_RATE, "7", "<= 6 (global)", scene -> scene.global = load("0", "0", 0, 6, "0"));
    }

    @Test
    void aSizeIsAPositiveNumberOfWholeLots() {
        Scene scene = new Scene();
        scene.size = "0";
        assertThat(scene.failed())
                .contains(Reason.ROUNDS_TO_ZERO, Reason.SLIPPAGE_TOO_HIGH, Reason.STOP_BEYOND_LIQUIDATION);
        denies(Reason.ROUNDS_TO_ZERO, odd -> odd.size = "0.05009999");
        passes(whole -> whole.size = "0.0501");
        denies(Reason.ROUNDS_TO_ZERO, odd -> odd.size = "0.05010001");
        tells(Reason.ROUNDS_TO_ZERO, "0.05010001", ">= 0.0001", odd -> odd.size = "0.05010001");
    }

    @Test
    void theVenuesLeastNotionalIsInclusive() {
        passes(scene -> scene.minNotional = "99.99999999");
        passes(scene -> scene.minNotional = "100");
        denies(Reason.BELOW_MIN_NOTIONAL, scene -> scene.minNotional = "100.00000001");
        tells(Reason.BELOW_MIN_NOTIONAL, "100 USD", ">= 101 USD", scene -> scene.minNotional = "101");
    }

    @Test
    void theLeastAndTheLargestOrderAreInclusive() {
        passes(scene -> scene.orders = new LimitSet.Orders(usd("99.99999999"), null, null, null));
        passes(scene -> scene.orders = new LimitSet.Orders(usd("100"), null, null, null));
        denies(
                Reason.BELOW_MIN_ORDER_SIZE,
                scene -> scene.orders = new LimitSet.Orders(usd("100.00000001"), null, null, null));
        passes(scene -> scene.orders = new LimitSet.Orders(null, usd("100.00000001"), null, null));
        passes(scene -> scene.orders = new LimitSet.Orders(null, usd("100"), null, null));
        denies(
                Reason.MAX_ORDER_SIZE,
                scene -> scene.orders = new LimitSet.Orders(null, usd("99.99999999"), null, null));
        tells(
                Reason.MAX_ORDER_SIZE,
                "100 USD",
                "<= 99 USD (global)",
                scene -> scene.orders = new LimitSet.Orders(null, usd("99"), null, null));
        tells(
                Reason.BELOW_MIN_ORDER_SIZE,
                "100 USD",
                ">= 101 USD (global)",
                scene -> scene.orders = new LimitSet.Orders(usd("101"), null, null, null));
    }

    @Test
    void theLimitPriceStaysWithinTheCollarAroundTheMark() {
        for (String inside : new String[] {"2099.99999999", "2100", "1900", "1900.00000001"}) {
            assertThat(collar(inside)).isTrue();
        }
        assertThat(collar("2100.00000001")).isFalse();
        assertThat(collar("1899.99999999")).isFalse();
        tells(Reason.PRICE_COLLAR, "0.5 %", "<= 5 % (global)", scene -> {});
        tells(Reason.PRICE_COLLAR, "unknown", "<= 5 % (global)", scene -> scene.mark = null);
    }

    private static boolean collar(String limit) {
        Scene scene = new Scene();
        scene.limit = limit;
        return scene.check(Reason.PRICE_COLLAR).passed();
    }

    @Test
    void theLargestPositionIsInclusiveAndCountsWhatIsWorking() {
        passes(scene -> scene.position = "899.99999999");
        passes(scene -> scene.position = "900");
        denies(Reason.MAX_POSITION_SIZE, scene -> scene.position = "900.00000001");
        denies(Reason.MAX_POSITION_SIZE, scene -> scene.position = null);
        tells(Reason.MAX_POSITION_SIZE, "1001 USD", "<= 1000 USD (global)", scene -> scene.position = "901");
        tells(Reason.MAX_POSITION_SIZE, "unknown", "<= 1000 USD (global)", scene -> scene.position = null);
    }

    @Test
    void theMostPositionsAreInclusive() {
        passes(scene -> scene.global = load("0", "0", 3, 0, "0"));
        passes(scene -> scene.global = load("0", "0", 4, 0, "0"));
        denies(Reason.MAX_CONCURRENT_POSITIONS, scene -> scene.global = load("0", "0", 5, 0, "0"));
    }

    @Test
    void theGrossExposureIsInclusive() {
        passes(scene -> scene.global = load("2899.99999999", "0", 0, 0, "0"));
        passes(scene -> scene.global = load("2900", "0", 0, 0, "0"));
        denies(Reason.MAX_TOTAL_EXPOSURE, scene -> scene.global = load("2900.00000001", "0", 0, 0, "0"));
        denies(Reason.MAX_TOTAL_EXPOSURE, scene -> scene.global = new ScopeLoad(null, usd("0"), 0, 0, usd("0")));
    }

    @Test
    void theWorstCaseCountsWorkingAndUnansweredOrders() {
        passes(scene -> scene.global = load("0", "2899.99999999", 0, 0, "0"));
        passes(scene -> scene.global = load("0", "2900", 0, 0, "0"));
        denies(Reason.WORST_CASE_EXPOSURE, scene -> scene.global = load("0", "2900.00000001", 0, 0, "0"));
        denies(Reason.WORST_CASE_EXPOSURE, scene -> scene.global = new ScopeLoad(usd("0"), null, 0, 0, usd("0")));
    }

    @Test
    void theTightestLimitWinsAndIsNamed() {
        Consumer<Scene> market = scene -> scene.inner.add(new ScopedLimits(MARKET, only(maxSize("99"))));
        denies(Reason.MAX_POSITION_SIZE, market);
        tells(Reason.MAX_POSITION_SIZE, "100 USD", "<= 99 USD (market ETH)", market);
        tells(Reason.MAX_POSITION_SIZE, "100 USD", "<= 500 USD (strategy macd-eth)", scene -> {
            scene.inner.add(new ScopedLimits(ACCOUNT, only(maxSize("600"))));
            scene.inner.add(new ScopedLimits(STRATEGY, only(maxSize("500"))));
            scene.inner.add(new ScopedLimits(MARKET, only(maxSize("700"))));
        });
        tells(
                Reason.MAX_POSITION_SIZE,
                "100 USD",
                "<= 1000 USD (global)",
                scene -> scene.inner.add(new ScopedLimits(MARKET, only(maxSize("1000")))));
    }

    @Test
    void aLooserInnerLimitLoosensNothing() {
        denies(Reason.MAX_POSITION_SIZE, scene -> {
            scene.position = "900.00000001";
            scene.inner.add(new ScopedLimits(MARKET, only(maxSize("1000000"))));
        });
    }

    @Test
    void eachScopesExposureIsHeldToItsOwnLimit() {
        passes(scene -> {
            scene.inner.add(new ScopedLimits(ACCOUNT, only(exposure("200"))));
            scene.global = load("2000", "2000", 0, 0, "0");
            scene.account = load("100", "100", 0, 0, "0");
        });
        denies(Reason.WORST_CASE_EXPOSURE, scene -> {
            scene.inner.add(new ScopedLimits(STRATEGY, only(exposure("200"))));
            scene.strategy = load("100", "100.00000001", 0, 0, "0");
        });
        tells(Reason.WORST_CASE_EXPOSURE, "250 USD", "<= 200 USD (market ETH)", scene -> {
            scene.inner.add(new ScopedLimits(MARKET, only(exposure("200"))));
            scene.market = load("150", "150", 0, 0, "0");
        });
    }

    @Test
    void aMarketMustOfferTheLeastLeverage() {
        LimitSet.Positions least = new LimitSet.Positions(null, null, null, new Leverage(25), null);
        denies(Reason.LEVERAGE_TOO_LOW, scene -> {
            scene.positions = least;
            scene.offered = 24;
        });
        for (int offered : new int[] {25, 26}) {
            passes(scene -> {
                scene.positions = least;
                scene.offered = offered;
            });
        }
        tells(Reason.LEVERAGE_TOO_LOW, "25x", ">= 10x (global)", scene -> {});
    }

    @Test
    void leverageIsWithinTheLimitAndWhatTheMarketOffers() {
        LimitSet.Positions most = new LimitSet.Positions(null, null, null, null, new Leverage(10));
        passes(scene -> scene.positions = most);
        denies(Reason.LEVERAGE_TOO_HIGH, scene -> {
            scene.positions = most;
            scene.leverage = 11;
            scene.confirmed = new Leverage(11);
        });
        passes(scene -> {
            scene.positions = most;
            scene.leverage = 9;
            scene.confirmed = new Leverage(9);
        });
        LimitSet.Positions none = LimitSet.Positions.NONE;
        denies(Reason.LEVERAGE_TOO_HIGH, scene -> {
            scene.positions = none;
            scene.offered = 9;
            scene.stop = "1950";
        });
        for (int offered : new int[] {10, 11}) {
            passes(scene -> {
                scene.positions = none;
                scene.offered = offered;
                scene.stop = "1950";
            });
        }
        tells(Reason.LEVERAGE_TOO_HIGH, "10x", "<= 9x", scene -> scene.offered = 9);
        tells(Reason.LEVERAGE_TOO_HIGH, "any", "no limit", scene -> scene.positions = none);
    }

    @Test
    void leverageMustHaveBeenReadBackAsWanted() {
        denies(Reason.LEVERAGE_UNCONFIRMED, scene -> scene.confirmed = new Leverage(9));
        denies(Reason.LEVERAGE_UNCONFIRMED, scene -> scene.confirmed = new Leverage(11));
        denies(Reason.LEVERAGE_UNCONFIRMED, scene -> scene.confirmed = null);
        tells(Reason.LEVERAGE_UNCONFIRMED, "9x", "10x", scene -> scene.confirmed = new Leverage(9));
        tells(Reason.LEVERAGE_UNCONFIRMED, "unread", "10x", scene -> scene.confirmed = null);
    }

    @Test
    void theMarginModeMustHaveBeenReadBackAsWanted() {
        denies(Reason.MARGIN_MODE_UNCONFIRMED, scene -> scene.confirmedMode = MarginMode.CROSS);
        denies(Reason.MARGIN_MODE_UNCONFIRMED, scene -> scene.confirmedMode = null);
        tells(Reason.MARGIN_MODE_UNCONFIRMED, "unread", "ISOLATED", scene -> scene.confirmedMode = null);
        passes(scene -> {
            scene.marginMode = MarginMode.CROSS;
            scene.confirmedMode = MarginMode.CROSS;
        });
    }

    @Test
    void theBookHoldsTheLeastDepthWithinTheSlippageThresholdOfMid() {
        LimitSet.MarketQuality least = new LimitSet.MarketQuality(usd("6000"), null, Pct.of("0.5"));
        denies(Reason.BOOK_TOO_THIN, scene -> {
            scene.quality = least;
            scene.asks = new ArrayList<>(List.of(level("2000", "2.9999")));
        });
        for (String size : new String[] {"3", "3.0001"}) {
            passes(scene -> {
                scene.quality = least;
                scene.asks = new ArrayList<>(List.of(level("2000", size)));
            });
        }
        tells(Reason.BOOK_TOO_THIN, "2000 USD", ">= 6000 USD (global)", scene -> {
            scene.quality = least;
            scene.asks = new ArrayList<>(List.of(level("2000", "1")));
        });
    }

    @Test
    void depthBeyondTheThresholdDoesNotCount() {
        Scene scene = new Scene();
        scene.bids = new ArrayList<>(List.of(level("1998", "1")));
        scene.asks = new ArrayList<>(List.of(level("2002", "1"), level("2010", "4")));
        assertThat(scene.check(Reason.BOOK_TOO_THIN).value())
                .as("at the threshold")
                .isEqualTo("10042 USD");
        scene.asks = new ArrayList<>(List.of(level("2002", "1"), level("2010.00000001", "4")));
        assertThat(scene.check(Reason.BOOK_TOO_THIN).value()).as("beyond").isEqualTo("2002 USD");
        scene.quality = new LimitSet.MarketQuality(usd("10000"), null, null);
        assertThat(scene.check(Reason.BOOK_TOO_THIN).value()).as("no threshold").isEqualTo("10042.00000004 USD");
    }

    @Test
    void aShortTakesTheBids() {
        Scene scene = new Scene().shortSide();
        scene.bids = new ArrayList<>(List.of(level("2000", "1"), level("1992", "2"), level("1980", "9")));
        assertThat(scene.check(Reason.BOOK_TOO_THIN).value()).isEqualTo("5984 USD");
        assertThat(scene.failed()).containsExactly(Reason.BOOK_TOO_THIN);
    }

    @Test
    void theSpreadIsInclusive() {
        assertThat(spread("1995", "2005")).isTrue();
        assertThat(spread("1995.00000002", "2005")).isTrue();
        assertThat(spread("1994.99999998", "2005")).isFalse();
        tells(Reason.SPREAD_TOO_WIDE, "unknown", "<= 0.5 % (global)", scene -> scene.bookKnown = false);
    }

    private static boolean spread(String bid, String ask) {
        Scene scene = new Scene();
        scene.bids = new ArrayList<>(List.of(level(bid, "1")));
        scene.asks = new ArrayList<>(List.of(level(ask, "100")));
        return scene.check(Reason.SPREAD_TOO_WIDE).passed();
    }

    @Test
    void theExpectedSlippageIsWalkedThroughTheBookAndInclusive() {
        assertThat(slippage("1990", "2010", "1").passed()).isTrue();
        assertThat(slippage("1990.00000002", "2010", "1").passed()).isTrue();
        assertThat(slippage("1989.99999998", "2010", "1").passed()).isFalse();
        assertThat(slippage("1990", "2010", "0.05").passed()).as("just enough").isTrue();
        Check tooShallow = slippage("1990", "2010", "0.0499");
        assertThat(tooShallow.passed()).as("the book ends before the size").isFalse();
        assertThat(tooShallow.value()).isEqualTo("unknown");
    }

    private static Check slippage(String bid, String ask, String size) {
        Scene scene = new Scene();
        scene.bids = new ArrayList<>(List.of(level(bid, "1")));
        scene.asks = new ArrayList<>(List.of(level(ask, size)));
        return scene.check(Reason.SLIPPAGE_TOO_HIGH);
    }

    @Test
    void theAveragePriceOverSeveralLevelsCounts() {
        Scene scene = new Scene();
        scene.size = "2";
        scene.bids = new ArrayList<>(List.of(level("2000", "1")));
        scene.asks = new ArrayList<>(List.of(level("2000.00000002", "1"), level("2020.00000004", "5")));
        assertThat(scene.check(Reason.SLIPPAGE_TOO_HIGH).value()).isEqualTo("0.500000001 %");
        Scene down = new Scene().shortSide();
        down.size = "2";
        down.asks = new ArrayList<>(List.of(level("2002", "1")));
        down.bids = new ArrayList<>(List.of(level("1998", "1"), level("1982", "5")));
        assertThat(down.check(Reason.SLIPPAGE_TOO_HIGH).value()).isEqualTo("0.5 %");
    }

    @Test
    void withoutAUsableBookNothingIsEntered() {
        Reason[] book = {Reason.BOOK_TOO_THIN, Reason.SPREAD_TOO_WIDE, Reason.SLIPPAGE_TOO_HIGH};
        List<Consumer<Scene>> unusable = List.of(
                scene -> scene.bookKnown = false,
                scene -> scene.bids = List.of(),
                scene -> scene.asks = List.of(),
                scene -> scene.bookAgeMs = 5_001,
                scene -> scene.asks = new ArrayList<>(List.of(level("1998", "100"))),
                scene -> scene.asks = new ArrayList<>(List.of(level("1997", "100"))));
        for (Consumer<Scene> given : unusable) {
            Scene scene = new Scene();
            given.accept(scene);
            assertThat(scene.failed()).containsExactly(book);
        }
        passes(scene -> scene.bookAgeMs = 5_000);
        tells(Reason.BOOK_TOO_THIN, "unknown", ">= 10000 USD (global)", scene -> scene.bookKnown = false);
    }

    @Test
    void theLossAtTheStopIsWithinWhatIsLeftForToday() {
        passes(scene -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), usd("5.50000001"))));
        passes(scene -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), usd("5.5"))));
        denies(
                Reason.DAILY_BUDGET,
                scene -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), usd("5.49999999"))));
        tells(
                Reason.DAILY_BUDGET,
                "5.5 USD",
                "<= 5 USD (market ETH)",
                scene -> scene.budgets =
                        List.of(new DailyBudget(RiskScope.global(), usd("6")), new DailyBudget(MARKET, usd("5"))));
        passes(scene -> scene.budgets = List.of());
        tells(Reason.DAILY_BUDGET, "any", "no limit", scene -> scene.budgets = List.of());
    }

    @Test
    void whatEverythingOpenWouldLoseCountsToo() {
        passes(scene -> scene.global = load("0", "0", 1, 0, "494.5"));
        denies(Reason.DAILY_BUDGET, scene -> scene.global = load("0", "0", 1, 0, "494.50000001"));
        denies(Reason.DAILY_BUDGET, scene -> scene.global = new ScopeLoad(usd("0"), usd("0"), 0, 0, null));
        denies(Reason.DAILY_BUDGET, scene -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), null)));
        tells(
                Reason.DAILY_BUDGET,
                "open risk unknown",
                "<= 500 USD (global)",
                scene -> scene.global = new ScopeLoad(usd("0"), usd("0"), 0, 0, null));
        tells(
                Reason.DAILY_BUDGET,
                "loss of today unknown",
                "<= what is left for today (global)",
                scene -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), null)));
        tells(Reason.DAILY_BUDGET, "loss at the stop unknown", "<= 500 USD (global)", scene -> scene.stop = null);
    }

    @Test
    void ofEqualRoomTheWidestBudgetIsNamed() {
        tells(
                Reason.DAILY_BUDGET,
                "5.5 USD",
                "<= 6 USD (global)",
                scene -> scene.budgets =
                        List.of(new DailyBudget(RiskScope.global(), usd("6")), new DailyBudget(MARKET, usd("6"))));
    }

    @Test
    void theStopIsHitBeforeALongIsLiquidated() {
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 1845.91836735", scene -> {});
        passes(scene -> scene.stop = "1845.91836736");
        denies(Reason.STOP_BEYOND_LIQUIDATION, scene -> scene.stop = "1845.91836735");
        denies(Reason.STOP_BEYOND_LIQUIDATION, scene -> scene.stop = "1845.91836734");
    }

    @Test
    void theStopIsHitBeforeAShortIsLiquidated() {
        tells(Reason.STOP_BEYOND_LIQUIDATION, "2100", "< 2146.07843137", Scene::shortSide);
        passes(scene -> scene.shortSide().stop = "2146.07843136");
        denies(Reason.STOP_BEYOND_LIQUIDATION, scene -> scene.shortSide().stop = "2146.07843137");
        denies(Reason.STOP_BEYOND_LIQUIDATION, scene -> scene.shortSide().stop = "2146.07843138");
    }

    @Test
    void whatIsHeldAlreadyMovesTheLiquidationPrice() {
        tells(
                Reason.STOP_BEYOND_LIQUIDATION,
                "1900",
                "> 1836.73469388",
                scene -> scene.held = new EntryFacts.Held(Quantity.of("0.05"), Price.of("1990")));
        tells(
                Reason.STOP_BEYOND_LIQUIDATION,
                "2100",
                "< 2156.86274509",
                scene -> scene.shortSide().held = new EntryFacts.Held(Quantity.of("0.05"), Price.of("2010")));
    }

    @Test
    void withoutLeverageALongIsNeverLiquidated() {
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 0", scene -> {
            scene.leverage = 1;
            scene.confirmed = new Leverage(1);
        });
    }

    @Test
    void onCrossMarginTheWholeEquityHoldsThePosition() {
        Consumer<Scene> cross = scene -> {
            scene.marginMode = MarginMode.CROSS;
            scene.confirmedMode = MarginMode.CROSS;
            scene.equity = "10";
            scene.otherMaintenance = "1";
        };
        // (1 + 0.05 · 2000 − (10 − 0.5)) ÷ (0.05 · 0.98), half a dollar lost by paying 2010 instead of the mark
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 1867.34693878", cross);
        tells(Reason.STOP_BEYOND_LIQUIDATION, "2100", "< 2127.45098039", cross.andThen(Scene::shortSide));
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 0", cross.andThen(scene -> scene.equity = "10000"));
        tells(
                Reason.STOP_BEYOND_LIQUIDATION,
                "1900",
                "> 1954.08163266",
                cross.andThen(scene -> scene.held = new EntryFacts.Held(Quantity.of("0.05"), Price.of("1500"))));
        denies(Reason.STOP_BEYOND_LIQUIDATION, cross.andThen(scene -> scene.otherMaintenance = null));
        tells(
                Reason.STOP_BEYOND_LIQUIDATION,
                "liquidation price unknown",
                "> the liquidation price",
                cross.andThen(scene -> scene.otherMaintenance = null));
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 1857.14285715", cross.andThen(scene -> scene.limit = "2000"));
    }

    @Test
    void equityBeyondMeasureHoldsATinyPosition() {
        Consumer<Scene> rich = scene -> {
            scene.marginMode = MarginMode.CROSS;
            scene.confirmedMode = MarginMode.CROSS;
            scene.equity = "10000000000";
            scene.size = "0.00001";
            scene.szDecimals = 5;
        };
        tells(Reason.STOP_BEYOND_LIQUIDATION, "1900", "> 0", rich);
        tells(Reason.STOP_BEYOND_LIQUIDATION, "2100", "< 980394107.84313725", rich.andThen(Scene::shortSide));
        tells(
                Reason.STOP_BEYOND_LIQUIDATION,
                "1900",
                "> 1020410214.28571429",
                rich.andThen(scene -> scene.equity = "-10000000000"));
    }

    @Test
    void anEntryHasAStopOnTheSideOfLoss() {
        Scene scene = new Scene();
        scene.stop = null;
        assertThat(scene.failed())
                .containsExactly(
                        Reason.DAILY_BUDGET,
                        Reason.STOP_BEYOND_LIQUIDATION,
                        Reason.STOP_MISSING,
                        Reason.STOP_ON_WRONG_SIDE);
        assertThat(scene.check(Reason.STOP_BEYOND_LIQUIDATION).value()).isEqualTo("no stop");
        passes(near -> near.stop = "1999.99999999");
        denies(Reason.STOP_ON_WRONG_SIDE, at -> at.stop = "2000");
        denies(Reason.STOP_ON_WRONG_SIDE, above -> above.stop = "2000.00000001");
        passes(near -> near.shortSide().stop = "2000.00000001");
        denies(Reason.STOP_ON_WRONG_SIDE, at -> at.shortSide().stop = "2000");
        denies(Reason.STOP_ON_WRONG_SIDE, below -> below.shortSide().stop = "1999.99999999");
        tells(Reason.STOP_ON_WRONG_SIDE, "2000", "< 2000", at -> at.stop = "2000");
        tells(Reason.STOP_ON_WRONG_SIDE, "none", "< 2000", at -> at.stop = null);
        tells(Reason.STOP_MISSING, "none", "a stop", at -> at.stop = null);
        tells(Reason.STOP_MISSING, "1900", "a stop", at -> {});
        Scene zero = new Scene();
        zero.stop = "0";
        assertThat(zero.failed()).containsExactly(Reason.STOP_BEYOND_LIQUIDATION, Reason.STOP_MISSING);
    }

    @Test
    void aTargetLiesOnTheSideOfProfitAtAPriceAboveZero() {
        passes(scene -> scene.target = null);
        passes(scene -> scene.target = "0.000000000001");
        denies(Reason.TARGET_INVALID, scene -> scene.target = "0");
        denies(Reason.TARGET_INVALID, scene -> scene.target = "-0.000000000001");
        passes(scene -> scene.target = "1.3");
        passes(scene -> scene.shortSide().target = "0.999999999999");
        denies(Reason.TARGET_INVALID, scene -> scene.shortSide().target = "1");
        denies(Reason.TARGET_INVALID, scene -> scene.shortSide().target = "1.000000000001");
        tells(Reason.TARGET_INVALID, "-2 %", "> 0 %", scene -> scene.target = "-0.02");
        tells(Reason.TARGET_INVALID, "120 %", "> 0 % and < 100 %", scene -> scene.shortSide().target = "1.2");
        tells(Reason.TARGET_INVALID, "none", "no limit", scene -> scene.target = null);
    }

    @Test
    void whatIsNotLimitedPasses() {
        passes(scene -> {
            scene.orders = LimitSet.Orders.NONE;
            scene.positions = LimitSet.Positions.NONE;
            scene.quality = LimitSet.MarketQuality.NONE;
            scene.bookKnown = false;
            scene.position = null;
            scene.global = new ScopeLoad(null, null, 9, 99, usd("0"));
        });
    }

    @Test
    void aMarketsNameAppearsAsTheVenueSpellsIt() {
        assertThat(new RiskScope.OfMarket(ETH)).hasToString("market ETH");
    }
}
