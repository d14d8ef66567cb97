package dev.sparkstacker.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void itWritesWhatAPersonWouldRoundTo() {
        assertThat(Decimal.fixed(0, 6)).isEqualTo("0.000000");
        assertThat(Decimal.fixed(-0.0000001, 6)).isEqualTo("0.000000");
        assertThat(Decimal.fixed(-0.5, 0)).isEqualTo("-1");
        assertThat(Decimal.fixed(2543.1234567, 6)).isEqualTo("2543.123457");
        assertThat(Decimal.fixed(-0.05, 2)).isEqualTo("-0.05");
        assertThat(Decimal.fixed(99.999, 2)).isEqualTo("100.00");
        assertThat(Decimal.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(Decimal.fixed(1e18, 2)).isEqualTo("1000000000000000000.00");
    }

    @Test
    void itIsNeverFurtherFromTheNumberThanHalfItsLastDigit() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(0, 7);
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(0, 8));
            BigDecimal written = new BigDecimal(Decimal.fixed(value, decimals));
            BigDecimal off = written.subtract(new BigDecimal(value)).abs();

            assertThat(written.scale()).as("seed 7, case " + i).isEqualTo(decimals);
            assertThat(off.setScale(decimals + 6, RoundingMode.DOWN))
                    .as("seed 7, case " + i + ": " + value)
                    .isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(decimals));
        }
    }
}
