package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prices, sizes, money, rates and names. */
class ValuesTest {
    @Test
    void aNotionalIsExactForEveryTickAndLot() {
        assertThat(Price.of("1670.1").times(Quantity.of("0.0147"))).isEqualTo(Usd.of("24.55047"));
        assertThat(Price.of("0.000001").times(Quantity.of("1"))).isEqualTo(Usd.of("0.000001"));
    }

    @Test
    void notionalsAgreeWithBigDecimalInEveryRounding() {
        long seed = 3L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Price price = new Price(random.nextLong(10_000_000_000_000L));
            Quantity size = new Quantity(random.nextLong(10_000_000_000L));
            for (RoundingMode rounding :
                    new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_UP}) {
                BigDecimal exact = FixedPoint.toBigDecimal(price.e8())
                        .multiply(FixedPoint.toBigDecimal(size.e8()))
                        .setScale(8, rounding);
                assertThat(FixedPoint.toBigDecimal(price.times(size, rounding).e8()))
                        .as("seed 3, %s × %s %s", price, size, rounding)
                        .isEqualByComparingTo(exact);
            }
        }
    }

    @Test
    void aShiftIsAFractionOfThePrice() {
        assertThat(Price.of("2000").shift(Rate.of("0.005"), RoundingMode.FLOOR)).isEqualTo(Price.of("2010"));
        assertThat(Price.of("2000").shift(Rate.of("-0.1"), RoundingMode.FLOOR)).isEqualTo(Price.of("1800"));
        assertThat(Price.of("0.00000003").shift(Rate.of("0.5"), RoundingMode.FLOOR))
                .isEqualTo(new Price(4));
        assertThat(Price.of("0.00000003").shift(Rate.of("0.5"), RoundingMode.CEILING))
                .isEqualTo(new Price(5));
    }

    @Test
    void moneyBuysSizesRoundedAsTold() {
        assertThat(Usd.of("10").dividedBy(Price.of("3"), RoundingMode.DOWN)).isEqualTo(Quantity.of("3.33333333"));
        assertThat(Usd.of("10").dividedBy(Price.of("3"), RoundingMode.UP)).isEqualTo(Quantity.of("3.33333334"));
        assertThatThrownBy(() -> Usd.of("10").dividedBy(Price.of("0"), RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moneyTimesARateRoundsAsTold() {
        assertThat(Usd.of("8").times(Rate.of("0.00045"), RoundingMode.HALF_UP)).isEqualTo(Usd.of("0.0036"));
        assertThat(Usd.of("-0.00000001").times(Rate.of("0.5"), RoundingMode.DOWN))
                .isEqualTo(Usd.ZERO);
        assertThat(Usd.of("-0.00000001").times(Rate.of("0.5"), RoundingMode.FLOOR))
                .isEqualTo(new Usd(-1));
    }

    @Test
    void sumsBeyondTheRangeAreRefused() {
        assertThatThrownBy(() -> new Usd(Long.MAX_VALUE).plus(new Usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Usd(Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Usd(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void pricesAndSizesAreNeverNegative() {
        assertThatThrownBy(() -> Price.of("-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantity.of("1").minus(Quantity.of("2"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Quantity.of("1").minusOrZero(Quantity.of("2"))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void ratesReadPercentAndBasisPoints() {
        assertThat(Rate.ofPct(new BigDecimal("5"))).isEqualTo(Rate.of("0.05"));
        assertThat(Rate.ofBps(new BigDecimal("10"))).isEqualTo(Rate.of("0.001"));
        assertThat(Rate.of("0.0000125")).hasToString("0.0000125");
        assertThatThrownBy(() -> Rate.of("0.0000000000001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void oneMarketHasSeveralSpellings() {
        for (String spelling : new String[] {"ETH", "ETH-USD", "ETH-USDC", " ETH-USD "}) {
            assertThat(MarketId.parse(spelling)).isEqualTo(new MarketId("ETH"));
        }
        assertThat(new MarketId("ETH")).hasToString("ETH-USD");
        assertThat(MarketId.parse("kPEPE-USD").coin()).isEqualTo("kPEPE");
        assertThatThrownBy(() -> MarketId.parse("-USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarketId.parse("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBarMustBeConsistent() {
        Price one = Price.of("1");
        Price two = Price.of("2");
        assertThatThrownBy(() -> new Bar(0, one, one, two, one, Quantity.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bar(0, two, one, one, one, Quantity.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervalsAlignToTheEpoch() {
        assertThat(Interval.M1.openTimeMs(1_700_000_059_999L)).isEqualTo(1_700_000_040_000L);
        assertThat(Interval.M1.openTimeMs(1_700_000_040_000L)).isEqualTo(1_700_000_040_000L);
        assertThat(Interval.byCode("3m")).contains(Interval.M3);
        assertThat(Interval.byCode("2m")).isEmpty();
    }
}
