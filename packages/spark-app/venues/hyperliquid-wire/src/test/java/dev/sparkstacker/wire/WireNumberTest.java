package dev.sparkstacker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireNumberTest {
    private static final long SEED = 20_260_101L;

    @Test
    void theWireFormIsPlainAndWithoutTrailingZeros() {
        assertThat(WireNumber.wire(new BigDecimal("120000.0"))).isEqualTo("120000");
        assertThat(WireNumber.wire(new BigDecimal("0.00076000"))).isEqualTo("0.00076");
        assertThat(WireNumber.wire(new BigDecimal("-0.00"))).isEqualTo("0");
        assertThat(WireNumber.wire(new BigDecimal("1E+5"))).isEqualTo("100000");
        assertThat(WireNumber.wire(new BigDecimal("-1.50"))).isEqualTo("-1.5");
    }

    @Test
    void aNinthDecimalIsRefusedInsteadOfRounded() {
        assertThatThrownBy(() -> WireNumber.wire(new BigDecimal("0.000000001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 8 decimals");
        assertThat(WireNumber.wire(new BigDecimal("0.0000000100"))).isEqualTo("0.00000001");
    }

    @Test
    void answersCarryAtLeastOneDecimal() {
        assertThat(WireNumber.response(new BigDecimal("29792"))).isEqualTo("29792.0");
        assertThat(WireNumber.response(new BigDecimal("1E+3"))).isEqualTo("1000.0");
        assertThat(WireNumber.response(BigDecimal.ZERO)).isEqualTo("0.0");
        assertThat(WireNumber.response(new BigDecimal("0.0450"))).isEqualTo("0.045");
    }

    @Test
    void anyNumberOfUpToEightDecimalsSurvivesTheWireExactly() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(9));
            BigDecimal signed = random.nextBoolean() ? value : value.negate();
            String wire = WireNumber.wire(signed);
            assertThat(wire).matches("-?(0|[1-9]\\d*)(\\.\\d{0,7}[1-9])?").isNotEqualTo("-0");
            assertThat(WireNumber.parse(wire)).isEqualByComparingTo(signed);
            assertThat(WireNumber.parse(WireNumber.response(signed))).isEqualByComparingTo(signed);
        }
    }

    @Test
    void onlyPlainDecimalsAreRead() {
        for (String bad : List.of(
                "",
                "-",
                ".5",
                "5.",
                "1e5",
                "NaN",
                "Infinity",
                "+1",
                " 1",
                "1 ",
                "0x10",
                "1,5",
                "1.2.3",
                "--1",
                "1".repeat(65))) {
            assertThatThrownBy(() -> WireNumber.parse(bad)).as(bad).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void roundedPricesAreValidAndIntegersStay() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            int szDecimals = random.nextInt(6);
            BigDecimal price = new BigDecimal(new BigInteger(1 + random.nextInt(45), random), random.nextInt(9))
                    .add(BigDecimal.ONE);
            BigDecimal up = WireNumber.roundPerpPrice(price, szDecimals, RoundingMode.CEILING);
            BigDecimal down = WireNumber.roundPerpPrice(price, szDecimals, RoundingMode.FLOOR);
            assertThat(WireNumber.isPerpPrice(up, szDecimals))
                    .as("%s up to %s", price, up)
                    .isTrue();
            assertThat(WireNumber.isPerpPrice(down, szDecimals))
                    .as("%s down to %s", price, down)
                    .isTrue();
            assertThat(down).isLessThanOrEqualTo(price);
            assertThat(up).isGreaterThanOrEqualTo(price);
        }
        assertThat(WireNumber.roundPerpPrice(new BigDecimal("123456"), 0, RoundingMode.FLOOR))
                .isEqualByComparingTo("123456");
    }
}
