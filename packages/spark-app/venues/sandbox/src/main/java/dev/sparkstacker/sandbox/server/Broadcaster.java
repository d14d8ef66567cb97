package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderStatus;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.ws.LedgerData;
import dev.sparkstacker.wire.ws.OrderHistoryData;
import dev.sparkstacker.wire.ws.OrderUpdate;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.UserEvent;
import dev.sparkstacker.wire.ws.UserFillsData;
import dev.sparkstacker.wire.ws.UserFundingItem;
import dev.sparkstacker.wire.ws.UserFundingsData;
import dev.sparkstacker.wire.ws.WsMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what happens within a slice of venue time and sends each subscription its part of it. Runs on the
 * exchange's thread only; sending only queues.
 *
 * <pre>
 *  on change, every flush     : bbo, trades, candle, orderUpdates, user, userFills, userFundings, ledger, order history
 *  on change, spaced          : l2Book 0.5 s, activeAssetCtx 1 s, allMids 1 s, activeAssetData 1 s (venue time)
 *  whole, every 5 s           : clearinghouseState, openOrders, spotState, webData3, allDexs...
 * </pre>
 */
final class Broadcaster implements ExchangeListener {
    private static final long BOOK_EVERY_MS = 500;
    private static final long CONTEXT_EVERY_MS = 1_000;
    private static final long STATE_EVERY_MS = 5_000;

    /** What happened to one account since the last flush. */
    private static final class News {
        final List<OrderUpdate> updates = new ArrayList<>();
        final List<HistoricalOrder> orders = new ArrayList<>();
        final List<Fill> fills = new ArrayList<>();
        final List<UserFundingItem> fundings = new ArrayList<>();
        final List<dev.sparkstacker.wire.info.LedgerUpdate> ledger = new ArrayList<>();
        final List<UserEvent> events = new ArrayList<>();
        final List<UserEvent.CanceledOrder> cancels = new ArrayList<>();
    }

    private final AccountViews accounts;
    private final HistoryViews history;
    private final MarketViews markets;
    private final TopicWriter writer;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<MarketId, List<Trade>> trades = new LinkedHashMap<>();
    private final Set<MarketId> books = new LinkedHashSet<>();
    private final Set<MarketId> contexts = new LinkedHashSet<>();
    private final Map<String, News> news = new LinkedHashMap<>();

    Broadcaster(MarketViews markets, AccountViews accounts, HistoryViews history, TopicWriter writer) {
        this.markets = markets;
        this.accounts = accounts;
        this.history = history;
        this.writer = writer;
    }

    /** The topic with this key, made where nobody holds it yet. */
    Topic topic(String key, Subscription subscription) {
        return topics.computeIfAbsent(key, _ -> new Topic(key, subscription));
    }

    /** Takes a connection off a topic. */
    void leave(String key, WsConnection connection) {
        Topic topic = topics.get(key);
        if (topic != null) {
            topic.connections().remove(connection);
            if (topic.connections().isEmpty()) {
                topics.remove(key);
            }
        }
    }

    /** Sends everything collected. */
    void flush(long nowMs) {
        if (!topics.isEmpty()) {
            List.copyOf(topics.values()).forEach(topic -> flush(topic, nowMs));
        }
        trades.clear();
        books.clear();
        contexts.clear();
        news.clear();
    }

    private void flush(Topic topic, long nowMs) {
        switch (topic.subscription()) {
            case Subscription.Bbo ask -> onChange(topic, books.contains(id(ask.coin())), 0, nowMs);
            case Subscription.L2Book ask -> onChange(topic, books.contains(id(ask.coin())), BOOK_EVERY_MS, nowMs);
            case Subscription.ActiveAssetCtx ask ->
                onChange(topic, contexts.contains(id(ask.coin())), CONTEXT_EVERY_MS, nowMs);
            case Subscription.AllMids _ -> onChange(topic, !books.isEmpty(), CONTEXT_EVERY_MS, nowMs);
            case Subscription.Candle ask -> onChange(topic, trades.containsKey(id(ask.coin())), 0, nowMs);
            case Subscription.ActiveAssetData ask -> {
                boolean changed = contexts.contains(id(ask.coin())) || news.containsKey(user(topic));
                onChange(topic, changed, CONTEXT_EVERY_MS, nowMs);
            }
            case Subscription.Trades ask -> {
                List<Trade> printed = trades.get(id(ask.coin()));
                if (printed != null) {
                    topic.send(new WsMessage.Trades(printed).text(), nowMs, true);
                }
            }
            case Subscription.ClearinghouseState _,
                    Subscription.OpenOrders _,
                    Subscription.SpotState _,
                    Subscription.WebData3 _,
                    Subscription.AllDexsAssetCtxs _,
                    Subscription.AllDexsClearinghouseState _ -> onChange(topic, true, STATE_EVERY_MS, nowMs);
            default -> {
                News told = news.get(user(topic));
                if (told != null) {
                    tell(topic, told, user(topic), nowMs);
                }
            }
        }
    }

    private void onChange(Topic topic, boolean changed, long everyMs, long nowMs) {
        if (changed) {
            topic.mark();
        }
        if (topic.isDirty() && topic.isDue(nowMs, everyMs)) {
            WsMessage state = writer.state(topic.subscription());
            if (state != null) {
                topic.send(state.text(), nowMs, false);
            }
        }
    }

    private void tell(Topic topic, News told, String user, long nowMs) {
        switch (topic.subscription()) {
            case Subscription.OrderUpdates _ -> {
                if (!told.updates.isEmpty()) {
                    topic.send(new WsMessage.OrderUpdates(told.updates).text(), nowMs, true);
                }
            }
            case Subscription.UserEvents _ -> userEvents(topic, told, nowMs);
            case Subscription.UserFills _ -> {
                if (!told.fills.isEmpty()) {
                    UserFillsData data = new UserFillsData(user, told.fills, null);
                    topic.send(new WsMessage.UserFills(data).text(), nowMs, true);
                }
            }
            case Subscription.UserFundings _ -> {
                if (!told.fundings.isEmpty()) {
                    UserFundingsData data = new UserFundingsData(user, told.fundings, null);
                    topic.send(new WsMessage.UserFundings(data).text(), nowMs, true);
                }
            }
            case Subscription.UserNonFundingLedgerUpdates _ -> {
                if (!told.ledger.isEmpty()) {
                    LedgerData data = new LedgerData(user, told.ledger, null);
                    topic.send(new WsMessage.LedgerUpdates(data).text(), nowMs, true);
                }
            }
            case Subscription.UserHistoricalOrders _ -> {
                if (!told.orders.isEmpty()) {
                    OrderHistoryData data = new OrderHistoryData(user, told.orders, null);
                    topic.send(new WsMessage.OrderHistory(data).text(), nowMs, true);
                }
            }
            default -> {
                // notifications and the TWAP channels have no news: the sandbox sends none and runs no TWAP
            }
        }
    }

    private static void userEvents(Topic topic, News told, long nowMs) {
        if (!told.fills.isEmpty()) {
            topic.send(new WsMessage.User(new UserEvent.Fills(told.fills)).text(), nowMs, true);
        }
        told.events.forEach(event -> topic.send(new WsMessage.User(event).text(), nowMs, true));
        if (!told.cancels.isEmpty()) {
            topic.send(new WsMessage.User(new UserEvent.NonUserCancel(told.cancels)).text(), nowMs, true);
        }
    }

    private static String user(Topic topic) {
        return TopicWriter.user(topic.subscription()).orElse("");
    }

    private static MarketId id(String coin) {
        return new MarketId(coin);
    }

    private News news(Account account) {
        return news.computeIfAbsent(account.address().hex(), _ -> new News());
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        if (topics.isEmpty()) {
            return;
        }
        News told = news(account);
        told.updates.add(accounts.orderUpdate(order));
        told.orders.add(accounts.historicalOrder(account, order));
        if (byVenue && isCancel(order.status())) {
            told.cancels.add(new UserEvent.CanceledOrder(order.market().coin(), order.oid()));
        }
    }

    private static boolean isCancel(OrderStatus status) {
        return switch (status) {
            case MARGIN_CANCELED, SELF_TRADE_CANCELED, SIBLING_FILLED_CANCELED, LIQUIDATED_CANCELED, SCHEDULED_CANCEL ->
                true;
            case OPEN,
                    FILLED,
                    CANCELED,
                    TRIGGERED,
                    REJECTED,
                    REDUCE_ONLY_CANCELED,
                    TICK_REJECTED,
                    MIN_TRADE_NTL_REJECTED,
                    PERP_MARGIN_REJECTED,
                    REDUCE_ONLY_REJECTED,
                    BAD_ALO_PX_REJECTED,
                    IOC_CANCEL_REJECTED,
                    BAD_TRIGGER_PX_REJECTED,
                    MARKET_ORDER_NO_LIQUIDITY_REJECTED,
                    ORACLE_REJECTED,
                    TOO_MANY_OPEN_ORDERS_REJECTED -> false;
        };
    }

    @Override
    public void onExecution(Account account, Records.Execution execution) {
        if (!topics.isEmpty()) {
            news(account).fills.add(accounts.fill(execution));
        }
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        if (!topics.isEmpty()) {
            News told = news(account);
            UserFundingItem item = history.fundingItem(funding);
            told.fundings.add(item);
            told.events.add(
                    new UserEvent.Funding(item.time(), item.coin(), item.usdc(), item.szi(), item.fundingRate()));
        }
    }

    @Override
    public void onLedger(Account account, Records.LedgerEntry entry) {
        if (!topics.isEmpty()) {
            news(account).ledger.add(history.ledgerUpdate(account, entry));
        }
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        if (!topics.isEmpty()) {
            BigDecimal notional = Decimals.of(liquidation.notional());
            news(account)
                    .events
                    .add(new UserEvent.Liquidation(
                            liquidation.id(),
                            account.address().hex(),
                            account.address().hex(),
                            notional,
                            Decimals.of(liquidation.accountValue())));
        }
    }

    @Override
    public void onPrint(Market market, Records.Print print) {
        if (!topics.isEmpty()) {
            trades.computeIfAbsent(market.id(), _ -> new ArrayList<>()).add(markets.trade(print));
        }
    }

    @Override
    public void onBook(Market market) {
        books.add(market.id());
    }

    @Override
    public void onContext(Market market) {
        contexts.add(market.id());
    }
}
