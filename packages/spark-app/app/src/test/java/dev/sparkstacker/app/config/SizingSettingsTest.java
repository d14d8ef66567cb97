package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How each leg is sized: every method, what it needs, and what is refused. */
class SizingSettingsTest {
    private static final String MARGIN = "\"marginUsd\": 0.80";

    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    @BeforeEach
    void inAFreshHome() {
        config = new ConfigFixture(home);
    }

    private static String withMain(String sizing) {
        return ConfigFixture.validWith(MARGIN, sizing);
    }

    private SizingConfig main(String sizing) {
        return main(sizing, Map.of());
    }

    private SizingConfig main(String sizing, Map<String, String> environment) {
        return config.load(withMain(sizing), environment, List.of())
                .trading()
                .strategies()
                .getFirst()
                .main()
                .sizing();
    }

    private String problem(String sizing) {
        List<String> problems = config.problemsOf(withMain(sizing));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void aMarginAloneIsAFixedSize() {
        assertThat(main(MARGIN)).isEqualTo(new SizingConfig(new SizingMethod.FixedUsd(Usd.of("0.8")), false));
        assertThat(main(MARGIN + ", \"sizing\": { \"scaleByStrength\": true }"))
                .isEqualTo(new SizingConfig(new SizingMethod.FixedUsd(Usd.of("0.8")), true));
    }

    @Test
    void everyMethodReachesTheEngine() {
        assertThat(main("\"sizing\": { \"method\": \"percentEquity\", \"marginPct\": 2 }")
                        .method())
                .isEqualTo(new SizingMethod.PercentEquity(Pct.of("2")));
        assertThat(main("\"sizing\": { \"method\": \"fixedUnits\", \"sizeUnits\": 0.05 }")
                        .method())
                .isEqualTo(new SizingMethod.FixedUnits(Quantity.of("0.05")));
        assertThat(main("\"sizing\": { \"method\": \"riskBased\", \"riskPct\": 0.5 }")
                        .method())
                .isEqualTo(new SizingMethod.RiskBased(Pct.of("0.5")));
        assertThat(main("\"sizing\": { \"method\": \"kelly\", \"winRatePct\": 55, \"averageWinPct\": 2,"
                                + " \"averageLossPct\": 1, \"maxEquityPct\": 10 }")
                        .method())
                .isEqualTo(new SizingMethod.Kelly(Pct.of("55"), Pct.of("2"), Pct.of("1"), Pct.of("10")));
    }

    @Test
    void riskPercentageIsWhatARiskBasedLegRisks() {
        String byRisk = "\"sizing\": { \"method\": \"riskBased\" }";
        assertThat(main(byRisk).method()).as("the default").isEqualTo(new SizingMethod.RiskBased(Pct.of("1")));
        assertThat(main(byRisk, Map.of("RISK_PERCENTAGE", "2.5")).method())
                .isEqualTo(new SizingMethod.RiskBased(Pct.of("2.5")));
        assertThat(config.load(withMain(byRisk), Map.of("RISK_PERCENTAGE", "2.5"), List.of())
                        .warnings())
                .isEmpty();
        assertThat(config.load(withMain(MARGIN), Map.of("RISK_PERCENTAGE", "2.5"), List.of())
                        .warnings())
                .singleElement()
                .extracting(problem -> problem.describe())
                .asString()
                .startsWith("env RISK_PERCENTAGE: warning: risk.riskPerTradePct: is set, but no leg is sized by its"
                        + " risk.");
    }

    @Test
    void theHedgeIsSizedOnItsOwn() {
        String text = ConfigFixture.validWith(
                "\"marginUsd\": 0.20", "\"sizing\": { \"method\": \"percentEquity\", \"marginPct\": 1 }");
        var hedge = Objects.requireNonNull(
                config.load(text).trading().strategies().getFirst().hedge());
        assertThat(hedge.leg().sizing().method()).isEqualTo(new SizingMethod.PercentEquity(Pct.of("1")));
    }

    @Test
    void whatAMethodNeedsIsNamed() {
        assertThat(problem("\"sizing\": { \"method\": \"percentEquity\" }"))
                .isEqualTo("config.json:11:46: error: strategies[0].main.sizing.marginPct: is missing."
                        + " percentEquity needs \"marginPct\".");
        assertThat(config.problemsOf(withMain("\"sizing\": { \"method\": \"kelly\", \"winRatePct\": 55 }")))
                .hasSize(3)
                .allMatch(problem -> problem.contains("is missing. kelly needs \"winRatePct\", \"averageWinPct\","));
        assertThat(problem("\"sizing\": { \"method\": \"fixedUsd\" }"))
                .contains("strategies[0].main.marginUsd: is missing. Margin committed to a position");
    }

    @Test
    void whatIsOfAnotherMethodIsRefused() {
        assertThat(problem(MARGIN + ", \"sizing\": { \"method\": \"riskBased\" }"))
                .contains("main.marginUsd: is set, but the leg is sized by riskBased."
                        + " Remove it, or write \"method\": \"fixedUsd\".");
        assertThat(problem("\"sizing\": { \"method\": \"riskBased\", \"marginPct\": 2 }"))
                .contains("main.sizing.marginPct: is set, but the method is riskBased. Remove it.");
        assertThat(problem("\"sizing\": { \"method\": \"riskbased\" }")).contains("Did you mean \"riskBased\"?");
        assertThat(problem("\"sizing\": { \"method\": \"kelly\", \"winRatePct\": 100, \"averageWinPct\": 2,"
                        + " \"averageLossPct\": 1, \"maxEquityPct\": 10 }"))
                .contains("100 is outside 0.01 to 99.99");
    }
}
