package dev.sparkstacker.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static Instrument rules(int szDecimals) {
        return new Instrument(new MarketId("ETH"), 1, szDecimals, new Leverage(25), false, Usd.of("10"));
    }

    @Test
    void sizesAreRoundedDownToWholeLots() {
        assertThat(Sizing.ofNotional(Usd.of("8"), Price.of("3333.3"), rules(4))).isEqualTo(Quantity.of("0.0024"));
        assertThat(Sizing.ofNotional(Usd.of("8"), Price.of("2000"), rules(4))).isEqualTo(Quantity.of("0.004"));
    }

    @Test
    void oneLotIsBoughtOnlyWhenTheNotionalReachesIt() {
        assertThat(Sizing.ofNotional(Usd.of("0.2"), Price.of("2000"), rules(4))).isEqualTo(Quantity.of("0.0001"));
        assertThat(Sizing.ofNotional(Usd.of("0.19999999"), Price.of("2000"), rules(4)))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void aSizeNeverCostsMoreThanItsNotionalAndLessThanOneLotIsMissing() {
        long seed = 20_251_120L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instrument rules = rules(random.nextInt(6));
            Usd notional = new Usd(random.nextLong(1, 1_000_000_000_000L));
            Price price = new Price(random.nextLong(1_000, 10_000_000_000_000L));
            Quantity size = Sizing.ofNotional(notional, price, rules);

            assertThat(size.e8() % rules.lot().e8()).isZero();
            assertThat(price.times(size, java.math.RoundingMode.DOWN)).isLessThanOrEqualTo(notional);
            assertThat(price.times(size.plus(rules.lot()), java.math.RoundingMode.UP))
                    .isGreaterThan(notional);
        }
    }
}
