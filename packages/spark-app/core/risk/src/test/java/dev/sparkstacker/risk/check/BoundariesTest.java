package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.Scene.ACCOUNT;
import static dev.sparkstacker.risk.check.Scene.MARKET;
import static dev.sparkstacker.risk.check.Scene.level;
import static dev.sparkstacker.risk.check.Scene.load;
import static dev.sparkstacker.risk.check.Scene.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.breaker.DailyBudget;
import dev.sparkstacker.risk.breaker.ReconciliationBreaker;
import dev.sparkstacker.risk.state.KillSwitch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule one tick inside its limit, at it and one tick beyond it; a rule that knows only yes and no, both. The cases are
 * made from the rules that run, so that a rule without a case fails. {@link PreTradeChecksTest} tells the stories.
 */
class BoundariesTest {
    private static final long MONDAY_MS = 4 * 86_400_000L;

    private static final Map<Reason, List<Case>> CASES = cases();

    /** One scene at a limit, and whether the rule holds there. */
    private record Case(String where, Consumer<Scene> given, boolean holds) {}

    /** Cases of a rule whose limit is still allowed. */
    private static <T> List<Case> inclusive(T inside, T at, T beyond, BiConsumer<Scene, T> set) {
        return ordered(inside, at, beyond, set, true);
    }

    /** Cases of a rule whose limit is not allowed any more. */
    private static <T> List<Case> exclusive(T inside, T at, T beyond, BiConsumer<Scene, T> set) {
        return ordered(inside, at, beyond, set, false);
    }

    private static <T> List<Case> ordered(T inside, T at, T beyond, BiConsumer<Scene, T> set, boolean atHolds) {
        return List.of(
                new Case("inside, " + inside, scene -> set.accept(scene, inside), true),
                new Case("at, " + at, scene -> set.accept(scene, at), atHolds),
                new Case("beyond, " + beyond, scene -> set.accept(scene, beyond), false));
    }

    private static List<Case> yesOrNo(Consumer<Scene> broken) {
        return List.of(new Case("yes", scene -> {}, true), new Case("no", broken, false));
    }

    private static Map<Reason, List<Case>> cases() {
        Map<Reason, List<Case>> cases = new EnumMap<>(Reason.class);
        states(cases);
        orders(cases);
        exposures(cases);
        leverages(cases);
        books(cases);
        losses(cases);
        return cases;
    }

    private static void states(Map<Reason, List<Case>> cases) {
        cases.put(Reason.NOT_ACTIVE, yesOrNo(scene -> scene.state = TradingState.HALTED));
        cases.put(Reason.KILL_SWITCH, yesOrNo(scene -> scene.kill = new KillSwitch(MARKET, "cli:alice", "news", 5)));
        cases.put(Reason.NOT_RECONCILED, yesOrNo(scene -> scene.reconciled = false));
        cases.put(Reason.BREAKER_TRIPPED, yesOrNo(scene -> scene.tripped = ReconciliationBreaker.fresh(ACCOUNT, 0)));
        cases.put(Reason.EQUITY_UNKNOWN, yesOrNo(scene -> scene.equity = null));
        TradingWindow mornings = new TradingWindow(1, 1, 8 * 60, 9 * 60);
        long closesMs = MONDAY_MS + 9 * 3_600_000L;
        cases.put(Reason.OUTSIDE_SCHEDULE, exclusive(closesMs - 1, closesMs, closesMs + 1, (scene, nowMs) -> {
            scene.schedule = List.of(mornings);
            scene.nowMs = nowMs;
        }));
        cases.put(Reason.FEED_DEGRADED, yesOrNo(scene -> scene.fault = "CROSSED"));
        cases.put(Reason.STALE_QUOTE, inclusive(4_999L, 5_000L, 5_001L, (scene, ageMs) -> scene.quoteAgeMs = ageMs));
        cases.put(Reason.NO_MARK, yesOrNo(scene -> scene.mark = null));
        cases.put(Reason.DUPLICATE_ENTRY, yesOrNo(scene -> scene.duplicate = true));
        cases.put(Reason.OPPOSITE_ON_NET_ACCOUNT, yesOrNo(scene -> scene.opposite = "other/ETH-USD/MAIN"));
    }

    private static void orders(Map<Reason, List<Case>> cases) {
        cases.put(
                Reason.MAX_ORDER_RATE,
                inclusive(4, 5, 6, (scene, before) -> scene.global = load("0", "0", 0, before, "0")));
        cases.put(
                Reason.ROUNDS_TO_ZERO,
                List.of(
                        new Case("a lot", scene -> scene.size = "0.0001", true),
                        new Case("less than a lot", scene -> scene.size = "0.00009999", false),
                        new Case("more than a lot, less than two", scene -> scene.size = "0.00010001", false)));
        cases.put(
                Reason.BELOW_MIN_NOTIONAL,
                inclusive("99.99999999", "100", "100.00000001", (scene, least) -> scene.minNotional = least));
        cases.put(
                Reason.BELOW_MIN_ORDER_SIZE,
                inclusive(
                        "99.99999999",
                        "100",
                        "100.00000001",
                        (scene, least) -> scene.orders = new LimitSet.Orders(usd(least), null, null, null)));
        cases.put(
                Reason.MAX_ORDER_SIZE,
                inclusive(
                        "100.00000001",
                        "100",
                        "99.99999999",
                        (scene, most) -> scene.orders = new LimitSet.Orders(null, usd(most), null, null)));
        cases.put(
                Reason.PRICE_COLLAR,
                both(
                        inclusive("2099.99999999", "2100", "2100.00000001", (scene, limit) -> scene.limit = limit),
                        inclusive("1900.00000001", "1900", "1899.99999999", (scene, limit) -> scene.limit = limit)));
    }

    private static void exposures(Map<Reason, List<Case>> cases) {
        cases.put(
                Reason.MAX_POSITION_SIZE,
                inclusive("899.99999999", "900", "900.00000001", (scene, held) -> scene.position = held));
        cases.put(
                Reason.MAX_CONCURRENT_POSITIONS,
                inclusive(3, 4, 5, (scene, open) -> scene.global = load("0", "0", open, 0, "0")));
        cases.put(
                Reason.MAX_TOTAL_EXPOSURE,
                inclusive(
                        "2899.99999999",
                        "2900",
                        "2900.00000001",
                        (scene, held) -> scene.global = load(held, "0", 0, 0, "0")));
        cases.put(
                Reason.WORST_CASE_EXPOSURE,
                inclusive(
                        "2899.99999999",
                        "2900",
                        "2900.00000001",
                        (scene, worst) -> scene.global = load("0", worst, 0, 0, "0")));
    }

    private static void leverages(Map<Reason, List<Case>> cases) {
        cases.put(Reason.LEVERAGE_TOO_LOW, inclusive(11, 10, 9, (scene, offered) -> scene.offered = offered));
        cases.put(Reason.LEVERAGE_TOO_HIGH, inclusive(19, 20, 21, (scene, times) -> {
            scene.leverage = times;
            scene.confirmed = new Leverage(times);
        }));
        cases.put(
                Reason.LEVERAGE_UNCONFIRMED,
                List.of(
                        new Case("one less", scene -> scene.confirmed = new Leverage(9), false),
                        new Case("as wanted", scene -> scene.confirmed = new Leverage(10), true),
                        new Case("one more", scene -> scene.confirmed = new Leverage(11), false)));
        cases.put(Reason.MARGIN_MODE_UNCONFIRMED, yesOrNo(scene -> scene.confirmedMode = MarginMode.CROSS));
    }

    private static void books(Map<Reason, List<Case>> cases) {
        cases.put(
                Reason.BOOK_TOO_THIN,
                inclusive(
                        "5.0001",
                        "5",
                        "4.9999",
                        (scene, lots) -> scene.asks = new ArrayList<>(List.of(level("2000", lots)))));
        cases.put(Reason.SPREAD_TOO_WIDE, inclusive("1995.00000002", "1995", "1994.99999998", (scene, bid) -> {
            scene.bids = new ArrayList<>(List.of(level(bid, "1")));
            scene.asks = new ArrayList<>(List.of(level("2005", "100")));
        }));
        cases.put(Reason.SLIPPAGE_TOO_HIGH, inclusive("1990.00000002", "1990", "1989.99999998", (scene, bid) -> {
            scene.bids = new ArrayList<>(List.of(level(bid, "1")));
            scene.asks = new ArrayList<>(List.of(level("2010", "1")));
        }));
    }

    private static void losses(Map<Reason, List<Case>> cases) {
        cases.put(
                Reason.DAILY_BUDGET,
                inclusive(
                        "5.50000001",
                        "5.5",
                        "5.49999999",
                        (scene, left) -> scene.budgets = List.of(new DailyBudget(RiskScope.global(), usd(left)))));
        cases.put(
                Reason.STOP_BEYOND_LIQUIDATION,
                both(
                        exclusive(
                                "1845.91836736", "1845.91836735", "1845.91836734", (scene, stop) -> scene.stop = stop),
                        exclusive(
                                "2146.07843136",
                                "2146.07843137",
                                "2146.07843138",
                                (scene, stop) -> scene.shortSide().stop = stop)));
        cases.put(Reason.STOP_MISSING, yesOrNo(scene -> scene.stop = null));
        cases.put(
                Reason.STOP_ON_WRONG_SIDE,
                both(
                        exclusive("1999.99999999", "2000", "2000.00000001", (scene, stop) -> scene.stop = stop),
                        exclusive(
                                "2000.00000001",
                                "2000",
                                "1999.99999999",
                                (scene, stop) -> scene.shortSide().stop = stop)));
        cases.put(
                Reason.TARGET_INVALID,
                both(
                        exclusive("0.000000000001", "0", "-0.000000000001", (scene, ahead) -> scene.target = ahead),
                        exclusive(
                                "0.999999999999",
                                "1",
                                "1.000000000001",
                                (scene, ahead) -> scene.shortSide().target = ahead)));
    }

    private static List<Case> both(List<Case> some, List<Case> others) {
        List<Case> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Reason> rules() {
        return new Scene().checks().stream().map(Check::rule).toList();
    }

    @Test
    void everyRuleThatRunsHasItsCasesAndNoOtherDoes() {
        assertThat(rules()).hasSize(PreTradeChecks.count()).doesNotHaveDuplicates();
        assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(rules());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHoldsUpToItsLimitAndNoFurther() {
        return rules().stream()
                .flatMap(rule -> CASES.getOrDefault(rule, List.of()).stream()
                        .map(one -> DynamicTest.dynamicTest(rule + " " + one.where(), () -> {
                            Scene scene = new Scene();
                            one.given().accept(scene);
                            assertThat(scene.check(rule).passed())
                                    .as("%s holds %s: %s", rule, one.where(), scene.check(rule))
                                    .isEqualTo(one.holds());
                        })));
    }
}
