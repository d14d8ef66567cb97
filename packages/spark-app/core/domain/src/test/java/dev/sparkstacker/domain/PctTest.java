package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentages are exact and never taken for fractions or money. */
class PctTest {
    @Test
    void fivePercentIsTheFractionFiveHundredths() {
        assertThat(Pct.of("5").toRate()).isEqualTo(Rate.of("0.05"));
        assertThat(Pct.of("20").of(Usd.of("200"), RoundingMode.DOWN)).isEqualTo(Usd.of("40"));
        assertThat(Pct.of("0.20").of(Usd.of("200"), RoundingMode.DOWN)).isEqualTo(Usd.of("0.4"));
        assertThat(Pct.of("0.5")).hasToString("0.5 %");
        assertThat(Pct.HUNDRED).hasToString("100 %");
        assertThat(Pct.ZERO.isPositive()).isFalse();
        assertThat(Pct.of("5")).isGreaterThan(Pct.of("4.9999999999"));
        assertThatThrownBy(() -> Pct.of("0.00000000001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sharesAreExactAndRoundedAsTold() {
        assertThat(Pct.share(1, 3, RoundingMode.DOWN)).isEqualTo(Pct.of("33.3333333333"));
        assertThat(Pct.share(1, 3, RoundingMode.UP)).isEqualTo(Pct.of("33.3333333334"));
        assertThat(Pct.share(1, 4, RoundingMode.UP)).isEqualTo(Pct.of("25"));
        assertThat(Pct.share(-1, 4, RoundingMode.UP)).isEqualTo(Pct.of("-25"));
        assertThat(Pct.share(0, 4, RoundingMode.UP)).isEqualTo(Pct.ZERO);
        assertThatThrownBy(() -> Pct.share(1, 0, RoundingMode.UP)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Pct.share(Long.MAX_VALUE / 20_000, 1, RoundingMode.UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void randomSharesAgreeWithUnlimitedDecimals() {
        long seed = 20_261_121L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long whole = 1 + (random.nextLong() >>> (1 + random.nextInt(60)));
            long part = (long) (random.nextDouble() * 10 * Math.min(whole, Long.MAX_VALUE / 20));
            for (RoundingMode rounding :
                    new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN, RoundingMode.HALF_UP}) {
                BigDecimal expected = BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 10, rounding);
                assertThat(Pct.share(part, whole, rounding).e10())
                        .as("%d of %d, %s", part, whole, rounding)
                        .isEqualTo(expected.unscaledValue().longValueExact());
            }
        }
    }
}
