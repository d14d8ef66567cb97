package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.VenueGateway;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A venue where accounts are flat and hold their starting balance: it answers what the engine asks, hands orders to a
 * taker, and fills none. Its answers wait until the driver takes them.
 */
final class QuietVenue implements VenueGateway {
    private final ManualClock clock;
    private final List<Bar> history;
    private final Orders taker;
    private final Deque<Event> answers = new ArrayDeque<>();

    QuietVenue(ManualClock clock, List<Bar> history, Orders taker) {
        this.clock = clock;
        this.history = List.copyOf(history);
        this.taker = taker;
    }

    /** What it answered since the last call. */
    List<Event> takeAnswers() {
        if (answers.isEmpty()) {
            return List.of();
        }
        List<Event> taken = new ArrayList<>(answers);
        answers.clear();
        return taken;
    }

    @Override
    public void prepare(Command command) {
        if (command instanceof Command.PlaceOrders place) {
            taker.prepare(place);
        }
    }

    @Override
    public void submit(Command command) {
        switch (command) {
            case Command.PlaceOrders place -> taker.submit(place);
            case Command.CancelOrders cancel ->
                cancel.orders().forEach(id -> answers.add(new AnswerEvent.CancelAccepted(cancel.account(), id)));
            case Command.CancelForeignOrder cancel -> {
                // Nothing foreign rests here.
            }
            case Command.SetLeverage set ->
                answers.add(new AnswerEvent.LeverageConfirmed(
                        set.account(), set.market(), set.leverage(), MarginMode.ISOLATED));
            case Command.ReadOrderStatus read ->
                answers.add(new AnswerEvent.OrderStatusUnread(read.account(), read.order(), "nothing is kept here"));
            case Command.ReadAccount read ->
                answers.add(new AccountEvent.AccountRead(
                        read.account(),
                        Example.BALANCE,
                        Example.BALANCE,
                        List.of(),
                        List.of(),
                        List.of(),
                        read.fillsFromMs(),
                        clock.venueTimeMs()));
            case Command.ReadCandles read ->
                answers.add(new MarketEvent.CandlesRead(
                        read.market(), read.interval(), history, read.interval().openTimeMs(clock.venueTimeMs())));
        }
    }
}
