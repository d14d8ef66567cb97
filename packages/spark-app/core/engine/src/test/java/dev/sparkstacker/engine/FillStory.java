package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Up to six events about some fills, to be told in any order from a state on.
 *
 * @param name what happens
 * @param state where it begins
 * @param before fills booked by then
 * @param events what is told
 * @param fills every fill that the events tell of
 * @param order the order whose fills are counted
 */
record FillStory(
        String name, EngineState state, List<Fill> before, List<Event> events, List<Fill> fills, ClientOrderId order) {
    private static final int SPLITS = 10;
    private static final long LOT = 10_000;

    /** Sixty stories: six kinds, ten ways to split the sizes each. */
    static List<FillStory> all() {
        List<FillStory> stories = new ArrayList<>();
        for (int split = 0; split < SPLITS; split++) {
            Random random = new Random(split);
            stories.add(new Teller("acknowledged entry", random).acknowledgedEntry());
            stories.add(new Teller("unanswered entry", random).unansweredEntry());
            stories.add(new Teller("entry that ends in part", random).partialEntry());
            stories.add(new Teller("exit beside the stop", random).exitBesideStop());
            stories.add(new Teller("exit beside a stranger", random).exitBesideStranger());
            stories.add(new Teller("fills after the cancel", random).afterCancel());
        }
        return stories;
    }

    /** Makes one story. */
    private static final class Teller {
        private final String name;
        private final Random random;
        private final SilentVenue venue = SilentVenue.entering();
        private final List<Fill> before = new ArrayList<>();
        private long lastTradeId = 1_000;

        Teller(String name, Random random) {
            this.name = name;
            this.random = random;
        }

        FillStory acknowledgedEntry() {
            OrderRequest entry = venue.last(OrderPurpose.ENTRY);
            List<Fill> fills = fills(entry, split(entry.size(), 3));
            return story(
                    entry,
                    fills,
                    executed(entry, entry.size()),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(2)),
                    told(fills.get(0)),
                    ended(entry, VenueOrderStatus.FILLED, Quantity.ZERO));
        }

        FillStory unansweredEntry() {
            OrderRequest entry = venue.last(OrderPurpose.ENTRY);
            List<Fill> fills = fills(entry, split(entry.size(), 2));
            return story(
                    entry,
                    fills,
                    new AnswerEvent.OrderUnanswered(MAIN, entry.id(), "timeout"),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(1)),
                    status(entry, VenueOrderStatus.FILLED, fills),
                    read(fills));
        }

        FillStory partialEntry() {
            OrderRequest entry = venue.last(OrderPurpose.ENTRY);
            List<Fill> three = fills(entry, split(entry.size(), 3));
            List<Fill> fills = three.subList(0, 2);
            Quantity filled = fills.get(0).size().plus(fills.get(1).size());
            return story(
                    entry,
                    fills,
                    executed(entry, filled),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(0)),
                    ended(entry, VenueOrderStatus.CANCELLED, entry.size().minus(filled)),
                    status(entry, VenueOrderStatus.CANCELLED, fills));
        }

        FillStory exitBesideStop() {
            OrderRequest exit = openedAndLeaving("0.6");
            OrderRequest stop = venue.last(OrderPurpose.STOP);
            List<Fill> fills = new ArrayList<>(fills(exit, split(exit.size(), 2)));
            Quantity rest = venue.main().position().size().abs().minus(exit.size());
            fills.addAll(fills(stop, List.of(random.nextBoolean() ? rest : half(rest))));
            return story(
                    exit,
                    fills,
                    executed(exit, exit.size()),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(2)),
                    told(fills.get(2)),
                    ended(
                            stop,
                            VenueOrderStatus.CANCELLED,
                            stop.size().minus(fills.get(2).size())));
        }

        FillStory exitBesideStranger() {
            OrderRequest exit = openedAndLeaving("0.5");
            List<Fill> fills = new ArrayList<>(fills(exit, split(exit.size(), 2)));
            Quantity rest = venue.main().position().size().abs().minus(exit.size());
            fills.add(fill(null, Side.SELL, half(rest)));
            return story(
                    exit,
                    fills,
                    executed(exit, exit.size()),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(2)),
                    told(fills.get(2)),
                    read(fills));
        }

        FillStory afterCancel() {
            OrderRequest exit = openedAndLeaving("0.5");
            OrderRequest stop = venue.last(OrderPurpose.STOP);
            List<Fill> fills = new ArrayList<>(fills(stop, split(half(exit.size()), 2)));
            fills.addAll(fills(exit, List.of(half(exit.size()))));
            Quantity stopped = fills.get(0).size().plus(fills.get(1).size());
            return story(
                    stop,
                    fills,
                    new AnswerEvent.CancelAccepted(MAIN, stop.id()),
                    told(fills.get(0)),
                    told(fills.get(1)),
                    told(fills.get(2)),
                    executed(exit, fills.get(2).size()),
                    ended(stop, VenueOrderStatus.CANCELLED, stop.size().minus(stopped)));
        }

        /** A whole position, protected, of which a fraction is being closed. */
        private OrderRequest openedAndLeaving(String fraction) {
            OrderRequest entry = venue.last(OrderPurpose.ENTRY);
            before.addAll(fills(entry, List.of(entry.size())));
            venue.tell(executed(entry, entry.size()));
            before.forEach(fill -> venue.tell(told(fill)));
            venue.tell(new AnswerEvent.OrderResting(
                    MAIN, venue.last(OrderPurpose.STOP).id(), 501));
            venue.tell(new AnswerEvent.OrderResting(
                    MAIN, venue.last(OrderPurpose.TARGET).id(), 502));
            venue.tell(new OperatorEvent.CloseRequested(1, "cli:test", ETH, Rate.of(fraction)));
            return venue.last(OrderPurpose.EXIT);
        }

        private FillStory story(OrderRequest order, List<Fill> fills, Event... events) {
            return new FillStory(name, venue.engine.state(), before, Arrays.asList(events), fills, order.id());
        }

        private static Quantity half(Quantity size) {
            return new Quantity(size.e8() / 2 / LOT * LOT);
        }

        /** Random pieces in whole lots that add up to the size. */
        private List<Quantity> split(Quantity size, int pieces) {
            List<Quantity> sizes = new ArrayList<>();
            long left = size.e8() / LOT;
            for (int piece = pieces - 1; piece > 0; piece--) {
                long lots = 1L + random.nextInt((int) (left - piece));
                sizes.add(new Quantity(lots * LOT));
                left -= lots;
            }
            sizes.add(new Quantity(left * LOT));
            return sizes;
        }

        private List<Fill> fills(OrderRequest order, List<Quantity> sizes) {
            return sizes.stream().map(size -> fill(order, order.side(), size)).toList();
        }

        private Fill fill(@Nullable OrderRequest order, Side side, Quantity size) {
            Price price = new Price(Price.of("1999").e8() + random.nextInt(20) * 10_000_000L);
            return new Fill(
                    ++lastTradeId,
                    order == null ? 999 : orderId(order),
                    order == null ? null : order.id(),
                    ETH,
                    side,
                    price,
                    size,
                    new Usd(1 + random.nextInt(50_000_000)),
                    Usd.ZERO,
                    SignedQuantity.ZERO,
                    true,
                    false,
                    venue.nowMs());
        }

        private static long orderId(OrderRequest order) {
            return switch (order.purpose()) {
                case ENTRY -> 500;
                case STOP -> 501;
                case TARGET -> 502;
                case EXIT -> 503;
            };
        }

        private static Event told(Fill fill) {
            return new AccountEvent.FillReceived(MAIN, fill);
        }

        private static Event executed(OrderRequest order, Quantity filled) {
            return new AnswerEvent.OrderExecuted(MAIN, order.id(), orderId(order), filled, Price.of("2000"));
        }

        private Event ended(OrderRequest order, VenueOrderStatus status, Quantity remaining) {
            return new AccountEvent.OrderUpdated(
                    MAIN,
                    orderId(order),
                    order.id(),
                    ETH,
                    status,
                    status.name(),
                    order.limit(),
                    remaining,
                    order.size(),
                    venue.nowMs());
        }

        private Event status(OrderRequest order, VenueOrderStatus status, List<Fill> fills) {
            return new AnswerEvent.OrderStatusRead(
                    MAIN, order.id(), status, status.name(), orderId(order), fills, venue.nowMs());
        }

        /** The account as it is after all of it, with every fill. */
        private Event read(List<Fill> fills) {
            List<Fill> all = new ArrayList<>(before);
            all.addAll(fills);
            SignedQuantity size = ReferenceLedger.of(all).position();
            Usd value = Usd.of("10000");
            List<VenuePosition> positions = size.isZero()
                    ? List.of()
                    : List.of(new VenuePosition(
                            ETH,
                            size,
                            Price.of("2000"),
                            new Leverage(10),
                            MarginMode.ISOLATED,
                            Usd.ZERO,
                            Usd.ZERO,
                            null));
            return new AccountEvent.AccountRead(
                    MAIN, value, value, positions, List.of(), all, SilentVenue.START_MS, venue.nowMs());
        }
    }
}
