package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static dev.sparkstacker.sandbox.exchange.Rig.ETH;
import static dev.sparkstacker.sandbox.exchange.Rig.errorOf;
import static dev.sparkstacker.sandbox.exchange.Rig.limit;
import static dev.sparkstacker.sandbox.exchange.Rig.oidOf;
import static dev.sparkstacker.sandbox.exchange.Rig.reduce;
import static dev.sparkstacker.sandbox.exchange.Rig.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import dev.sparkstacker.sandbox.exchange.VenueAction.Grouping;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The venue's order rules with its exact texts. */
class OrderRulesTest {
    private final Rig rig = new Rig();

    @AfterEach
    void booksBalance() {
        rig.assertBooksBalance();
    }

    private Order order(long oid) {
        Order order = rig.account(ALICE).order(oid);
        if (order == null) {
            throw new AssertionError("no order " + oid);
        }
        return order;
    }

    private OrderStatus status(long oid) {
        return order(oid).status();
    }

    private void longPosition(String size) {
        rig.place(ALICE, limit(Side.BUY, size, "2600", Tif.IOC));
    }

    @Test
    void malformedOrdersAreRefusedAndTakeNoOrderId() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "0", "2500", Tif.GTC))))
                .isEqualTo("Order has zero size. asset=1");
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "0.00001", "2500", Tif.GTC))))
                .isEqualTo("Order has invalid size. asset=1");
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "0", Tif.GTC))))
                .isEqualTo("Order has invalid price. asset=1");
        assertThat(rig.account(ALICE).orderHistory()).isEmpty();
        assertThat(rig.exchange.counters().oid()).isZero();
    }

    @Test
    void aPriceOffTheTickIsRejectedAndRemembered() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2400.05", Tif.GTC))))
                .isEqualTo("Price must be divisible by tick size. asset=1");
        assertThat(rig.account(ALICE).orderHistory().getFirst().status()).isEqualTo(OrderStatus.TICK_REJECTED);
    }

    @Test
    void aPriceFarFromTheReferenceIsRejected() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "100", Tif.GTC))))
                .isEqualTo("Order price cannot be more than 95% away from the reference price asset=1");
    }

    @Test
    void anOrderUnderTenDollarsIsRejectedUnlessItClosesTheWholePosition() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "0.0039", "2500", Tif.GTC))))
                .isEqualTo("Order must have minimum value of $10. asset=1");
        longPosition("0.005");
        assertThat(errorOf(rig.place(ALICE, reduce(Side.SELL, "0.003", "2400", Tif.IOC))))
                .isEqualTo("Order must have minimum value of $10. asset=1");
        rig.place(ALICE, reduce(Side.SELL, "0.002", "2600", Tif.GTC));
        rig.price("1500");
        assertThat(rig.place(ALICE, limit(Side.SELL, "0.005", "1450", Tif.IOC)))
                .as("a plain order that closes all")
                .isInstanceOf(OrderResult.Filled.class);
    }

    @Test
    void aReduceOnlyOrderLargerThanThePositionIsExemptFromTheMinimumAndShrinks() {
        longPosition("0.005");
        rig.price("1500");
        OrderResult result = rig.place(ALICE, reduce(Side.SELL, "0.0055", "1450", Tif.IOC));
        assertThat(result)
                .isInstanceOfSatisfying(
                        OrderResult.Filled.class,
                        filled -> assertThat(filled.size()).isEqualTo(Quantity.of("0.005")));
        assertThat(rig.account(ALICE).positions()).isEmpty();
    }

    @Test
    void theMinimumIsConfigurableAndItsTextFollows() {
        Rig relaxed = new Rig(VenueRules.venue().withLatencyMs(0).withMinNotional(Usd.of("0.1")));
        assertThat(relaxed.place(ALICE, limit(Side.BUY, "0.0004", "2600", Tif.IOC)))
                .isInstanceOf(OrderResult.Filled.class);
        Rig strict = new Rig(VenueRules.venue().withLatencyMs(0).withMinNotional(Usd.of("0.1")));
        assertThat(errorOf(strict.place(ALICE, limit(Side.BUY, "0.0001", "900", Tif.GTC))))
                .isEqualTo("Order must have minimum value of $0.1. asset=1");
    }

    @Test
    void anIocTakesWhatItCanAndTheRestIsGone() {
        rig.book("2499.9", "1", "2500.1", "0.3");
        OrderResult result = rig.place(ALICE, limit(Side.BUY, "1", "2500.1", Tif.IOC));
        assertThat(result).isEqualTo(new OrderResult.Filled(Quantity.of("0.3"), Price.of("2500.1"), 1, null));
        assertThat(status(1)).isEqualTo(OrderStatus.CANCELED);
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2500.1", Tif.IOC))))
                .as("size that was taken stays taken until the next book")
                .isEqualTo("No liquidity available for market order. asset=1");
        rig.book("2499.9", "1", "2500.1", "0.3");
        assertThat(rig.place(ALICE, limit(Side.BUY, "0.1", "2500.1", Tif.IOC))).isInstanceOf(OrderResult.Filled.class);
    }

    @Test
    void anIocOutsideTheBookIsRejected() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2400", Tif.IOC))))
                .isEqualTo("Order could not immediately match against any resting orders. asset=1");
        assertThat(status(1)).isEqualTo(OrderStatus.IOC_CANCEL_REJECTED);
    }

    @Test
    void anIocAgainstABookOlderThanFiveSecondsIsRefusedAsNoData() {
        rig.exchange.advanceTo(Rig.START + 5_000);
        assertThat(rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC))).isInstanceOf(OrderResult.Filled.class);
        rig.exchange.advanceTo(Rig.START + 5_001);
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC))))
                .isEqualTo("No liquidity available for market order. asset=1");
    }

    @Test
    void aGtcThatCrossesPartlyFillsAndRestsUnderTheSameId() {
        rig.book("2499.9", "1", "2500.1", "0.3");
        OrderResult result = rig.place(ALICE, limit(Side.BUY, "1", "2500.1", Tif.GTC));
        assertThat(result).isEqualTo(new OrderResult.Filled(Quantity.of("0.3"), Price.of("2500.1"), 1, null));
        assertThat(order(1).remaining()).isEqualTo(Quantity.of("0.7"));
        assertThat(status(1)).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void aPostOnlyOrderThatWouldCrossIsRejectedWithTheBestPrices() {
        assertThat(errorOf(rig.place(ALICE, limit(Side.BUY, "1", "2500.1", Tif.ALO))))
                .isEqualTo("Post only order would have immediately matched, bbo was 2499.9@2500.1. asset=1");
        assertThat(status(1)).isEqualTo(OrderStatus.BAD_ALO_PX_REJECTED);
        assertThat(rig.place(ALICE, limit(Side.BUY, "1", "2500", Tif.ALO))).isInstanceOf(OrderResult.Resting.class);
    }

    @Test
    void aBetterPricedAccountOrderIsMatchedBeforeTheDisplayedBookAndOlderBeforeNewer() {
        rig.place(BOB, limit(Side.SELL, "0.1", "2500", Tif.ALO));
        rig.place(BOB, limit(Side.SELL, "0.1", "2500", Tif.ALO));
        rig.place(ALICE, limit(Side.BUY, "0.15", "2600", Tif.IOC));
        List<Records.Execution> makers =
                rig.fills.stream().filter(fill -> !fill.taker()).toList();
        assertThat(makers).extracting(Records.Execution::oid).containsExactly(1L, 2L);
        assertThat(makers).extracting(Records.Execution::size).containsExactly(Quantity.of("0.1"), Quantity.of("0.05"));
        assertThat(makers.getFirst().fee()).as("maker fee").isEqualTo(Usd.of("0.0375"));
    }

    @Test
    void aRestingOrderFillsAtItsPriceOnlyAfterTheQueueAheadHasPrinted() {
        rig.book("2499.9", "2", "2500.1", "2");
        rig.place(ALICE, limit(Side.BUY, "1", "2499.9", Tif.ALO));
        rig.print(Side.SELL, "2499.9", "1.5");
        assertThat(rig.fills).isEmpty();
        rig.print(Side.BUY, "2499.9", "5");
        assertThat(rig.fills).as("a buyer's print does not take from the bids").isEmpty();
        rig.print(Side.SELL, "2499.9", "0.9");
        assertThat(rig.fills).singleElement().satisfies(fill -> {
            assertThat(fill.size()).isEqualTo(Quantity.of("0.4"));
            assertThat(fill.taker()).isFalse();
        });
        rig.print(Side.SELL, "2499.8", "0.0001");
        assertThat(order(1).status())
                .as("a print through the price fills the rest")
                .isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aPrintMadeBeforeAnOrderWasPlacedDoesNotFillItHoweverLateItIsTold() {
        long beforeMs = rig.exchange.nowMs() - 1;
        rig.place(ALICE, limit(Side.BUY, "1", "2499.9", Tif.ALO));
        rig.exchange.onTrade(Rig.ETH, beforeMs, Side.SELL, Price.of("2400"), Quantity.of("5"));
        assertThat(rig.fills).isEmpty();
        assertThat(status(1)).isEqualTo(OrderStatus.OPEN);
        rig.print(Side.SELL, "2499.8", "0.1");
        assertThat(status(1)).as("a new print does").isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void theQueueAheadShrinksWhenTheDisplayedSizeDoes() {
        rig.book("2499.9", "2", "2500.1", "2");
        rig.place(ALICE, limit(Side.BUY, "1", "2499.9", Tif.ALO));
        rig.book("2499.9", "0.5", "2500.1", "2");
        rig.print(Side.SELL, "2499.9", "0.6");
        assertThat(rig.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.size()).isEqualTo(Quantity.of("0.1")));
    }

    @Test
    void ofTwoOrdersOfOneAccountTheRestingOneIsCancelledInsteadOfTrading() {
        rig.place(ALICE, limit(Side.SELL, "0.1", "2500", Tif.ALO));
        rig.place(ALICE, limit(Side.BUY, "0.1", "2600", Tif.IOC));
        assertThat(status(1)).isEqualTo(OrderStatus.SELF_TRADE_CANCELED);
        assertThat(rig.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualTo(Price.of("2500.1")));
    }

    @Test
    void aReduceOnlyOrderThatWouldIncreaseIsRejected() {
        assertThat(errorOf(rig.place(ALICE, reduce(Side.SELL, "1", "2400", Tif.IOC))))
                .isEqualTo("Reduce only order would increase position. asset=1");
        longPosition("0.1");
        assertThat(errorOf(rig.place(ALICE, reduce(Side.BUY, "1", "2600", Tif.IOC))))
                .isEqualTo("Reduce only order would increase position. asset=1");
        assertThat(status(1)).isEqualTo(OrderStatus.REDUCE_ONLY_REJECTED);
    }

    @Test
    void aRestingReduceOnlyOrderShrinksToThePositionAndKeepsItsOriginalSize() {
        longPosition("0.02");
        long oid = oidOf(rig.place(ALICE, reduce(Side.SELL, "0.05", "2821.1", Tif.GTC)));
        assertThat(order(oid).remaining()).isEqualTo(Quantity.of("0.02"));
        assertThat(order(oid).original()).isEqualTo(Quantity.of("0.05"));
    }

    @Test
    void olderReduceOnlyOrdersGiveWayWhenTheirSumExceedsThePosition() {
        longPosition("0.02");
        long first = oidOf(rig.place(ALICE, reduce(Side.SELL, "0.015", "2600", Tif.GTC)));
        long second = oidOf(rig.place(ALICE, reduce(Side.SELL, "0.015", "2610", Tif.GTC)));
        assertThat(order(first).remaining()).isEqualTo(Quantity.of("0.005"));
        long third = oidOf(rig.place(ALICE, reduce(Side.SELL, "0.02", "2620", Tif.GTC)));
        assertThat(status(first)).isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
        assertThat(status(second)).isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
        assertThat(order(third).remaining()).isEqualTo(Quantity.of("0.02"));
    }

    @Test
    void reduceOnlyOrdersEndWithThePosition() {
        longPosition("0.02");
        long resting = oidOf(rig.place(ALICE, reduce(Side.SELL, "0.02", "2600", Tif.GTC)));
        long stop = oidOf(rig.place(ALICE, trigger(Side.SELL, "0.02", TriggerKind.STOP_LOSS, "2400", "2200")));
        rig.place(ALICE, limit(Side.SELL, "0.02", "2400", Tif.IOC));
        assertThat(status(resting)).isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
        assertThat(status(stop)).isEqualTo(OrderStatus.REDUCE_ONLY_CANCELED);
    }

    @Test
    void aTriggerWhoseBoundIsOnTheWrongSideOrThatIsReachedAlreadyIsRejected() {
        longPosition("0.1");
        assertThat(errorOf(rig.place(ALICE, trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2450"))))
                .isEqualTo("Invalid TP/SL price. asset=1");
        assertThat(errorOf(rig.place(ALICE, trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2550", "2300"))))
                .isEqualTo("Invalid TP/SL price. asset=1");
        assertThat(errorOf(rig.place(ALICE, trigger(Side.SELL, "0.1", TriggerKind.TAKE_PROFIT, "2450", "2300"))))
                .isEqualTo("Invalid TP/SL price. asset=1");
    }

    @Test
    void aStopThatIsReachedSellsIntoTheBookUnderItsOwnId() {
        longPosition("0.1");
        long stop = oidOf(rig.place(ALICE, trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2160")));
        rig.price("2400.1");
        assertThat(status(stop)).isEqualTo(OrderStatus.OPEN);
        rig.price("2400");
        assertThat(status(stop)).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.statuses).containsSubsequence(stop + " open", stop + " triggered", stop + " filled");
        assertThat(rig.fills.getLast().price()).isEqualTo(Price.of("2399.9"));
        assertThat(rig.fills.getLast().direction()).isEqualTo("Close Long");
    }

    @Test
    void aStopThatGapsThroughItsBoundIsNotFilledAndIsGone() {
        longPosition("0.1");
        long stop = oidOf(rig.place(ALICE, trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2380")));
        rig.price("2300");
        assertThat(status(stop)).isEqualTo(OrderStatus.IOC_CANCEL_REJECTED);
        assertThat(rig.account(ALICE).size(ETH)).isEqualTo(SignedQuantity.of("0.1"));
    }

    @Test
    void aTakeProfitLimitRestsOnceItIsReached() {
        longPosition("0.1");
        OrderTicket market = trigger(Side.SELL, "0.1", TriggerKind.TAKE_PROFIT, "2600", "2600");
        OrderTicket ticket = new OrderTicket(
                1,
                market.side(),
                market.limit(),
                market.size(),
                true,
                Tif.GTC,
                new dev.sparkstacker.domain.Trigger(TriggerKind.TAKE_PROFIT, Price.of("2600"), false),
                null);
        long oid = oidOf(rig.place(ALICE, ticket));
        rig.book("2599.9", "1", "2600.1", "1");
        rig.mark("2600");
        assertThat(status(oid)).isEqualTo(OrderStatus.TRIGGERED);
        rig.print(Side.BUY, "2600.1", "1");
        assertThat(status(oid)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void childrenWaitForTheParentAndOneFilledCancelsTheOther() {
        List<OrderResult> results = rig.placeAll(
                ALICE,
                Grouping.NORMAL_TPSL,
                limit(Side.BUY, "0.1", "2490", Tif.GTC),
                trigger(Side.SELL, "0.1", TriggerKind.TAKE_PROFIT, "2600", "2400"),
                trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2200"));
        assertThat(results.get(0)).isInstanceOf(OrderResult.Resting.class);
        assertThat(results.get(1)).isInstanceOf(OrderResult.WaitingForFill.class);
        assertThat(results.get(2)).isInstanceOf(OrderResult.WaitingForFill.class);
        long target = oidOf(results.get(1));
        long stop = oidOf(results.get(2));
        rig.print(Side.SELL, "2489.9", "1");
        assertThat(order(target).isWaitingTrigger()).isTrue();
        rig.price("2600");
        assertThat(status(target)).isEqualTo(OrderStatus.FILLED);
        assertThat(status(stop)).isEqualTo(OrderStatus.SIBLING_FILLED_CANCELED);
    }

    @Test
    void cancellingTheParentCancelsItsChildrenInTheSameInstant() {
        List<OrderResult> results = rig.placeAll(
                ALICE,
                Grouping.NORMAL_TPSL,
                limit(Side.BUY, "0.1", "2490", Tif.GTC),
                trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2200"));
        long parent = oidOf(results.get(0));
        long child = oidOf(results.get(1));
        ActionResult canceled = rig.act(ALICE, cancelOids(parent, child));
        assertThat(canceled)
                .isEqualTo(new ActionResult.Cancels(List.of(
                        Optional.empty(),
                        Optional.of("Order was never placed, already canceled, or filled. asset=1"))));
        assertThat(status(child)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aGroupThatIsNoGroupIsRefusedOnceForAllItsOrders() {
        assertThat(rig.placeAll(ALICE, Grouping.NORMAL_TPSL, limit(Side.BUY, "0.1", "2490", Tif.GTC)))
                .containsExactly(new OrderResult.Failed("Unexpected number of trigger orders"));
        assertThat(rig.placeAll(
                        ALICE,
                        Grouping.NORMAL_TPSL,
                        trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2200"),
                        trigger(Side.SELL, "0.1", TriggerKind.STOP_LOSS, "2400", "2200")))
                .containsExactly(new OrderResult.Failed("Main order cannot be trigger order."));
    }

    @Test
    void aPositionStopFollowsThePositionsSize() {
        longPosition("0.1");
        OrderResult result = rig.placeAll(
                        ALICE, Grouping.POSITION_TPSL, trigger(Side.SELL, "0", TriggerKind.STOP_LOSS, "2400", "2200"))
                .getFirst();
        assertThat(result).isInstanceOf(OrderResult.WaitingForTrigger.class);
        longPosition("0.2");
        rig.price("2400");
        assertThat(rig.account(ALICE).positions()).isEmpty();
        assertThat(rig.fills.getLast().size()).isEqualTo(Quantity.of("0.3"));
    }

    @Test
    void aModifyGivesANewIdUnderTheSameClientIdAndPostsOnly() {
        ClientOrderId cloid = rig.cloid();
        long old = oidOf(rig.place(ALICE, Rig.named(limit(Side.BUY, "0.1", "2490", Tif.GTC), cloid)));
        ActionResult result = rig.act(
                ALICE,
                new VenueAction.Modify(
                        List.of(new VenueAction.Modification(
                                new VenueAction.Target.ByCloid(cloid),
                                Rig.named(limit(Side.BUY, "0.1", "2491", Tif.GTC), cloid))),
                        false,
                        false));
        assertThat(result).isEqualTo(new ActionResult.Orders(List.of(new OrderResult.Resting(old + 1, cloid))));
        assertThat(status(old)).isEqualTo(OrderStatus.CANCELED);
        assertThat(order(old + 1).tif()).isEqualTo(Tif.ALO);
    }

    @Test
    void aModifyOfADeadOrderIsRefusedAndOneThatWouldCrossLosesTheOldOrder() {
        assertThat(modify(99, "2491")).isEqualTo(new ActionResult.Refused("Cannot modify canceled or filled order"));
        long oid = oidOf(rig.place(ALICE, limit(Side.BUY, "0.1", "2490", Tif.GTC)));
        assertThat(modify(oid, "2510"))
                .isEqualTo(new ActionResult.Refused("Error placing new order during modify: Post only order would have"
                        + " immediately matched, bbo was 2499.9@2500.1. asset=1"));
        assertThat(rig.account(ALICE).openOrders()).isEmpty();
    }

    @Test
    void theSingleModifyLeavesTheNewOrderUnderTheClientId() {
        ClientOrderId cloid = rig.cloid();
        long old = oidOf(rig.place(ALICE, Rig.named(limit(Side.BUY, "0.02", "2250", Tif.GTC), cloid)));
        ActionResult result = rig.act(
                ALICE,
                new VenueAction.Modify(
                        List.of(new VenueAction.Modification(
                                new VenueAction.Target.ByOid(old),
                                Rig.named(limit(Side.BUY, "0.02", "2275", Tif.GTC), cloid))),
                        false,
                        true));
        assertThat(result).isEqualTo(new ActionResult.Done());
        Order now = rig.account(ALICE).order(cloid);
        assertThat(now).isNotNull().satisfies(order -> {
            assertThat(order.oid()).isEqualTo(old + 1);
            assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
        });
    }

    private ActionResult modify(long oid, String price) {
        return rig.act(
                ALICE,
                new VenueAction.Modify(
                        List.of(new VenueAction.Modification(
                                new VenueAction.Target.ByOid(oid), limit(Side.BUY, "0.1", price, Tif.GTC))),
                        false,
                        true));
    }

    @Test
    void oneCancelAnswersForEachOfItsElements() {
        long oid = oidOf(rig.place(ALICE, limit(Side.BUY, "0.1", "2490", Tif.GTC)));
        assertThat(rig.act(ALICE, cancelOids(oid, 4711)))
                .isEqualTo(new ActionResult.Cancels(List.of(
                        Optional.empty(),
                        Optional.of("Order was never placed, already canceled, or filled. asset=1"))));
        assertThat(rig.act(BOB, cancelOids(oid)))
                .as("another's order")
                .isEqualTo(new ActionResult.Cancels(
                        List.of(Optional.of("Order was never placed, already canceled, or filled. asset=1"))));
    }

    private static VenueAction cancelOids(long... oids) {
        return new VenueAction.Cancel(Arrays.stream(oids)
                .mapToObj(oid -> new VenueAction.CancelTarget(1, new VenueAction.Target.ByOid(oid)))
                .toList());
    }

    @Test
    void atMostAThousandOrdersMayBeOpen() {
        Rig many = new Rig();
        List<OrderTicket> batch = Collections.nCopies(200, limit(Side.BUY, "0.0041", "2499", Tif.ALO));
        for (int i = 0; i < 5; i++) {
            many.act(ALICE, new VenueAction.Place(batch, Grouping.NONE));
        }
        assertThat(many.account(ALICE).openOrders()).hasSize(1_000);
        many.place(ALICE, limit(Side.BUY, "0.0041", "2499", Tif.ALO));
        assertThat(many.account(ALICE).orderHistory().getFirst().status())
                .isEqualTo(OrderStatus.TOO_MANY_OPEN_ORDERS_REJECTED);
    }
}
