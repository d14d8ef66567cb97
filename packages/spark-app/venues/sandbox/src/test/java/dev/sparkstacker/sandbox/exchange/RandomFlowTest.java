package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random orders, cancels, prices and prints: whatever happens, positions are sums of fills and no money is made. */
class RandomFlowTest {
    private static final int STEPS = 3_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120, 777, 9_001})
    void booksBalanceUnderRandomFlow(long seed) {
        Rig rig = new Rig(VenueRules.venue().withLatencyMs(0).withRequestBudget(1_000_000));
        SplittableRandom random = new SplittableRandom(seed);
        long cents = 250_000;
        rig.act(BOB, new VenueAction.UpdateLeverage(1, false, 25));
        for (int step = 0; step < STEPS; step++) {
            Address address = random.nextBoolean() ? ALICE : BOB;
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> rig.place(address, ticket(random, cents));
                case 3 -> cancelOne(rig, address, random);
                case 4 -> {
                    cents = Math.clamp(cents + random.nextInt(-400, 401) * 10L, 150_000, 400_000);
                    rig.price(FixedPoint.format(cents * 1_000_000));
                }
                default ->
                    rig.print(
                            random.nextBoolean() ? Side.BUY : Side.SELL,
                            FixedPoint.format((cents + random.nextInt(-30, 31) * 10L) * 1_000_000),
                            "0.5");
            }
            rig.exchange.advanceTo(rig.exchange.nowMs() + random.nextInt(20_000));
            rig.assertBooksBalance();
        }
        assertThat(rig.fills).as("seed %d trades", seed).hasSizeGreaterThan(200);
        assertSharedFillsCancelOut(rig, seed);
    }

    private static void assertSharedFillsCancelOut(Rig rig, long seed) {
        for (Records.Execution fill : rig.fills) {
            assertThat(fill.fee().isNegative())
                    .as("seed %d: a fee is never negative", seed)
                    .isFalse();
            assertThat(fill.size().isZero()).as("seed %d: no empty fill", seed).isFalse();
        }
        for (Account account : rig.exchange.accounts()) {
            for (Order order : account.openOrders()) {
                if (order.reduceOnly()) {
                    assertThat(order.remaining())
                            .as("seed %d: reduce-only fits the position", seed)
                            .isLessThanOrEqualTo(account.size(Rig.ETH).abs());
                }
            }
        }
    }

    private static OrderTicket ticket(SplittableRandom random, long cents) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long price = (cents + random.nextInt(-60, 61) * 10L) * 1_000_000;
        long size = random.nextInt(1, 30_000) * 10_000L;
        Tif tif = List.of(Tif.GTC, Tif.IOC, Tif.ALO).get(random.nextInt(3));
        Trigger trigger = trigger(random, price);
        boolean reduceOnly = random.nextInt(3) == 0;
        long limit = trigger == null ? price : price + side.sign() * 10_000_000_000L;
        return new OrderTicket(1, side, new Price(limit), new Quantity(size), reduceOnly, tif, trigger, null);
    }

    private static @Nullable Trigger trigger(SplittableRandom random, long price) {
        if (random.nextInt(4) != 0) {
            return null;
        }
        return new Trigger(
                random.nextBoolean() ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT,
                new Price(price),
                random.nextBoolean());
    }

    private static void cancelOne(Rig rig, Address address, SplittableRandom random) {
        List<Order> open = new ArrayList<>(rig.account(address).openOrders());
        if (!open.isEmpty()) {
            long oid = open.get(random.nextInt(open.size())).oid();
            rig.act(
                    address,
                    new VenueAction.Cancel(
                            List.of(new VenueAction.CancelTarget(1, new VenueAction.Target.ByOid(oid)))));
        }
    }
}
