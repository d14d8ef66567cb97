package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tiers: leverage, initial and maintenance margin and liquidation prices by the value of a position. */
class MarginTiersTest {
    private static final MarginTiers BTC_TIERS =
            new MarginTiers(List.of(new MarginTiers.Tier(Usd.ZERO, 40), new MarginTiers.Tier(Usd.of("150000000"), 20)));

    private final Rig rig = new Rig();
    private final Address whale = rig.open("77", "40000000");

    @BeforeEach
    void btcHasAPrice() {
        rig.btc("50000");
    }

    private static OrderTicket order(Side side, String size, String price) {
        return new OrderTicket(0, side, Price.of(price), Quantity.of(size), false, Tif.IOC, null, null);
    }

    private Position position() {
        return Objects.requireNonNull(rig.account(whale).position(BTC), "flat");
    }

    private ActionResult leverage(int times) {
        return rig.act(whale, new VenueAction.UpdateLeverage(0, true, times));
    }

    @Test
    void btcHasMainnetsTiers() {
        assertThat(rig.exchange.markets().getFirst().spec().tiers()).isEqualTo(BTC_TIERS);
        assertThat(BTC_TIERS.maxLeverage(Usd.of("149999999.99"))).isEqualTo(40);
        assertThat(BTC_TIERS.maxLeverage(Usd.of("150000000")))
                .as("a bound is the higher tier")
                .isEqualTo(20);
    }

    @Test
    void anOrderMayNotLeadBeyondTheTierOfTheAccountsLeverage() {
        leverage(40);
        rig.place(whale, order(Side.BUY, "2000", "51000"));

        OrderResult refused = rig.place(whale, order(Side.BUY, "1000", "51000"));

        assertThat(Rig.errorOf(refused))
                .isEqualTo("Order would cause position to exceed margin tier limit at current leverage asset=0");
        assertThat(rig.statuses).last().asString().endsWith("perpMaxPositionRejected");
        assertThat(rig.place(whale, order(Side.BUY, "999", "51000"))).isInstanceOf(OrderResult.Filled.class);
        assertThat(rig.place(whale, order(Side.SELL, "2999", "49000")))
                .as("reducing is free of it")
                .isInstanceOf(OrderResult.Filled.class);
        rig.assertBooksBalance();
    }

    @Test
    void aLargePositionNeedsItsTiersLeverageAndCannotBeRaisedBeyondIt() {
        leverage(20);
        assertThat(rig.place(whale, order(Side.BUY, "3500", "51000"))).isInstanceOf(OrderResult.Filled.class);
        Position position = position();
        assertThat(rig.exchange.margin().maintenance(position))
                .as("175M x 2.5 % - 1.875M")
                .isEqualTo(Usd.of("2500000"));
        assertThat(rig.exchange.margin().initialMargin(rig.account(whale), position))
                .isEqualTo(Usd.of("8750000"));

        assertThat(leverage(40)).isEqualTo(new ActionResult.Refused("Invalid leverage value"));
        assertThat(leverage(10)).isEqualTo(new ActionResult.Done());
        rig.assertBooksBalance();
    }

    @Test
    void aLiquidationPriceLiesInTheTierOfThePositionsValueThere() {
        // long 4000, raw USD -190M: (190M - 1.875M) / (4000 - 4000 x 2.5 %), worth 192.9M there: upper tier
        assertThat(price("4000", "-190000000")).isEqualByComparingTo("48237.1794872");
        // long 3200, raw USD -140M: 140M / (3200 - 3200 x 1.25 %), worth 141.8M there: lower tier
        assertThat(price("3200", "-140000000")).isEqualByComparingTo("44303.7974684");
        // short 4000, raw USD 210M: (210M + 1.875M) / (4000 + 4000 x 2.5 %), worth 206.7M there: upper tier
        assertThat(price("-4000", "210000000")).isEqualByComparingTo("51676.8292683");
        assertThat(price("1", "100")).as("never: it owes nothing").isEqualByComparingTo("0");
    }

    private static BigDecimal price(String size, String rawUsd) {
        return BTC_TIERS.liquidationPrice(new BigDecimal(size), new BigDecimal(rawUsd));
    }

    @Test
    void atItsLiquidationPriceAPositionIsJustAtMaintenance() {
        leverage(20);
        rig.place(whale, order(Side.BUY, "3500", "51000"));
        Position position = position();
        BigDecimal liquidation = Objects.requireNonNull(
                rig.exchange.margin().liquidationPrice(rig.account(whale), position), "it owes money");
        long above = liquidation.setScale(0, java.math.RoundingMode.CEILING).longValueExact();

        rig.btc(String.valueOf(above));
        assertThat(rig.liquidations).isEmpty();
        rig.btc(String.valueOf(above - 1));

        assertThat(rig.liquidations).hasSize(1);
        rig.assertBooksBalance();
    }

    @Test
    void tablesThatAreNotAscendingFromZeroAreRefused() {
        assertThatThrownBy(() -> new MarginTiers(List.of(new MarginTiers.Tier(Usd.of("1"), 40))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarginTiers(
                        List.of(new MarginTiers.Tier(Usd.ZERO, 40), new MarginTiers.Tier(Usd.ZERO, 20))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
