package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.SizingSettings;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the settings of a leg's size to the methods of the risk manager. The settings were checked. */
final class LegSizes {
    private LegSizes() {}

    /** @param riskPerTradePct what a risk-based position risks where its leg does not say so */
    static LegConfig of(LegSettings leg, BigDecimal riskPerTradePct) {
        SizingSettings sizing = leg.sizing();
        SizingConfig config = sizing == null
                ? new SizingConfig(new SizingMethod.FixedUsd(margin(leg)), false)
                : new SizingConfig(method(leg, sizing, riskPerTradePct), sizing.scaleByStrength());
        return new LegConfig(leg.account(), config, leg.leverage());
    }

    private static SizingMethod method(LegSettings leg, SizingSettings sizing, BigDecimal riskPerTradePct) {
        return switch (sizing.method()) {
            case FIXED_USD -> new SizingMethod.FixedUsd(margin(leg));
            case PERCENT_EQUITY -> new SizingMethod.PercentEquity(pct(sizing.marginPct()));
            case RISK_BASED -> {
                BigDecimal own = sizing.riskPct();
                yield new SizingMethod.RiskBased(pct(own == null ? riskPerTradePct : own));
            }
            case FIXED_UNITS ->
                new SizingMethod.FixedUnits(
                        Quantity.of(known(sizing.sizeUnits()).toPlainString()));
            case KELLY ->
                new SizingMethod.Kelly(
                        pct(sizing.winRatePct()),
                        pct(sizing.averageWinPct()),
                        pct(sizing.averageLossPct()),
                        pct(sizing.maxEquityPct()));
        };
    }

    private static Usd margin(LegSettings leg) {
        return Objects.requireNonNull(leg.marginUsd(), "a leg of a fixed margin without one");
    }

    private static Pct pct(@Nullable BigDecimal percent) {
        return Pct.fromBigDecimal(known(percent));
    }

    private static BigDecimal known(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value, "a size that was not checked");
    }
}
