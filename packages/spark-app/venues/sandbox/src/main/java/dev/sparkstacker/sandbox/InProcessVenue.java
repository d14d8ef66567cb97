package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ActionResult;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exchange behind the product's own port, without sockets or JSON, under a clock that the caller moves.
 *
 * <pre>
 *  caller: bar | price | advanceTo --> Exchange --> events --> EventSink (the engine)
 *  engine: Command --> submit (only queues) ---------------^   answered after the venue's latency
 * </pre>
 *
 * Not thread-safe: one thread moves the clock and takes the events; {@link #submit} may be called from inside the
 * sink. Before each event the venue's time is what {@link #nowMs} says.
 */
public final class InProcessVenue implements VenueGateway {
    private final Exchange exchange;
    private final EventSink sink;
    private final List<Interval> intervals;
    private final DepthModel depth;
    private final long seed;
    private final Map<AccountId, Address> addresses = new LinkedHashMap<>();
    private final Map<Address, AccountId> names = new LinkedHashMap<>();
    private final Map<MarketId, CandleStore> candles = new LinkedHashMap<>();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final PriceListener prices = new Feed();

    private record Asked(long dueMs, Command.Ask question) {}

    /**
     * Opens a venue.
     *
     * @param markets the universe; each asset id is its index
     * @param accounts accounts with their starting balances
     * @param intervals intervals whose candles are published
     * @param depth the book modelled around prices that come without one
     * @param seed chooses the path within bars
     * @param startMs venue time to begin with
     */
    public InProcessVenue(
            List<MarketSpec> markets,
            Map<AccountId, Usd> accounts,
            VenueRules rules,
            List<Interval> intervals,
            DepthModel depth,
            long seed,
            long startMs,
            EventSink sink) {
        this.sink = sink;
        this.intervals = List.copyOf(intervals);
        this.depth = depth;
        this.seed = seed;
        this.exchange = new Exchange(markets, rules, new Publisher(), startMs);
        markets.forEach(market -> candles.put(market.market(), new CandleStore()));
        accounts.forEach((name, balance) -> {
            Address address = addressOf(addresses.size());
            addresses.put(name, address);
            names.put(address, name);
            exchange.openAccount(address, name.name(), balance);
        });
    }

    /** A venue for tests and backtests: the venue's rules without an address budget, one deep level a side. */
    public static InProcessVenue of(
            List<MarketSpec> markets, Map<AccountId, Usd> accounts, long startMs, EventSink sink) {
        VenueRules rules = VenueRules.venue().withRequestBudget(Long.MAX_VALUE / 4);
        return new InProcessVenue(markets, accounts, rules, List.of(Interval.M1), DepthModel.touch(), 1, startMs, sink);
    }

    private static Address addressOf(int index) {
        return new Address("0x" + "%040x".formatted(0xACC0000L + index));
    }

    /** Tells the rules of every market. */
    public void announce() {
        exchange.markets().forEach(market -> sink.publish(new MarketEvent.InstrumentListed(market.instrument())));
    }

    /** Venue time. */
    public long nowMs() {
        return exchange.nowMs();
    }

    /** The exchange itself, to be looked at. */
    public Exchange exchange() {
        return exchange;
    }

    /** The exchange's account. @throws IllegalArgumentException if there is none of this name */
    public Account account(AccountId name) {
        Address address = addresses.get(name);
        Account account = address == null ? null : exchange.account(address);
        if (account == null) {
            throw new IllegalArgumentException("No such account: " + name);
        }
        return account;
    }

    /** Where to hand in prices one by one. */
    public PriceListener prices() {
        return prices;
    }

    /** Adds a closed one-minute bar to the history without trading on it. */
    public void addHistory(MarketId market, Bar bar) {
        store(market).addClosed(bar);
    }

    /** Plays a one-minute bar as four prices. */
    public void advance(MarketId market, Bar bar) {
        path(market).emit(bar, prices);
    }

    /** Plays bars of one market in order. */
    public void play(MarketId market, Iterable<Bar> bars) {
        BarPath path = path(market);
        for (Bar bar : bars) {
            path.emit(bar, prices);
        }
    }

    /** Plays a source up to a venue time, or to its end where that comes first. */
    public void play(PriceSource source, long untilMs) {
        source.advanceTo(untilMs, prices);
        if (untilMs != Long.MAX_VALUE) {
            advanceTo(untilMs);
        }
    }

    /** Sets a market's price: a book around it, a print, mark and oracle. */
    public void tick(MarketId market, Price price, long timeMs) {
        Market listed = market(market);
        prices.onBook(market, timeMs, depth.around(listed.instrument(), price));
        prices.onTrade(market, timeMs, Side.BUY, price, listed.instrument().lot());
        prices.onContext(market, timeMs, price, price, Rate.ZERO);
    }

    /** Lets time pass without prices. */
    public void advanceTo(long timeMs) {
        while (!asked.isEmpty() && asked.peekFirst().dueMs <= timeMs) {
            Asked question = asked.removeFirst();
            exchange.advanceTo(question.dueMs);
            answer(question.question);
        }
        exchange.advanceTo(timeMs);
    }

    /** Lets the venue's latency pass, so that everything submitted before is answered. */
    public void settle() {
        advanceTo(exchange.nowMs() + exchange.rules().latencyMs());
    }

    @Override
    public void submit(Command command) {
        switch (command) {
            case Command.PlaceOrders place -> place(place);
            case Command.CancelOrders cancel -> cancel(cancel);
            case Command.CancelForeignOrder cancel ->
                act(
                        cancel.account(),
                        new VenueAction.Cancel(List.of(new VenueAction.CancelTarget(
                                market(cancel.market()).assetId(), new VenueAction.Target.ByOid(cancel.orderId())))),
                        Long.MAX_VALUE,
                        _ -> {});
            case Command.SetLeverage set -> setLeverage(set);
            case Command.Ask question ->
                asked.addLast(new Asked(exchange.nowMs() + exchange.rules().latencyMs(), question));
        }
    }

    private void act(
            AccountId account, VenueAction action, long validUntilMs, java.util.function.Consumer<ActionResult> reply) {
        exchange.submit(account(account).address(), action, exchange.nowMs(), validUntilMs, reply);
    }

    private void place(Command.PlaceOrders place) {
        List<OrderTicket> tickets = new ArrayList<>();
        List<ClientOrderId> ids = new ArrayList<>();
        place.orders().forEach(approved -> {
            tickets.add(DomainTranslation.ticket(
                    approved.order(), market(approved.order().market())));
            ids.add(approved.order().id());
        });
        act(
                place.account(),
                new VenueAction.Place(tickets, VenueAction.Grouping.NONE),
                place.expiresAfterMs(),
                result -> {
                    for (int i = 0; i < ids.size(); i++) {
                        sink.publish(placed(place.account(), ids.get(i), result, i));
                    }
                });
    }

    private static Event placed(AccountId account, ClientOrderId id, ActionResult result, int index) {
        if (result instanceof ActionResult.Refused(String text)) {
            return new AnswerEvent.OrderRejected(account, id, text);
        }
        if (!(result instanceof ActionResult.Orders(List<OrderResult> results))) {
            throw new IllegalStateException("Not an answer to orders: " + result);
        }
        return switch (results.get(index)) {
            case OrderResult.Resting resting -> new AnswerEvent.OrderResting(account, id, resting.oid());
            case OrderResult.Filled filled ->
                new AnswerEvent.OrderExecuted(account, id, filled.oid(), filled.size(), filled.averagePrice());
            case OrderResult.Failed failed -> new AnswerEvent.OrderRejected(account, id, failed.text());
            case OrderResult.WaitingForFill waiting -> new AnswerEvent.OrderResting(account, id, waiting.oid());
            case OrderResult.WaitingForTrigger waiting -> new AnswerEvent.OrderResting(account, id, waiting.oid());
        };
    }

    private void cancel(Command.CancelOrders cancel) {
        int asset = market(cancel.market()).assetId();
        List<VenueAction.CancelTarget> targets = cancel.orders().stream()
                .map(id -> new VenueAction.CancelTarget(asset, new VenueAction.Target.ByCloid(id)))
                .toList();
        act(cancel.account(), new VenueAction.Cancel(targets), Long.MAX_VALUE, result -> {
            for (int i = 0; i < cancel.orders().size(); i++) {
                ClientOrderId id = cancel.orders().get(i);
                Optional<String> error = switch (result) {
                    case ActionResult.Cancels(List<Optional<String>> errors) -> errors.get(i);
                    case ActionResult.Refused(String text) -> Optional.of(text);
                    case ActionResult.Orders _, ActionResult.Done _, ActionResult.SubAccountCreated _ ->
                        throw new IllegalStateException("Not an answer to a cancel: " + result);
                };
                sink.publish(
                        error.isEmpty()
                                ? new AnswerEvent.CancelAccepted(cancel.account(), id)
                                : new AnswerEvent.CancelRejected(cancel.account(), id, error.get()));
            }
        });
    }

    private void setLeverage(Command.SetLeverage set) {
        Market market = market(set.market());
        VenueAction action = new VenueAction.UpdateLeverage(
                market.assetId(),
                set.marginMode() == MarginMode.CROSS,
                set.leverage().times());
        act(set.account(), action, Long.MAX_VALUE, result -> {
            if (result instanceof ActionResult.Refused(String text)) {
                sink.publish(new AnswerEvent.LeverageUnconfirmed(set.account(), set.market(), text));
            } else {
                Account.LeverageSetting setting = account(set.account()).leverage(market);
                sink.publish(new AnswerEvent.LeverageConfirmed(
                        set.account(), set.market(), new Leverage(setting.leverage()), setting.mode()));
            }
        });
    }

    private void answer(Command.Ask question) {
        switch (question) {
            case Command.ReadOrderStatus read -> sink.publish(orderStatus(read));
            case Command.ReadAccount read -> sink.publish(readAccount(read));
            case Command.ReadCandles read -> sink.publish(readCandles(read));
        }
    }

    private Event orderStatus(Command.ReadOrderStatus read) {
        Account account = account(read.account());
        Order order = account.order(read.order());
        return new AnswerEvent.OrderStatusRead(
                read.account(),
                read.order(),
                order == null ? VenueOrderStatus.UNKNOWN_ORDER : DomainTranslation.status(order.status()),
                order == null ? "unknownOid" : order.status().text(),
                order == null ? null : order.oid(),
                DomainTranslation.fillsOf(account, read.order(), read.placedAtMs()),
                exchange.nowMs());
    }

    private Event readAccount(Command.ReadAccount read) {
        Account account = account(read.account());
        List<VenuePosition> positions = account.positions().stream()
                .map(position -> DomainTranslation.position(exchange, account, position))
                .toList();
        List<VenueOrder> orders =
                account.openOrders().stream().map(DomainTranslation::order).toList();
        return new AccountEvent.AccountRead(
                read.account(),
                exchange.margin().accountValue(account),
                exchange.margin().withdrawable(account),
                positions,
                orders,
                DomainTranslation.fillsSince(account, read.fillsFromMs()),
                read.fillsFromMs(),
                exchange.nowMs());
    }

    private Event readCandles(Command.ReadCandles read) {
        long closedBefore = read.interval().openTimeMs(exchange.nowMs());
        List<Bar> bars = store(read.market()).bars(read.interval(), read.fromMs(), closedBefore - 1, 5_000);
        return new MarketEvent.CandlesRead(read.market(), read.interval(), bars, closedBefore);
    }

    private BarPath path(MarketId market) {
        return new BarPath(market(market).instrument(), Interval.M1, depth, seed);
    }

    private CandleStore store(MarketId market) {
        CandleStore store = candles.get(market);
        if (store == null) {
            throw new IllegalArgumentException("No such market: " + market);
        }
        return store;
    }

    private Market market(MarketId id) {
        Market market = exchange.market(id);
        if (market == null) {
            throw new IllegalArgumentException("No such market: " + id);
        }
        return market;
    }

    /** Hands prices to the exchange after everything due before them, and keeps candles of the source's prints. */
    private final class Feed implements PriceListener {
        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            advanceTo(timeMs);
            exchange.onBook(market, timeMs, book);
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            advanceTo(timeMs);
            CandleStore store = store(market);
            store.onTrade(timeMs, price, size);
            exchange.onTrade(market, timeMs, aggressor, price, size);
            for (Interval interval : intervals) {
                Bar bar = store.last(interval);
                if (bar != null) {
                    sink.publish(new MarketEvent.CandleChanged(market, interval, bar));
                }
            }
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            advanceTo(timeMs);
            exchange.onContext(market, timeMs, mark, oracle, premium);
        }
    }

    /** Turns what happens at the exchange into the product's events. */
    private final class Publisher implements ExchangeListener {
        @Override
        public void onOrder(Account account, Order order, boolean byVenue) {
            sink.publish(new AccountEvent.OrderUpdated(
                    name(account),
                    order.oid(),
                    order.cloid(),
                    order.market(),
                    DomainTranslation.status(order.status()),
                    order.status().text(),
                    order.limit(),
                    order.remaining(),
                    order.original(),
                    order.statusAtMs()));
        }

        @Override
        public void onExecution(Account account, Records.Execution execution) {
            sink.publish(new AccountEvent.FillReceived(name(account), DomainTranslation.fill(execution)));
        }

        @Override
        public void onFunding(Account account, Records.Funding funding) {
            sink.publish(new AccountEvent.FundingPaid(
                    name(account),
                    funding.market(),
                    funding.amount(),
                    funding.size(),
                    funding.rate(),
                    funding.timeMs()));
        }

        @Override
        public void onLiquidation(Account account, Records.Liquidation liquidation) {
            sink.publish(new AccountEvent.LiquidationReported(
                    name(account), liquidation.notional(), liquidation.accountValue()));
        }

        @Override
        public void onPrint(Market market, Records.Print print) {
            sink.publish(new MarketEvent.TradePrinted(
                    print.market(), print.aggressor(), print.price(), print.size(), print.timeMs()));
        }

        @Override
        public void onBook(Market market) {
            BookLevel bid = market.best(Side.BUY);
            BookLevel ask = market.best(Side.SELL);
            sink.publish(new MarketEvent.BestBidOffer(
                    market.id(), bid.price(), bid.size(), ask.price(), ask.size(), exchange.nowMs()));
        }

        @Override
        public void onContext(Market market) {
            Price mark = market.mark();
            Price oracle = market.oracle();
            if (mark != null && oracle != null) {
                sink.publish(new MarketEvent.ContextChanged(market.id(), mark, oracle, market.predictedFunding()));
            }
        }

        private AccountId name(Account account) {
            AccountId name = names.get(account.address());
            return name == null ? new AccountId("sub-" + account.address().hex().substring(2, 10)) : name;
        }
    }
}
