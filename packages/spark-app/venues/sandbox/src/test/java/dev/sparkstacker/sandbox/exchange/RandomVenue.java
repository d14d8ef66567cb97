package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A venue on which everything happens that can: orders, modes, margins, transfers, TWAPs, jumps, funding, phases. */
final class RandomVenue {
    private static final int LONGEST_PAUSE_MS = 60_000;
    private static final long DAY_MS = 86_400_000L;

    final Rig rig;
    private final SplittableRandom random;
    private final List<Address> users = new ArrayList<>();
    private long ethCents = 250_000;
    private long btcDollars = 50_000;

    RandomVenue(long seed) {
        random = new SplittableRandom(seed);
        LiquidationRules liquidation = new LiquidationRules(Usd.of("15000"), 20, 30_000, Usd.of("600"));
        rig = new Rig(VenueRules.venue()
                .withLatencyMs(0)
                .withRequestBudget(1_000_000)
                .withVolumeGates(Usd.ZERO, Usd.ZERO)
                .withLiquidation(liquidation));
        users.add(ALICE);
        users.add(BOB);
        users.add(rig.open("ca", "3000"));
        users.add(rig.open("da", "40000"));
        if (rig.act(ALICE, new VenueAction.CreateSubAccount("sub")) instanceof ActionResult.SubAccountCreated sub) {
            users.add(sub.address());
            rig.act(ALICE, new VenueAction.TransferToSubAccount(sub.address(), true, Usd.of("4000")));
        }
        prices(Rate.ZERO);
    }

    /** One thing happens, and some time passes. */
    void step() {
        Address user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> place(user);
            case 6 -> cancelOne(user);
            case 7 ->
                rig.act(
                        user,
                        new VenueAction.UpdateLeverage(random.nextInt(2), random.nextBoolean(), random.nextInt(1, 26)));
            case 8 ->
                rig.act(
                        user,
                        new VenueAction.UpdateIsolatedMargin(
                                random.nextInt(2), new Usd(random.nextInt(-500, 500) * 100_000_000L)));
            case 9, 10 -> transfer(user);
            case 11 ->
                rig.act(
                        user,
                        new VenueAction.PlaceTwap(
                                1,
                                random.nextBoolean() ? Side.BUY : Side.SELL,
                                new Quantity(random.nextInt(1, 50) * 10_000_000L),
                                random.nextInt(4) == 0,
                                5,
                                random.nextBoolean()));
            case 12 -> phase();
            case 13 -> print();
            default -> jump();
        }
        long pauseMs = random.nextInt(40) == 0 ? DAY_MS : random.nextInt(LONGEST_PAUSE_MS);
        rig.exchange.advanceTo(rig.exchange.nowMs() + pauseMs);
    }

    private void place(Address user) {
        boolean eth = random.nextInt(3) != 0;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long offset = random.nextInt(-60, 61);
        long priceE8 = eth ? (ethCents + offset * 10) * 1_000_000 : (btcDollars + offset) * 100_000_000;
        long sizeE8 = eth ? random.nextInt(1, 250_000) * 10_000L : random.nextInt(1, 100_000) * 1_000L;
        Trigger trigger = trigger(priceE8);
        Tif tif = List.of(Tif.GTC, Tif.IOC, Tif.ALO).get(random.nextInt(3));
        OrderTicket ticket = new OrderTicket(
                eth ? 1 : 0,
                side,
                new Price(
                        trigger == null ? priceE8 : priceE8 + side.sign() * (priceE8 / 10 / 100_000_000) * 100_000_000),
                new Quantity(sizeE8),
                random.nextInt(4) == 0,
                tif,
                trigger,
                null);
        rig.act(user, new VenueAction.Place(List.of(ticket), VenueAction.Grouping.NONE));
    }

    private @Nullable Trigger trigger(long priceE8) {
        if (random.nextInt(5) != 0) {
            return null;
        }
        TriggerKind kind = random.nextBoolean() ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT;
        return new Trigger(kind, new Price(priceE8), random.nextBoolean());
    }

    private void cancelOne(Address user) {
        List<Order> open = rig.account(user).openOrders();
        if (!open.isEmpty()) {
            Order order = open.get(random.nextInt(open.size()));
            VenueAction.Target target = new VenueAction.Target.ByOid(order.oid());
            rig.act(user, new VenueAction.Cancel(List.of(new VenueAction.CancelTarget(order.assetId(), target))));
        }
    }

    private void transfer(Address user) {
        Usd amount = new Usd(random.nextInt(1, 3_000_000) * 100_000L);
        Address other = users.get(random.nextInt(users.size()));
        boolean way = random.nextBoolean();
        switch (random.nextInt(9)) {
            case 0 -> rig.act(user, new VenueAction.SendUsd(other, amount));
            case 1 -> rig.act(user, new VenueAction.SendSpot(other, amount));
            case 2 -> rig.act(user, new VenueAction.TransferBetweenClasses(amount, way));
            case 3 -> rig.act(user, new VenueAction.Withdraw(amount, 1));
            case 4 -> rig.exchange.deposit(user, amount);
            case 5, 6 ->
                rig.act(
                        user,
                        new VenueAction.TransferToVault(
                                rig.exchange.vault().address(),
                                random.nextInt(4) == 0,
                                new Usd(amount.e8() / 100_000 * 1_000)));
            case 7 -> rig.act(ALICE, new VenueAction.TransferToSubAccount(users.getLast(), way, amount));
            default -> {
                AccountMode mode = List.of(AccountMode.values()).get(random.nextInt(5));
                rig.act(user, new VenueAction.SetAccountMode(mode));
            }
        }
    }

    private void phase() {
        List<TradingPhase> phases = List.of(TradingPhase.values());
        rig.exchange.phase(random.nextInt(3) == 0 ? phases.get(random.nextInt(phases.size())) : TradingPhase.NORMAL);
    }

    private void print() {
        long cents = ethCents + random.nextInt(-30, 31) * 10L;
        rig.print(random.nextBoolean() ? Side.BUY : Side.SELL, FixedPoint.format(cents * 1_000_000), "5");
    }

    /** Mostly small moves, now and then a jump of up to 8 %, sometimes with a thin book. */
    private void jump() {
        rig.exchange.phase(TradingPhase.NORMAL);
        int permille = random.nextInt(8) == 0 ? random.nextInt(-80, 81) : random.nextInt(-6, 7);
        ethCents = Math.clamp(ethCents + ethCents * permille / 1_000 / 10 * 10, 120_000, 500_000);
        btcDollars = Math.clamp(btcDollars + btcDollars * random.nextInt(-8, 9) / 1_000, 25_000, 90_000);
        prices(new Rate(random.nextInt(-2_000, 2_001) * 1_000_000L));
    }

    private void prices(Rate premium) {
        String eth = FixedPoint.format(ethCents * 1_000_000);
        if (random.nextInt(4) == 0) {
            rig.book(
                    FixedPoint.format((ethCents - 10_000) * 1_000_000), "2",
                    FixedPoint.format((ethCents + 10_000) * 1_000_000), "2");
            rig.exchange.onContext(Rig.ETH, rig.exchange.nowMs(), Price.of(eth), Price.of(eth), premium);
        } else {
            rig.price(eth);
        }
        rig.btc(String.valueOf(btcDollars));
    }
}
