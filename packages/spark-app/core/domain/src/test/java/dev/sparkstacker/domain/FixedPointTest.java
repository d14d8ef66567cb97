package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exact arithmetic against BigDecimal. */
class FixedPointTest {
    private static final int ROUNDS = 50_000;
    private static final List<RoundingMode> ROUNDINGS = List.of(
            RoundingMode.DOWN,
            RoundingMode.UP,
            RoundingMode.FLOOR,
            RoundingMode.CEILING,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_DOWN,
            RoundingMode.HALF_EVEN);

    private static Random seeded(long seed) {
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    /** Small and large magnitudes alike, with the extremes among them. */
    private static long anyLong(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            case 2 -> random.nextInt(7) - 3;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    @Test
    void parsingAndFormattingAgreeWithBigDecimal() {
        Random random = seeded(1L);
        for (int i = 0; i < ROUNDS; i++) {
            long units = anyLong(random);
            String text = FixedPoint.format(units);
            BigDecimal exact = BigDecimal.valueOf(units, FixedPoint.DECIMALS);

            assertThat(new BigDecimal(text)).as("seed 1, round %s", i).isEqualByComparingTo(exact);
            assertThat(FixedPoint.toBigDecimal(units)).isEqualByComparingTo(exact);
            assertThat(FixedPoint.fromBigDecimal(exact)).isEqualTo(units);
            if (units != Long.MIN_VALUE) {
                assertThat(FixedPoint.parse(text)).isEqualTo(units);
            }
        }
    }

    @Test
    void multiplyDivideAgreesWithBigDecimalInEveryRounding() {
        Random random = seeded(2L);
        for (int i = 0; i < ROUNDS; i++) {
            long a = anyLong(random);
            long b = anyLong(random);
            long divisor = anyLong(random);
            if (divisor == 0) {
                continue;
            }
            RoundingMode rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
            BigInteger expected = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                    .divide(BigDecimal.valueOf(divisor), 0, rounding)
                    .toBigInteger();
            String what = "seed 2, round " + i + ": " + a + " × " + b + " / " + divisor + " " + rounding;
            if (expected.bitLength() > 63) {
                assertThatThrownBy(() -> FixedPoint.multiplyDivide(a, b, divisor, rounding))
                        .as(what)
                        .isInstanceOf(ArithmeticException.class);
            } else {
                assertThat(FixedPoint.multiplyDivide(a, b, divisor, rounding))
                        .as(what)
                        .isEqualTo(expected.longValueExact());
            }
        }
    }

    @Test
    void whatIsNoPlainDecimalIsRefused() {
        for (String bad : List.of("", "-", ".", "1.", ".5", "+1", "1e5", "1,5", " 1", "1 ", "NaN", "--1", "0x1", "١")) {
            assertThatThrownBy(() -> FixedPoint.parse(bad))
                    .as("'%s'", bad)
                    .isInstanceOf(NumberFormatException.class)
                    .hasMessageContaining("'" + bad + "'");
        }
    }

    @Test
    void decimalsBeyondTheEighthMustBeZero() {
        assertThat(FixedPoint.parse("1.234567890000")).isEqualTo(123_456_789L);
        assertThatThrownBy(() -> FixedPoint.parse("1.234567891")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void theRangeEndsWithAnExceptionAndNotWithAWrap() {
        assertThat(FixedPoint.parse("92233720368.54775807")).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> FixedPoint.parse("92233720368.54775808")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> FixedPoint.parse("99999999999999999999")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> FixedPoint.multiplyDivide(Long.MAX_VALUE, 2, 1, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.divide(1, 0, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.divide(1, 3, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void plainTextHasNoExponentAndNoTrailingZeros() {
        assertThat(FixedPoint.format(0)).isEqualTo("0");
        assertThat(FixedPoint.format(76_000)).isEqualTo("0.00076");
        assertThat(FixedPoint.format(-150_000_000)).isEqualTo("-1.5");
        assertThat(FixedPoint.format(10_000_000_000L)).isEqualTo("100");
        assertThat(FixedPoint.format(1)).isEqualTo("0.00000001");
        assertThat(FixedPoint.format(Long.MIN_VALUE)).isEqualTo("-92233720368.54775808");
    }
}
