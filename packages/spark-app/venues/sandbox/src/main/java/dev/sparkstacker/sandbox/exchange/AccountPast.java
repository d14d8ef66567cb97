package dev.sparkstacker.sandbox.exchange;

import java.util.List;

/**
 * A stored account's history, each list oldest first.
 *
 * @param ended remembered orders
 */
public record AccountPast(
        List<OrderState> ended,
        List<Records.Execution> fills,
        List<Records.Funding> fundings,
        List<LedgerEntry> ledger,
        List<TwapState> twaps) {
    /** Gives an account its orders and its past. */
    Account attach(Account account, List<OrderState> open, Venue venue) {
        for (OrderState order : ended) {
            account.orders.ended(order(order, venue));
        }
        for (OrderState stored : open) {
            Order order = order(stored, venue);
            account.orders.opened(order);
            Market market = venue.requireMarket(order.market());
            if (order.isWaitingTrigger()) {
                market.triggers.add(order);
            } else if (!order.isWaitingForParent()) {
                market.rest(order);
            }
        }
        fills.forEach(account.fills::add);
        fundings.forEach(account.fundings::add);
        ledger.forEach(account.ledger::add);
        twaps.forEach(twap -> account.twaps.put(new Twap(twap)));
        return account;
    }

    private static Order order(OrderState state, Venue venue) {
        Market market = venue.market(state.assetId());
        if (market == null) {
            throw new IllegalArgumentException(
                    "The stored order " + state.oid() + " is of asset " + state.assetId() + ", which is not listed");
        }
        return new Order(state, market.id());
    }
}
