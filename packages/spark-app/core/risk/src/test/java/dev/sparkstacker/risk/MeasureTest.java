package dev.sparkstacker.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.Reason;
import org.junit.jupiter.api.Test;

/** Numbers of checks become text with their unit. */
class MeasureTest {
    @Test
    void everyUnitIsNamed() {
        assertThat(Unit.USD.format(150_000_000L)).isEqualTo("1.5 USD");
        assertThat(Unit.PRICE.format(150_000_000L)).isEqualTo("1.5");
        assertThat(Unit.SIZE.format(10_000L)).isEqualTo("0.0001");
        assertThat(Unit.PCT.format(5_000_000_000L)).isEqualTo("0.5 %");
        assertThat(Unit.MS.format(5)).isEqualTo("5 ms");
        assertThat(Unit.LEVERAGE.format(10)).isEqualTo("10x");
        assertThat(Unit.COUNT.format(3)).isEqualTo("3");
    }

    @Test
    void aLimitSaysHowAndWhose() {
        RiskScope market = new RiskScope.OfMarket(new MarketId("ETH"));
        Measure money = new Measure.Amount(Unit.USD, 100_000_000_000L);
        assertThat(new Bound(Bound.Relation.AT_MOST, money, market)).hasToString("<= 1000 USD (market ETH)");
        assertThat(new Bound(Bound.Relation.AT_LEAST, money, null)).hasToString(">= 1000 USD");
        assertThat(new Bound(Bound.Relation.BELOW, money, null)).hasToString("< 1000 USD");
        assertThat(new Bound(Bound.Relation.ABOVE, money, null)).hasToString("> 1000 USD");
        assertThat(Bound.words("none")).hasToString("none");
    }

    @Test
    void anUnknownMeasureFailsAndAnUnlimitedOnePasses() {
        Check unknown = Check.unknown(Reason.BOOK_TOO_THIN, "unknown", Bound.words("known"));
        assertThat(unknown.passed()).isFalse();
        assertThat(unknown.value()).isEqualTo("unknown");
        assertThat(Check.unlimited(Reason.BOOK_TOO_THIN, new Measure.Words("any"))
                        .passed())
                .isTrue();
        assertThat(Check.of(Reason.NOT_ACTIVE, true, "a", "b").passed()).isTrue();
        assertThat(Check.of(Reason.NOT_ACTIVE, false, "a", "b").limit()).isEqualTo("b");
    }
}
