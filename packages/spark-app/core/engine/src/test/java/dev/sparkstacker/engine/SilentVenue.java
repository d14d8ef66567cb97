package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;

/** An engine whose commands nobody answers: what it hears is only what a story tells it. */
final class SilentVenue {
    static final long START_MS = 1_700_000_040_000L;

    final Engine engine = EngineScenario.newEngine();
    final List<Output> outputs = new ArrayList<>();
    final List<OrderRequest> sent = new ArrayList<>();
    private final Turn turn = new Turn();
    private long sequence;
    private long nowMs = START_MS;

    SilentVenue() {}

    /** Goes on from a state that another one came to. */
    SilentVenue(EngineState state) {
        engine.load(state);
        sequence = state.sequence();
        nowMs = state.venueTimeMs();
    }

    long nowMs() {
        return nowMs;
    }

    void tell(Event event) {
        engine.onEvent(new Stamped(++sequence, nowMs, nowMs, event), turn);
        outputs.addAll(turn.outputs());
        for (Command command : turn.commands()) {
            if (command instanceof Command.PlaceOrders place) {
                place.orders().forEach(order -> sent.add(order.order()));
            }
        }
    }

    /** Started, reconciled, and a bar has said to buy: the entry is sent. */
    static SilentVenue entering() {
        SilentVenue venue = new SilentVenue();
        venue.tell(new SystemEvent.EpochStarted(7, 1, "test", "0", false));
        venue.tell(new SystemEvent.Configured(Configs.scripted()));
        venue.tell(new MarketEvent.InstrumentListed(Configs.RULES));
        venue.tell(new MarketEvent.FeedRestored(ETH));
        venue.tell(new MarketEvent.ContextChanged(ETH, Price.of("2000"), Price.of("2000"), Rate.ZERO));
        venue.tell(new SystemEvent.Connected("market"));
        venue.connect(MAIN);
        venue.connect(HEDGE);
        venue.tell(new AnswerEvent.LeverageConfirmed(MAIN, ETH, new Leverage(10), MarginMode.ISOLATED));
        Bar before = EngineScenario.flatBar(START_MS - 60_000, "2000");
        venue.tell(new MarketEvent.CandlesRead(ETH, Interval.M1, List.of(before), START_MS));
        venue.tell(new MarketEvent.CandleChanged(ETH, Interval.M1, bar(START_MS, ScriptedStrategy.Word.BUY.trades())));
        venue.nowMs += 60_000;
        Quantity size = Quantity.of("100");
        venue.tell(new MarketEvent.BestBidOffer(ETH, Price.of("1999.5"), size, Price.of("2000.5"), size, venue.nowMs));
        venue.tell(new MarketEvent.CandleChanged(ETH, Interval.M1, bar(START_MS + 60_000, 5)));
        return venue;
    }

    private static Bar bar(long openMs, long trades) {
        Price price = Price.of("2000");
        return new Bar(openMs, price, price, price, price, Quantity.of("1"), trades);
    }

    private void connect(AccountId account) {
        tell(new SystemEvent.Connected("account:" + account));
        Usd value = Usd.of("10000");
        tell(new AccountEvent.AccountRead(account, value, value, List.of(), List.of(), List.of(), 0, nowMs));
    }

    OrderRequest last(OrderPurpose purpose) {
        return sent.stream()
                .filter(order -> order.purpose() == purpose)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("Nothing was sent as " + purpose + ": " + sent));
    }

    LegRecord main() {
        return engine.state().pairs().getFirst().main();
    }
}
