package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.RiskCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the product's values are shown in lines. */
final class Figures {
    private static final int PERCENT_DECIMALS = 4;

    private Figures() {}

    /** Epoch milliseconds as a UTC time. */
    static String time(long epochMs) {
        return Instant.ofEpochMilli(epochMs).toString();
    }

    /** {@code long}, {@code short}, or null for no side. */
    static @Nullable String direction(@Nullable Side side) {
        return side == null ? null : side == Side.BUY ? "long" : "short";
    }

    /** What is left of a round trip in percent of its notional at entry. */
    static BigDecimal pnlPercent(Output.TradeClosed trade) {
        return percent(trade.netPnl(), trade.entryPrice(), trade.size());
    }

    private static BigDecimal percent(Usd profit, Price entry, Quantity size) {
        Usd notional = entry.times(size);
        if (notional.isZero()) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(profit.e8())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(notional.e8()), PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Indicator values by name. */
    static Map<String, Double> values(List<NamedValue> values) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (NamedValue value : values) {
            byName.put(value.name(), value.value());
        }
        return byName;
    }

    /** Each condition with its value, its threshold and since when it stands so. */
    static List<Map<String, Object>> checks(List<RiskCheck> checks) {
        return checks.stream().map(Figures::check).toList();
    }

    private static Map<String, Object> check(RiskCheck check) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", check.rule());
        map.put("passed", check.passed());
        map.put("value", check.value());
        map.put("limit", check.limit());
        return map;
    }

    static List<Map<String, Object>> conditions(List<Condition> conditions) {
        return conditions.stream().map(Figures::condition).toList();
    }

    private static Map<String, Object> condition(Condition condition) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", condition.name());
        shown.put("value", condition.value());
        shown.put("threshold", condition.threshold());
        shown.put("met", condition.met());
        shown.put("since", time(condition.sinceMs()));
        return shown;
    }

    /** An amount for a meter; meters show, they do not keep accounts. */
    static double metered(Usd amount) {
        return amount.e8() / 1e8;
    }
}
