package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.ws.Subscription;
import java.util.ArrayList;
import java.util.List;

/** What is subscribed on each kind of connection. */
final class Subscriptions {
    private Subscriptions() {}

    static List<Subscription> of(List<MarketFeed> feeds) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (MarketFeed feed : feeds) {
            String coin = feed.market().coin();
            subscriptions.add(new Subscription.Bbo(coin));
            subscriptions.add(new Subscription.ActiveAssetCtx(coin));
            for (Interval interval : feed.intervals()) {
                subscriptions.add(new Subscription.Candle(coin, interval.code()));
            }
            if (feed.bookDepth() > 0) {
                subscriptions.add(new Subscription.L2Book(coin, null, null, null));
            }
            if (feed.trades()) {
                subscriptions.add(new Subscription.Trades(coin));
            }
        }
        return subscriptions;
    }

    static List<Subscription> of(Address user) {
        return List.of(
                new Subscription.OrderUpdates(user.text()),
                new Subscription.UserFills(user.text(), null),
                new Subscription.UserEvents(user.text()),
                new Subscription.UserFundings(user.text()),
                new Subscription.UserNonFundingLedgerUpdates(user.text()));
    }
}
