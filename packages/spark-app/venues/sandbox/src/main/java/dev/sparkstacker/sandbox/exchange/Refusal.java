package dev.sparkstacker.sandbox.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why an order was refused.
 *
 * @param text the venue's text, without the asset suffix
 * @param status the status the order gets in the history, or null for a malformed order, which gets no id at all
 */
record Refusal(String text, @Nullable OrderStatus status) {
    static final Refusal ZERO_SIZE = new Refusal("Order has zero size.", null);
    static final Refusal INVALID_SIZE = new Refusal("Order has invalid size.", null);
    static final Refusal INVALID_PRICE = new Refusal("Order has invalid price.", null);
    static final Refusal TICK = new Refusal("Price must be divisible by tick size.", OrderStatus.TICK_REJECTED);
    static final Refusal MARGIN = new Refusal("Insufficient margin to place order.", OrderStatus.PERP_MARGIN_REJECTED);
    static final Refusal REDUCE_ONLY =
            new Refusal("Reduce only order would increase position.", OrderStatus.REDUCE_ONLY_REJECTED);
    static final Refusal IOC_CANCEL = new Refusal(
            "Order could not immediately match against any resting orders.", OrderStatus.IOC_CANCEL_REJECTED);
    static final Refusal NO_LIQUIDITY =
            new Refusal("No liquidity available for market order.", OrderStatus.MARKET_ORDER_NO_LIQUIDITY_REJECTED);
    static final Refusal BAD_TRIGGER = new Refusal("Invalid TP/SL price.", OrderStatus.BAD_TRIGGER_PX_REJECTED);
    static final Refusal PRICE_BAND = new Refusal(
            "Order price cannot be more than 95% away from the reference price", OrderStatus.ORACLE_REJECTED);
    static final Refusal TOO_MANY_OPEN =
            new Refusal("Too many open orders.", OrderStatus.TOO_MANY_OPEN_ORDERS_REJECTED);

    static final Refusal MARGIN_TIER = new Refusal(
            "Order would cause position to exceed margin tier limit at current leverage",
            OrderStatus.PERP_MAX_POSITION_REJECTED);
    static final Refusal POST_ONLY_PERIOD =
            new Refusal("Only post-only orders allowed immediately after network upgrade", OrderStatus.REJECTED);
    static final Refusal HALTED = new Refusal("Trading is halted.", OrderStatus.REJECTED);

    static Refusal minNotional(String usd) {
        return new Refusal("Order must have minimum value of $" + usd + ".", OrderStatus.MIN_TRADE_NTL_REJECTED);
    }

    static Refusal badAlo(String bid, String ask) {
        return new Refusal(
                "Post only order would have immediately matched, bbo was " + bid + "@" + ask + ".",
                OrderStatus.BAD_ALO_PX_REJECTED);
    }

    /** The text as the live venue sends it. */
    String textFor(int assetId) {
        return text + " asset=" + assetId;
    }
}
