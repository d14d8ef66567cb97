package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static dev.sparkstacker.sandbox.exchange.Rig.ETH;
import static dev.sparkstacker.sandbox.exchange.Rig.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Records.LiquidationMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an account below maintenance margin: book, backstop, auto-deleveraging. */
class LiquidationTest {
    private static final long SECOND_MS = 1_000;

    private static void cross25(Rig rig, Address address) {
        rig.act(address, new VenueAction.UpdateLeverage(1, true, 25));
    }

    private static Records.Execution lastFill(Rig rig, Address address) {
        return rig.account(address).newestFills().next();
    }

    private static Rig longSixty() {
        Rig rig = new Rig();
        cross25(rig, ALICE);
        rig.place(ALICE, limit(Side.BUY, "60", "2600", Tif.IOC));
        return rig;
    }

    private static void settle(Rig rig) {
        rig.assertBooksBalance();
        rig.assertNobodyIsBelowZero();
    }

    @Test
    void aLargePositionIsFirstClosedByAFifthIntoTheBook() {
        Rig rig = longSixty();

        rig.price("2382.3");
        assertThat(rig.liquidations).as("a cent above maintenance").isEmpty();
        rig.price("2380");

        assertThat(rig.account(ALICE).size(ETH)).isEqualTo(SignedQuantity.of("48"));
        Records.Execution fill = lastFill(rig, ALICE);
        assertThat(fill.direction()).isEqualTo("Liquidated Cross Long");
        assertThat(fill.price()).isEqualTo(Price.of("2379.9"));
        assertThat(fill.fee()).as("taker fee, no other").isEqualTo(Usd.of("12.851460"));
        assertThat(fill.liquidation())
                .isEqualTo(new Records.LiquidationTag(ALICE, Price.of("2380"), LiquidationMethod.MARKET));
        settle(rig);
    }

    @Test
    void withinThirtySecondsOfAPartTheWholePositionGoes() {
        Rig rig = longSixty();
        rig.price("2380");

        rig.exchange.advanceTo(rig.exchange.nowMs() + 30 * SECOND_MS);
        rig.price("2370");

        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.account(ALICE).cash())
                .as("what is left stays with the trader")
                .isGreaterThan(Usd.ZERO);
        settle(rig);
    }

    @Test
    void afterThirtySecondsAgainOnlyAFifthGoes() {
        Rig rig = longSixty();
        rig.price("2380");

        rig.exchange.advanceTo(rig.exchange.nowMs() + 30 * SECOND_MS + 1);
        rig.price("2370");

        assertThat(rig.account(ALICE).size(ETH)).isEqualTo(SignedQuantity.of("38.4"));
        settle(rig);
    }

    @Test
    void aSmallPositionIsClosedWholeAndOrdersEndLiquidated() {
        Rig rig = new Rig();
        rig.act(ALICE, new VenueAction.UpdateLeverage(1, false, 25));
        rig.place(ALICE, limit(Side.SELL, "30", "2400", Tif.IOC));
        long resting = Rig.oidOf(rig.place(ALICE, limit(Side.BUY, "1", "2000", Tif.GTC)));

        rig.price("2551");

        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(lastFill(rig, ALICE).direction()).isEqualTo("Liquidated Isolated Short");
        assertThat(rig.statuses).contains(resting + " liquidatedCanceled");
        assertThat(rig.liquidations).singleElement().satisfies(told -> {
            assertThat(told.notional()).isEqualTo(Usd.of("76530"));
            assertThat(told.accountValue()).isGreaterThan(Usd.ZERO);
        });
        LedgerEntry entry = rig.account(ALICE).ledger().stream().toList().getLast();
        assertThat(entry.amount()).isEqualTo(Usd.ZERO);
        assertThat(entry.detail())
                .isEqualTo(new LedgerDetail.Liquidation(
                        Usd.of("76530"),
                        rig.liquidations.getFirst().accountValue(),
                        false,
                        List.of(new LedgerDetail.Liquidated(ETH, SignedQuantity.of("-30")))));
        settle(rig);
    }

    @Test
    void aCrossPositionOfAnotherMarketStaysOnceTheMarginSufficesAgain() {
        Rig rig = new Rig();
        rig.btc("50000");
        cross25(rig, ALICE);
        rig.act(ALICE, new VenueAction.UpdateLeverage(0, true, 40));
        rig.place(ALICE, limit(Side.BUY, "30", "2600", Tif.IOC));
        rig.place(
                ALICE, new OrderTicket(0, Side.BUY, Price.of("51000"), Quantity.of("1.5"), false, Tif.IOC, null, null));

        rig.price("2245");

        assertThat(rig.liquidations).hasSize(1);
        assertThat(rig.account(ALICE).size(Rig.BTC))
                .as("the first by name goes")
                .isEqualTo(SignedQuantity.ZERO);
        assertThat(rig.account(ALICE).size(ETH)).as("the second may stay").isEqualTo(SignedQuantity.of("30"));
        settle(rig);
    }

    @Test
    void theBookMayTakeAllTheEquityButNotMore() {
        Rig rig = new Rig();
        cross25(rig, ALICE);
        rig.place(ALICE, limit(Side.BUY, "40", "2600", Tif.IOC));
        rig.book("2000", "100", "2600", "100");

        rig.mark("2290");

        assertThat(rig.liquidations).hasSize(1);
        assertThat(rig.account(ALICE).size(ETH))
                .as("2000 is below the bankruptcy price of 2252.3")
                .isEqualTo(SignedQuantity.of("40"));
        rig.book("2252.3", "100", "2600", "100");
        rig.mark("2289");
        assertThat(rig.account(ALICE).positions())
                .as("at the bankruptcy price it sells")
                .isEmpty();
        settle(rig);
    }

    @Test
    void belowTwoThirdsTheLiquidatorVaultTakesPositionsAndMarginOver() {
        Rig rig = longSixty();
        Usd vaultBefore = rig.exchange.vault().cash();
        rig.price("2355");

        Account alice = rig.account(ALICE);
        assertThat(alice.positions()).isEmpty();
        assertThat(alice.cash()).as("maintenance margin is not returned").isEqualTo(Usd.ZERO);
        assertThat(lastFill(rig, ALICE).liquidation())
                .isEqualTo(new Records.LiquidationTag(ALICE, Price.of("2355"), LiquidationMethod.BACKSTOP));
        assertThat(lastFill(rig, ALICE).fee()).isEqualTo(Usd.ZERO);
        Account vault = rig.exchange.vault();
        assertThat(vault.size(ETH)).isEqualTo(SignedQuantity.of("60"));
        assertThat(vault.cash().minus(vaultBefore))
                .as("10000 - 67.5027 of fee - 60 x (2500.1 - 2355) came with it")
                .isEqualTo(Usd.of("1226.4973"));
        assertThat(rig.liquidations.getFirst().liquidator()).isEqualTo(vault.address());
        settle(rig);
    }

    @Test
    void withoutCapacityTheOppositeSideIsDeleveragedByProfitTimesLeverageAtThePreviousMark() {
        Rig rig = Rig.withoutBackstop();
        Address carol = rig.open("ca", "4000");
        cross25(rig, ALICE);
        rig.place(carol, limit(Side.SELL, "30", "2500", Tif.ALO));
        rig.place(BOB, limit(Side.SELL, "40", "2500", Tif.ALO));
        rig.place(ALICE, limit(Side.BUY, "50", "2500", Tif.IOC));
        rig.place(BOB, limit(Side.SELL, "20", "2400", Tif.IOC));
        rig.place(carol, Rig.reduce(Side.BUY, "5", "2000", Tif.GTC));
        rig.fills.clear();

        rig.price("2290");

        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.account(carol).positions()).as("6.9 times: first").isEmpty();
        assertThat(rig.account(carol).openOrders()).as("nothing left to reduce").isEmpty();
        assertThat(rig.account(BOB).size(ETH))
                .as("5 times: gives the rest of 50, half of its 40")
                .isEqualTo(SignedQuantity.of("-20"));
        assertThat(rig.fills.stream().filter(fill -> fill.direction().equals("Auto-Deleveraging")))
                .extracting(fill -> fill.price() + " x " + fill.size())
                .containsExactly("2500 x 30", "2500 x 20");
        assertThat(rig.fills)
                .allSatisfy(fill -> assertThat(fill.liquidates(ALICE)).isTrue());
        assertThat(rig.account(ALICE).cash()).as("what was left at 2500").isEqualTo(Usd.of("9943.75"));
        settle(rig);
    }

    @Test
    void whenNoAccountStandsOppositeTheRestOfTheVenueDoes() {
        Rig rig = Rig.withoutBackstop();
        cross25(rig, ALICE);
        rig.place(ALICE, limit(Side.BUY, "90", "2600", Tif.IOC));

        rig.price("2300");

        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.exchange.outside().size(ETH)).isEqualTo(SignedQuantity.ZERO);
        assertThat(lastFill(rig, ALICE).price()).isEqualTo(Price.of("2500"));
        settle(rig);
    }

    @Test
    void aVaultThatOwesIsItselfDeleveraged() {
        LiquidationRules small = LiquidationRules.venue().withVaultCapital(Usd.of("6000"));
        Rig rig = new Rig(VenueRules.venue().withLatencyMs(0).withLiquidation(small));
        cross25(rig, ALICE);
        rig.place(ALICE, limit(Side.BUY, "60", "2600", Tif.IOC));
        rig.price("2355");
        assertThat(rig.exchange.vault().size(ETH)).isEqualTo(SignedQuantity.of("60"));

        rig.price("2200");

        assertThat(rig.exchange.vault().positions()).isEmpty();
        settle(rig);
    }

    @Test
    void fundingThatEatsAnIsolatedMarginEndsThePosition() {
        Rig rig = new Rig();
        rig.act(ALICE, new VenueAction.UpdateLeverage(1, false, 25));
        rig.place(ALICE, limit(Side.BUY, "10", "2600", Tif.IOC));
        Usd cash = rig.account(ALICE).cash();
        for (long second = 5; second < 3_600; second += 5) {
            rig.exchange.onContext(
                    ETH,
                    Rig.START + second * SECOND_MS,
                    Price.of("2500"),
                    Price.of("2500"),
                    dev.sparkstacker.domain.Rate.of("0.5"));
        }

        rig.exchange.advanceTo(Rig.START + 3_600 * SECOND_MS);

        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.account(ALICE).cash()).as("cross money stays").isEqualTo(cash);
        settle(rig);
    }

    @Test
    void nobodyIsLiquidatedWhileTradingIsHaltedAndAllAreAfterwards() {
        Rig rig = longSixty();
        rig.exchange.phase(TradingPhase.HALTED);
        rig.price("2380");
        assertThat(rig.liquidations).isEmpty();

        rig.exchange.phase(TradingPhase.NORMAL);
        rig.price("2380");

        assertThat(rig.liquidations).hasSize(1);
        settle(rig);
    }
}
