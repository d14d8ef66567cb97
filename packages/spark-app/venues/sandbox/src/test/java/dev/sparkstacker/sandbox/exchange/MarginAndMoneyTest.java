package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static dev.sparkstacker.sandbox.exchange.Rig.ETH;
import static dev.sparkstacker.sandbox.exchange.Rig.START;
import static dev.sparkstacker.sandbox.exchange.Rig.errorOf;
import static dev.sparkstacker.sandbox.exchange.Rig.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Margin, fees, funding, liquidation, and everything else that moves money. */
class MarginAndMoneyTest {
    private static final ActionResult DONE = new ActionResult.Done();
    private static final long HOUR_MS = 3_600_000L;

    private final Rig rig = new Rig();

    @AfterEach
    void booksBalance() {
        rig.assertBooksBalance();
    }

    private Position position(Address address) {
        Position position = rig.account(address).position(ETH);
        if (position == null) {
            throw new AssertionError("flat");
        }
        return position;
    }

    private ActionResult leverage(boolean cross, int leverage) {
        return rig.act(ALICE, new VenueAction.UpdateLeverage(1, cross, leverage));
    }

    private static ActionResult refused(String text) {
        return new ActionResult.Refused(text);
    }

    @Test
    void closedProfitIsGrossAndTheEntryPriceIsSizeWeighted() {
        rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC));
        rig.price("2600");
        rig.place(ALICE, limit(Side.BUY, "0.1", "2700", Tif.IOC));
        assertThat(position(ALICE).entryPrice()).isEqualTo(Price.of("2550.1"));
        rig.place(ALICE, limit(Side.SELL, "0.05", "2500", Tif.IOC));
        assertThat(position(ALICE).entryPrice()).as("unchanged by a reduction").isEqualTo(Price.of("2550.1"));
        assertThat(rig.fills.getLast().closedPnl()).isEqualTo(Usd.of("2.49"));
        rig.place(ALICE, limit(Side.SELL, "0.25", "2500", Tif.IOC));
        assertThat(rig.fills.getLast().direction()).isEqualTo("Long > Short");
        assertThat(position(ALICE).entryPrice()).as("a flip restarts").isEqualTo(Price.of("2599.9"));
        assertThat(position(ALICE).size()).isEqualTo(SignedQuantity.of("-0.1"));
    }

    @Test
    void anOrderBeyondTheMarginIsRejected() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "81", "2490", Tif.GTC))))
                .isEqualTo("Insufficient margin to place order. asset=1");
        assertThat(rig.place(ALICE, limit(Side.BUY, "80", "2490", Tif.GTC))).isInstanceOf(OrderResult.Resting.class);
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2490", Tif.GTC))))
                .as("resting orders hold margin")
                .isEqualTo("Insufficient margin to place order. asset=1");
    }

    @Test
    void anIsolatedPositionTakesItsMarginFromCashAndReleasesItInProportion() {
        assertThat(leverage(false, 10)).isEqualTo(DONE);
        rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC));
        assertThat(position(ALICE).margin()).isEqualTo(Usd.of("25.001"));
        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("9974.886496"));
        rig.place(ALICE, limit(Side.SELL, "0.05", "2400", Tif.IOC));
        assertThat(position(ALICE).margin()).isEqualTo(Usd.of("12.5005"));
        rig.place(ALICE, limit(Side.SELL, "0.05", "2400", Tif.IOC));
        assertThat(rig.account(ALICE).cash())
                .as("two fees and the spread lighter")
                .isEqualTo(Usd.of("9999.755002"));
    }

    @Test
    void leverageFollowsTheVenuesRules() {
        assertThat(leverage(true, 0)).isEqualTo(refused("Invalid leverage value"));
        assertThat(leverage(true, 26)).isEqualTo(refused("Invalid leverage value"));
        assertThat(leverage(true, 25)).isEqualTo(DONE);
        rig.place(ALICE, limit(Side.BUY, "50", "2600", Tif.IOC));
        assertThat(leverage(false, 25)).isEqualTo(refused("Cannot switch leverage type with open position."));
        assertThat(leverage(true, 5))
                .isEqualTo(refused("Cross position does not have sufficient margin available to decrease leverage."
                        + " To decrease leverage, deposit more collateral."));
        assertThat(leverage(true, 20)).isEqualTo(DONE);
    }

    @Test
    void isolatedMarginCanBeMovedWithinItsBounds() {
        assertThat(isolated("5")).isEqualTo(refused("Cannot update margin for empty position."));
        leverage(false, 20);
        rig.place(ALICE, limit(Side.BUY, "1", "2600", Tif.IOC));
        assertThat(isolated("0")).isEqualTo(refused("Update to isolated margin cannot be zero."));
        assertThat(isolated("10000"))
                .isEqualTo(refused("Account does not have sufficient margin available for increase."));
        assertThat(isolated("200")).isEqualTo(DONE);
        assertThat(isolated("-100"))
                .as("ten percent of the notional must stay")
                .isEqualTo(refused("Position does not have sufficient margin for reduction."));
        assertThat(isolated("-50")).isEqualTo(DONE);
    }

    private ActionResult isolated(String usd) {
        return rig.act(ALICE, new VenueAction.UpdateIsolatedMargin(1, Usd.of(usd)));
    }

    @Test
    void isolatedMarginOfACrossPositionIsRefused() {
        rig.place(ALICE, limit(Side.BUY, "1", "2600", Tif.IOC));
        assertThat(isolated("5")).isEqualTo(refused("Position does not use isolated margin."));
    }

    @Test
    void fundingIsPaidOnTheHourByLongsToShortsOnTheOraclePrice() {
        rig.place(BOB, limit(Side.SELL, "1", "2500", Tif.ALO));
        rig.place(ALICE, limit(Side.BUY, "1", "2500", Tif.IOC));
        Usd before = rig.account(ALICE).cash();
        long hour = START - Math.floorMod(START, HOUR_MS) + HOUR_MS;
        rig.exchange.advanceTo(hour - 1);
        assertThat(rig.account(ALICE).cash()).isEqualTo(before);
        rig.exchange.advanceTo(hour);
        assertThat(rig.account(ALICE).cash().minus(before))
                .as("1 ETH at 2500 and the idle rate 0.0000125")
                .isEqualTo(Usd.of("-0.03125"));
        assertThat(rig.account(BOB).fundings().iterator().next().amount()).isEqualTo(Usd.of("0.03125"));
        assertThat(position(ALICE).fundingSinceOpen()).isEqualTo(Usd.of("0.03125"));
    }

    @Test
    void theHourlyRateClampsThePremiumAndIsCapped() {
        assertThat(FundingRule.hourlyRate(Rate.ZERO)).isEqualTo(Rate.of("0.0000125"));
        assertThat(FundingRule.hourlyRate(Rate.of("0.002"))).isEqualTo(Rate.of("0.0001875"));
        assertThat(FundingRule.hourlyRate(Rate.of("-0.002"))).isEqualTo(Rate.of("-0.0001875"));
        assertThat(FundingRule.hourlyRate(Rate.of("0.9"))).isEqualTo(Rate.of("0.04"));
    }

    @Test
    void maintenanceIsContinuousOverTheTiers() {
        MarginTiers tiers = new MarginTiers(
                List.of(new MarginTiers.Tier(Usd.ZERO, 40), new MarginTiers.Tier(Usd.of("150000000"), 20)));
        assertThat(tiers.maintenance(Usd.of("150000000"))).isEqualTo(Usd.of("1875000"));
        assertThat(tiers.maintenance(Usd.of("200000000"))).isEqualTo(Usd.of("3125000"));
    }

    @Test
    void anIsolatedPositionFarBelowMaintenanceIsTakenOverAndLosesNoMoreThanItsMargin() {
        leverage(false, 25);
        rig.place(ALICE, limit(Side.BUY, "10", "2600", Tif.IOC));
        rig.place(ALICE, limit(Side.BUY, "1", "2000", Tif.GTC));
        Usd cash = rig.account(ALICE).cash();
        rig.price("2452");
        assertThat(rig.liquidations).as("still above maintenance").isEmpty();
        rig.price("2300");
        assertThat(rig.liquidations).hasSize(1);
        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.account(ALICE).openOrders()).isEmpty();
        assertThat(rig.account(ALICE).newestFills().next().direction()).isEqualTo("Liquidated Isolated Long");
        assertThat(rig.account(ALICE).cash()).isEqualTo(cash);
        assertThat(rig.account(ALICE).ledger())
                .last()
                .satisfies(entry -> assertThat(entry.detail()).isInstanceOf(LedgerDetail.Liquidation.class));
    }

    @Test
    void aCrossAccountFarBelowMaintenanceLosesItsPositionsAndItsMoneyButNeverGoesBelowZero() {
        leverage(true, 25);
        rig.place(ALICE, limit(Side.BUY, "90", "2600", Tif.IOC));
        rig.price("2300");
        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.ZERO);
        assertThat(rig.account(ALICE).newestFills().next().direction()).isEqualTo("Liquidated Cross Long");
    }

    @Test
    void accountValueIsCashPlusProfitAndWithdrawableKeepsTheLargerOfInitialMarginAndTenPercent() {
        rig.place(ALICE, limit(Side.BUY, "1", "2600", Tif.IOC));
        rig.price("2600");
        Margin margin = rig.exchange.margin();
        Account alice = rig.account(ALICE);
        assertThat(margin.accountValue(alice)).isEqualTo(Usd.of("10098.774955"));
        assertThat(rig.exchange.buyingPower().withdrawable(alice)).isEqualTo(Usd.of("9838.774955"));
    }

    @Test
    void theScheduledCancelIsGatedByVolumeAndThenCancelsEverything() {
        rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC));
        assertThat(rig.act(ALICE, new VenueAction.ScheduleCancel(START + 10_000)))
                .isEqualTo(refused("Cannot set scheduled cancel time until enough volume traded. Required: $1000000."
                        + " Traded: $250.01."));
        Rig open = new Rig(VenueRules.venue().withLatencyMs(0).withVolumeGates(Usd.ZERO, Usd.ZERO));
        open.place(ALICE, limit(Side.BUY, "0.1", "2400", Tif.GTC));
        assertThat(open.act(ALICE, new VenueAction.ScheduleCancel(START + 10_000)))
                .isEqualTo(DONE);
        open.exchange.advanceTo(START + 9_999);
        assertThat(open.account(ALICE).openOrders()).hasSize(1);
        open.exchange.advanceTo(START + 10_000);
        assertThat(open.account(ALICE).openOrders()).isEmpty();
        assertThat(open.account(ALICE).orderHistory().getFirst().status()).isEqualTo(OrderStatus.SCHEDULED_CANCEL);
    }

    @Test
    void anAddressOutOfRequestsPassesOneInTenSecondsButMayStillCancel() {
        Rig small = new Rig(VenueRules.venue().withLatencyMs(0).withRequestBudget(2));
        small.place(ALICE, limit(Side.BUY, "0.1", "2400", Tif.GTC));
        small.place(ALICE, limit(Side.BUY, "0.1", "2400", Tif.GTC));
        small.place(ALICE, limit(Side.BUY, "0.1", "2400", Tif.GTC));
        assertThat(small.act(ALICE, new VenueAction.Noop()))
                .isEqualTo(refused("Too many cumulative requests sent (4 > 2) for cumulative volume traded $0. Place"
                        + " taker orders to free up 1 request per USDC traded."));
        assertThat(small.act(
                        ALICE,
                        new VenueAction.Cancel(
                                List.of(new VenueAction.CancelTarget(1, new VenueAction.Target.ByOid(1))))))
                .isInstanceOf(ActionResult.Cancels.class);
        small.exchange.advanceTo(START + 10_000);
        assertThat(small.act(ALICE, new VenueAction.Noop())).isEqualTo(DONE);
    }

    @Test
    void agentsAreApprovedReplacedAndRevoked() {
        Address agent = Address.of("0x" + "c".repeat(40));
        Address other = Address.of("0x" + "d".repeat(40));
        assertThat(approve(agent, "bot", null)).isEqualTo(DONE);
        assertThat(approve(agent, "bot2", null)).isEqualTo(refused("Extra agent already used."));
        assertThat(approve(other, "bot", START - 1)).isEqualTo(refused("Agent valid_until already expired."));
        assertThat(approve(other, "bot", null)).as("same name replaces").isEqualTo(DONE);
        assertThat(rig.exchange.agents().named(ALICE))
                .extracting(AgentRegistry.Agent::address)
                .containsExactly(other.hex());
        approve(Address.of("0x" + "e".repeat(40)), "two", null);
        approve(Address.of("0x" + "f".repeat(40)), "three", null);
        assertThat(approve(Address.of("0x" + "1".repeat(40)), "four", null))
                .isEqualTo(refused("Too many extra agents for cumulative volume traded. Current limit is 3"));
        assertThat(approve(Address.ZERO, "bot", null)).isEqualTo(DONE);
        assertThat(rig.exchange.agents().agent(other)).isNull();
    }

    private ActionResult approve(Address agent, String name, @org.jspecify.annotations.Nullable Long until) {
        return rig.act(ALICE, new VenueAction.ApproveAgent(agent, name, until));
    }

    @Test
    void aSubAccountTradesWithWhatItsMasterMovedThere() {
        Rig open = new Rig(VenueRules.venue().withLatencyMs(0).withVolumeGates(Usd.ZERO, Usd.ZERO));
        ActionResult created = open.act(ALICE, new VenueAction.CreateSubAccount("hedge"));
        assertThat(created).isInstanceOf(ActionResult.SubAccountCreated.class);
        Address sub = ((ActionResult.SubAccountCreated) created).address();
        assertThat(open.act(ALICE, new VenueAction.TransferToSubAccount(sub, true, Usd.of("100"))))
                .isEqualTo(DONE);
        assertThat(open.act(BOB, new VenueAction.TransferToSubAccount(sub, false, Usd.of("1"))))
                .isEqualTo(refused("Invalid sub-account transfer from " + BOB + " to " + sub));
        assertThat(open.place(sub, limit(Side.SELL, "0.1", "2400", Tif.IOC))).isInstanceOf(OrderResult.Filled.class);
        assertThat(open.account(ALICE).positions()).isEmpty();
        open.assertBooksBalance();
    }

    @Test
    void aSubAccountNeedsTheMastersVolume() {
        assertThat(rig.act(ALICE, new VenueAction.CreateSubAccount("hedge")))
                .isEqualTo(refused(
                        "Cannot create sub-accounts until enough volume traded. Required: $100000." + " Traded: $0."));
    }
}
