package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.WsMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
final class Broadcaster extends News {
    private static final long BOOK_EVERY_MS = 500;
    private static final long CONTEXT_EVERY_MS = 1_000;
    private static final long STATE_EVERY_MS = 5_000;

    private final TopicWriter writer;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    /** Whether a topic has something to say whose time has not come, or is told whole from time to time. */
    private boolean isAnyWaiting;

    Broadcaster(MarketViews markets, AccountViews accounts, HistoryViews history, TopicWriter writer) {
        super(markets, accounts, history);
        this.writer = writer;
    }

    @Override
    boolean isHeard() {
        return !topics.isEmpty();
    }

    /** The topic with this key, made where nobody holds it yet. */
    Topic topic(String key, Subscription subscription) {
        isAnyWaiting = true;
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
        if (isAnyWaiting || hasNews()) {
            isAnyWaiting = false;
            List.copyOf(topics.values()).forEach(topic -> flush(topic, nowMs));
        }
        forget();
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
                boolean changed = contexts.contains(id(ask.coin())) || accounts.containsKey(topic.user());
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
                    Subscription.AllDexsClearinghouseState _ -> {
                onChange(topic, true, STATE_EVERY_MS, nowMs);
                isAnyWaiting = true;
            }
            default -> {
                AccountNews told = accounts.get(topic.user());
                if (told != null) {
                    told.messages(topic.subscription(), topic.user())
                            .forEach(message -> topic.send(message.text(), nowMs, true));
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
        isAnyWaiting |= topic.isDirty();
    }

    private static MarketId id(String coin) {
        return new MarketId(coin);
    }
}
