package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.BTC;
import static dev.sparkstacker.engine.Configs.ETH;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.VenueGateway;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A venue with two markets that keeps its own books and answers commands as events. By default it behaves: answers come
 * at once, in order, each fill once, after the acknowledgement.
 */
final class FakeVenue implements VenueGateway {
    private static final Rate TAKER_FEE = Rate.of("0.00045");

    /** Best bid and offer. */
    private record Touch(Price bid, Price ask) {
        Price taker(Side side) {
            return side == Side.BUY ? ask : bid;
        }
    }

    final Map<AccountId, VenueBooks> accounts = new TreeMap<>();
    final List<Bar> bars = new ArrayList<>();
    final List<Command> received = new ArrayList<>();
    final Deque<Knob> knobs = new ArrayDeque<>();
    final List<Event> heldFills = new ArrayList<>();
    final List<AccountId> deaf = new ArrayList<>();
    boolean fillsFirst;
    boolean fillsTwice;
    boolean holdFills;
    boolean accountReadsFail;
    boolean candleReadsFail;
    boolean statusReadsFail;
    boolean cancelsLost;

    /** Whether a thin book of two levels a side is told with every quote. */
    boolean book;

    /** Where immediate orders execute instead of at the touch. */
    @Nullable
    Price executionPrice;

    /** What the account is read as being worth instead of what it is. */
    @Nullable
    Usd valueReadBack;

    @Nullable
    Leverage leverageReadBack;

    @Nullable
    MarginMode marginModeReadBack;

    private final FakeClocks clocks;
    private final Consumer<Event> events;
    private final VenueReads reads;
    private final Map<MarketId, Touch> touches = new TreeMap<>();
    private final Map<MarketId, Price> marks = new TreeMap<>();
    private long lastId = 100;

    FakeVenue(FakeClocks clocks, Consumer<Event> events) {
        this.clocks = clocks;
        this.events = events;
        this.reads = new VenueReads(clocks);
        touches.put(ETH, new Touch(Price.of("1999.5"), Price.of("2000.5")));
        touches.put(BTC, new Touch(Price.of("49999"), Price.of("50001")));
    }

    VenueBooks of(AccountId account) {
        return accounts.computeIfAbsent(account, id -> new VenueBooks());
    }

    void next(OrderPurpose purpose, Knob.Behaviour behaviour) {
        knobs.add(new Knob(null, purpose, behaviour));
    }

    void next(AccountId account, OrderPurpose purpose, Knob.Behaviour behaviour) {
        knobs.add(new Knob(account, purpose, behaviour));
    }

    void quote(String newBid, String newAsk) {
        quote(ETH, newBid, newAsk);
    }

    void quote(MarketId market, String newBid, String newAsk) {
        touches.put(market, new Touch(Price.of(newBid), Price.of(newAsk)));
        quote();
    }

    void quote() {
        Quantity size = Quantity.of("100");
        if (book) {
            touches.forEach((market, touch) -> events.accept(thinBook(market, touch)));
        }
        touches.forEach((market, touch) -> events.accept(
                new MarketEvent.BestBidOffer(market, touch.bid(), size, touch.ask(), size, clocks.venueTimeMs())));
    }

    private Event thinBook(MarketId market, Touch touch) {
        Quantity little = Quantity.of("0.2");
        Price behindBid = new Price(touch.bid().e8() - Price.of("7").e8());
        Price behindAsk = new Price(touch.ask().e8() + Price.of("7").e8());
        return new MarketEvent.BookChanged(
                market,
                List.of(new BookLevel(touch.bid(), little), new BookLevel(behindBid, little)),
                List.of(new BookLevel(touch.ask(), little), new BookLevel(behindAsk, little)),
                clocks.venueTimeMs());
    }

    private Price touch(OrderRequest order) {
        return touch(order.market(), order.side());
    }

    private Price touch(MarketId market, Side side) {
        return Objects.requireNonNull(touches.get(market), "no such market").taker(side);
    }

    @Override
    public void submit(Command command) {
        received.add(command);
        switch (command) {
            case Command.PlaceOrders place ->
                place.orders().forEach(order -> place(place.account(), order.order(), place.expiresAfterMs()));
            case Command.CancelOrders cancel -> cancel.orders().forEach(id -> cancel(cancel.account(), id));
            case Command.CancelForeignOrder foreign -> cancelForeign(foreign);
            case Command.SetLeverage set ->
                events.accept(new AnswerEvent.LeverageConfirmed(
                        set.account(),
                        set.market(),
                        leverageReadBack == null ? set.leverage() : leverageReadBack,
                        marginModeReadBack == null ? set.marginMode() : marginModeReadBack));
            case Command.ReadOrderStatus read ->
                events.accept(
                        statusReadsFail
                                ? new AnswerEvent.OrderStatusUnread(read.account(), read.order(), "HTTP 502")
                                : reads.status(of(read.account()), read));
            case Command.ReadAccount read ->
                events.accept(
                        accountReadsFail ? new AccountEvent.AccountUnread(read.account(), "HTTP 502") : account(read));
            case Command.ReadCandles read ->
                events.accept(
                        candleReadsFail
                                ? new MarketEvent.CandlesUnread(read.market(), read.interval(), "HTTP 429")
                                : reads.candles(bars, read));
        }
    }

    private Event account(Command.ReadAccount read) {
        VenueBooks books = of(read.account());
        return reads.account(books, read, valueReadBack == null ? worth(books) : valueReadBack.minus(books.value()));
    }

    /** Money moves into the account, or out of it; the stream tells of it unless it is deaf. */
    void move(AccountId account, String amount, boolean told) {
        VenueBooks books = of(account);
        books.moved = books.moved.plus(Usd.of(amount));
        if (told) {
            events.accept(new AccountEvent.MoneyMoved(
                    account, "0x" + ++lastId, "transfer", Usd.of(amount), clocks.venueTimeMs()));
        }
    }

    /** What is held, at the mark prices that were told. */
    private Usd worth(VenueBooks books) {
        Usd sum = Usd.ZERO;
        for (Map.Entry<MarketId, SignedQuantity> held : books.positions.entrySet()) {
            Price mark = marks.get(held.getKey());
            if (mark != null && !held.getValue().isZero()) {
                Usd notional = mark.times(held.getValue().abs());
                sum = held.getValue().isLong() ? sum.plus(notional) : sum.minus(notional);
            }
        }
        return sum;
    }

    private void place(AccountId account, OrderRequest request, long expiresAfterMs) {
        Knob.@Nullable Behaviour behaviour = take(account, request);
        if (behaviour instanceof Knob.Reject reject) {
            reject(account, request, reject.words());
            return;
        }
        if (behaviour instanceof Knob.LoseReply lost) {
            if (lost.executed()) {
                execute(account, request, null, false);
            }
            events.accept(new AnswerEvent.OrderUnanswered(account, request.id(), "timeout"));
            return;
        }
        if (behaviour instanceof Knob.Vanish) {
            return;
        }
        if (clocks.venueTimeMs() > expiresAfterMs) {
            reject(account, request, "expired");
            return;
        }
        execute(account, request, behaviour instanceof Knob.Pieces pieces ? pieces.sizes() : null, true);
    }

    private Knob.@Nullable Behaviour take(AccountId account, OrderRequest request) {
        for (Knob knob : knobs) {
            if (knob.matches(account, request)) {
                knobs.remove(knob);
                return knob.behaviour();
            }
        }
        return null;
    }

    private void execute(AccountId account, OrderRequest request, @Nullable List<Quantity> pieces, boolean answered) {
        VenueBooks books = of(account);
        Quantity room = room(books, request).min(request.size());
        if (room.isZero()) {
            reject(account, request, "Reduce only order would increase position.");
            return;
        }
        VenueBooks.Order order = new VenueBooks.Order(request, ++lastId);
        if (request.timeInForce() != TimeInForce.IOC) {
            books.orders.put(request.id(), order);
            tell(answered, new AnswerEvent.OrderResting(account, request.id(), order.orderId));
            return;
        }
        Price touch = touch(request);
        boolean crosses = request.side() == Side.BUY
                ? request.limit().compareTo(touch) >= 0
                : request.limit().compareTo(touch) <= 0;
        if (!crosses) {
            reject(account, request, "Order could not immediately match against any resting orders.");
            return;
        }
        books.orders.put(request.id(), order);
        List<Quantity> sizes = pieces == null ? List.of(request.size().min(room)) : bounded(pieces, room);
        Quantity filled = sizes.stream().reduce(Quantity.ZERO, Quantity::plus);
        order.status = filled.equals(request.size()) ? VenueOrderStatus.FILLED : VenueOrderStatus.CANCELLED;
        Price at = executionPrice == null ? touch : executionPrice;
        Event answer = new AnswerEvent.OrderExecuted(account, request.id(), order.orderId, filled, at);
        if (!fillsFirst) {
            tell(answered, answer);
        }
        sizes.forEach(size -> fill(account, order, size, at));
        if (fillsFirst) {
            tell(answered, answer);
        }
    }

    /** Pieces, of which those are left out that go beyond what there is to fill. */
    private static List<Quantity> bounded(List<Quantity> pieces, Quantity room) {
        List<Quantity> bounded = new ArrayList<>();
        Quantity left = room;
        for (Quantity piece : pieces) {
            if (piece.compareTo(left) <= 0) {
                bounded.add(piece);
                left = left.minus(piece);
            }
        }
        return bounded;
    }

    private void tell(boolean answered, Event answer) {
        if (answered) {
            events.accept(answer);
        }
    }

    private static Quantity room(VenueBooks books, OrderRequest request) {
        if (!request.reduceOnly()) {
            return request.size();
        }
        SignedQuantity position = books.position(request.market());
        boolean reduces = position.signum() == -request.side().sign();
        return reduces ? position.abs() : Quantity.ZERO;
    }

    private void reject(AccountId account, OrderRequest request, String words) {
        events.accept(new AnswerEvent.OrderRejected(account, request.id(), words));
    }

    private void fill(AccountId account, VenueBooks.Order order, Quantity size, Price price) {
        OrderRequest request = order.request;
        order.remaining = order.remaining.minus(size);
        publishFill(account, request.id(), order.orderId, request.market(), request.side(), size, price, false);
    }

    private void publishFill(
            AccountId account,
            @Nullable ClientOrderId id,
            long orderId,
            MarketId market,
            Side side,
            Quantity size,
            Price price,
            boolean liquidation) {
        VenueBooks books = of(account);
        Usd fee = price.times(size).times(TAKER_FEE, RoundingMode.HALF_UP);
        Fill fill = new Fill(
                ++lastId,
                orderId,
                id,
                market,
                side,
                price,
                size,
                fee,
                Usd.ZERO,
                books.position(market),
                true,
                liquidation,
                clocks.venueTimeMs());
        books.book(fill);
        Event told = new AccountEvent.FillReceived(account, fill);
        if (deaf.contains(account)) {
            return;
        }
        if (holdFills) {
            heldFills.add(told);
            return;
        }
        events.accept(told);
        if (fillsTwice) {
            events.accept(told);
        }
    }

    /** Lets out the fills that were held back. */
    void releaseFills() {
        holdFills = false;
        heldFills.forEach(events);
        heldFills.clear();
    }

    /** Somebody who is not the product trades on the account, or the venue liquidates it. */
    void foreignTrade(AccountId account, Side side, String size, boolean liquidation) {
        publishFill(account, null, ++lastId, ETH, side, Quantity.of(size), touch(ETH, side), liquidation);
    }

    /** Somebody trades on the account, and neither the stream nor any reading tells of the fill. */
    Fill hiddenTrade(AccountId account, Side side, String size) {
        boolean wasDeaf = deaf.contains(account);
        deaf.add(account);
        foreignTrade(account, side, size, false);
        if (!wasDeaf) {
            deaf.remove(account);
        }
        of(account).hideLastFill();
        return of(account).hidden.getLast();
    }

    /** An order of which the venue said that it has no record executes after all. */
    void executeAbsent(AccountId account, OrderRequest request, Quantity size) {
        VenueBooks.Order order = new VenueBooks.Order(request, ++lastId);
        order.status = VenueOrderStatus.CANCELLED;
        of(account).orders.put(request.id(), order);
        fill(account, order, size, touch(request));
    }

    /** An order fills although its cancel was on its way. */
    void fillLate(AccountId account, VenueBooks.Order order, Quantity size) {
        fill(account, order, size, touch(order.request.market(), Side.SELL));
        order.status = VenueOrderStatus.CANCELLED;
    }

    /** Places an order with a client id the product does not know. */
    void leaveOrderBehind(AccountId account, OrderRequest request) {
        of(account).orders.put(request.id(), new VenueBooks.Order(request, ++lastId));
    }

    /** Moves the mark price; triggers that it reaches execute whole, or a part of them. */
    void mark(String price, @Nullable Quantity part) {
        mark(ETH, price, part);
    }

    void mark(MarketId market, String price, @Nullable Quantity part) {
        Price mark = Price.of(price);
        marks.put(market, mark);
        events.accept(new MarketEvent.ContextChanged(market, mark, mark, Rate.of("0.0000125")));
        accounts.forEach((account, books) -> {
            for (VenueBooks.Order order : books.resting()) {
                Trigger trigger = order.request.trigger();
                Quantity room = room(books, order.request);
                boolean here = order.request.market().equals(market);
                if (here && trigger != null && reached(trigger, order.request.side(), mark) && !room.isZero()) {
                    execute(account, order, room, part);
                }
            }
        });
    }

    /** Moves quote and mark price to a price, and a little around it. */
    void move(MarketId market, String price) {
        Price middle = Price.of(price);
        Price half = Price.of(market.equals(ETH) ? "0.5" : "1");
        touches.put(market, new Touch(new Price(middle.e8() - half.e8()), new Price(middle.e8() + half.e8())));
        quote();
        mark(market, price, null);
    }

    private void execute(AccountId account, VenueBooks.Order order, Quantity room, @Nullable Quantity part) {
        Quantity whole = order.remaining.min(room);
        Quantity size = part == null ? whole : part.min(whole);
        fill(account, order, size, touch(order.request));
        order.status = part == null ? VenueOrderStatus.FILLED : VenueOrderStatus.CANCELLED;
        tellStatus(account, order);
    }

    private static boolean reached(Trigger trigger, Side closing, Price mark) {
        boolean below = (trigger.kind() == TriggerKind.STOP_LOSS) == (closing == Side.SELL);
        return below ? mark.compareTo(trigger.price()) <= 0 : mark.compareTo(trigger.price()) >= 0;
    }

    /** The venue cancels a resting order on its own. */
    void drop(AccountId account, OrderPurpose purpose) {
        for (VenueBooks.Order order : of(account).resting()) {
            if (order.request.purpose() == purpose) {
                order.status = VenueOrderStatus.CANCELLED;
                tellStatus(account, order);
            }
        }
    }

    private void tellStatus(AccountId account, VenueBooks.Order order) {
        if (!deaf.contains(account)) {
            events.accept(new AccountEvent.OrderUpdated(
                    account,
                    order.orderId,
                    order.request.id(),
                    order.request.market(),
                    order.status,
                    order.status.name(),
                    order.request.limit(),
                    order.remaining,
                    order.request.size(),
                    clocks.venueTimeMs()));
        }
    }

    /** Funding at a rate on what is held: longs pay. */
    void fund(AccountId account, String amount) {
        Usd paid = Usd.of(amount);
        VenueBooks books = of(account);
        books.cash = books.cash.plus(paid);
        events.accept(new AccountEvent.FundingPaid(
                account, ETH, paid, books.position(ETH), Rate.of("0.0000125"), clocks.venueTimeMs()));
    }

    /** Nobody is told what became of it: the next reading shows. */
    private void cancelForeign(Command.CancelForeignOrder foreign) {
        for (VenueBooks.Order order : of(foreign.account()).resting()) {
            if (order.orderId == foreign.orderId() && !cancelsLost) {
                order.status = VenueOrderStatus.CANCELLED;
            }
        }
    }

    private void cancel(AccountId account, ClientOrderId id) {
        if (cancelsLost) {
            events.accept(new AnswerEvent.CancelUnanswered(account, id, "timeout"));
            return;
        }
        VenueBooks.Order order = of(account).order(id);
        if (order == null || order.status != VenueOrderStatus.OPEN) {
            events.accept(new AnswerEvent.CancelRejected(account, id, "Order was never placed, already canceled."));
            return;
        }
        order.status = VenueOrderStatus.CANCELLED;
        events.accept(new AnswerEvent.CancelAccepted(account, id));
    }
}
