package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a script leaves behind, on both sides: two runs that end alike have equal endings, whenever and in whatever order
 * their messages came.
 */
final class Ending implements Consumer<Output> {
    private final SortedSet<String> bars = new TreeSet<>();
    private final List<String> fills = new ArrayList<>();
    private final Map<ClientOrderId, Output.OrderChanged> orders = new TreeMap<>();
    private final List<String> repeatedBars = new ArrayList<>();

    /**
     * An ending.
     *
     * @param positions what the venue holds, and what the engine says it holds
     * @param fills what the engine booked
     * @param bars every bar a strategy judged
     * @param filledOrders the engine's orders that executed
     * @param restingOrders the orders that rest at the venue
     */
    record Facts(
            List<String> positions,
            List<String> fills,
            SortedSet<String> bars,
            List<String> filledOrders,
            List<String> restingOrders) {}

    @Override
    public void accept(Output output) {
        switch (output) {
            case Output.BarJudged judged -> judged(judged);
            case Output.FillBooked booked ->
                fills.add(booked.account() + " " + booked.fill().market() + " "
                        + booked.fill().side() + " " + booked.booked());
            case Output.OrderChanged changed -> orders.put(changed.order().id(), changed);
            default -> {
                // Whatever else it tells is not compared.
            }
        }
    }

    private void judged(Output.BarJudged judged) {
        Bar bar = judged.bar();
        String text = judged.strategy() + " " + judged.market() + " " + judged.interval() + " " + bar;
        if (!bars.add(text)) {
            repeatedBars.add(text);
        }
    }

    /** Bars that were judged more than once. */
    List<String> repeatedBars() {
        return repeatedBars;
    }

    /** Orders of which the engine still does not know what became of them. */
    List<Output.OrderChanged> undecided() {
        return orders.values().stream()
                .filter(order -> order.state() == OrderState.SENT || order.state() == OrderState.UNKNOWN)
                .toList();
    }

    /** The engine's orders, as told last. */
    Map<ClientOrderId, Output.OrderChanged> orders() {
        return orders;
    }

    Facts facts(World world) {
        List<String> positions = new ArrayList<>();
        List<String> resting = new ArrayList<>();
        for (Scene.Keys keys : Scene.KEYS) {
            Account account = world.venue().exchange().account(VenueHost.addressOf(keys));
            if (account == null) {
                throw new IllegalStateException("The venue has no account " + keys.id());
            }
            for (Position position : account.positions()) {
                positions.add("venue " + keys.id() + " " + position.market() + " " + position.size());
            }
            for (MarketId market : List.of(Scene.BTC, Scene.ETH)) {
                positions.add("engine " + keys.id() + " " + market + " " + engineSize(world, keys.id(), market));
            }
            for (Order order : account.openOrders()) {
                resting.add(keys.id() + " " + order.market() + " " + order.side() + " " + order.remaining() + " "
                        + order.trigger() + " reduce-only " + order.reduceOnly());
            }
        }
        List<String> filled = new ArrayList<>(orders.values().stream()
                .filter(order -> order.state() == OrderState.FILLED)
                .map(order -> order.account() + " " + order.order().leg() + " "
                        + order.order().purpose() + " " + order.filled())
                .toList());
        return new Facts(sorted(positions), sorted(new ArrayList<>(fills)), bars, sorted(filled), sorted(resting));
    }

    private static SignedQuantity engineSize(World world, AccountId account, MarketId market) {
        SignedQuantity size = SignedQuantity.ZERO;
        for (Output.LegChanged leg : world.watch().view().legs()) {
            if (leg.account().equals(account) && leg.leg().market().equals(market)) {
                size = size.plus(leg.size());
            }
        }
        return size;
    }

    private static List<String> sorted(List<String> texts) {
        texts.sort(null);
        return texts;
    }
}
