package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import org.junit.jupiter.api.Test;

/** The parts of a fill add up to its fee exactly, however it is divided. */
class FillShareTest {
    @Test
    void aFeeThatDoesNotDivideIsStillPaidExactlyOnce() {
        Quantity third = Quantity.of("1");
        Fill fill = new Fill(
                1,
                2,
                null,
                Configs.ETH,
                Side.SELL,
                Price.of("2000"),
                Quantity.of("3"),
                new Usd(2),
                Usd.ZERO,
                SignedQuantity.ZERO,
                true,
                false,
                0);
        FillShare first = FillShare.next(fill, Quantity.ZERO, third);
        FillShare second = FillShare.next(fill, third, third);
        FillShare last = FillShare.next(fill, third.plus(third), third);

        assertThat(first.fee().plus(second.fee()).plus(last.fee())).isEqualTo(fill.fee());
        assertThat(first.fee()).isEqualTo(new Usd(1));
        assertThat(second.fee()).isEqualTo(Usd.ZERO);
    }
}
