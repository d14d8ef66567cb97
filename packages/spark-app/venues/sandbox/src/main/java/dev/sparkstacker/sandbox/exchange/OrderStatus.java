package dev.sparkstacker.sandbox.exchange;

/** Where an order stands, with the venue's spelling. */
public enum OrderStatus {
    OPEN("open"),
    FILLED("filled"),
    CANCELED("canceled"),
    TRIGGERED("triggered"),
    REJECTED("rejected"),
    MARGIN_CANCELED("marginCanceled"),
    SELF_TRADE_CANCELED("selfTradeCanceled"),
    REDUCE_ONLY_CANCELED("reduceOnlyCanceled"),
    SIBLING_FILLED_CANCELED("siblingFilledCanceled"),
    LIQUIDATED_CANCELED("liquidatedCanceled"),
    SCHEDULED_CANCEL("scheduledCancel"),
    TICK_REJECTED("tickRejected"),
    MIN_TRADE_NTL_REJECTED("minTradeNtlRejected"),
    PERP_MARGIN_REJECTED("perpMarginRejected"),
    REDUCE_ONLY_REJECTED("reduceOnlyRejected"),
    BAD_ALO_PX_REJECTED("badAloPxRejected"),
    IOC_CANCEL_REJECTED("iocCancelRejected"),
    BAD_TRIGGER_PX_REJECTED("badTriggerPxRejected"),
    MARKET_ORDER_NO_LIQUIDITY_REJECTED("marketOrderNoLiquidityRejected"),
    ORACLE_REJECTED("oracleRejected"),
    PERP_MAX_POSITION_REJECTED("perpMaxPositionRejected"),
    TOO_MANY_OPEN_ORDERS_REJECTED("tooManyOpenOrdersRejected");

    private final String text;

    OrderStatus(String text) {
        this.text = text;
    }

    /** The venue's spelling. */
    public String text() {
        return text;
    }

    /** Whether the order can still fill. */
    public boolean isLive() {
        return this == OPEN || this == TRIGGERED;
    }

    /** Finds a status by the venue's spelling. @throws IllegalArgumentException if there is none */
    public static OrderStatus of(String text) {
        for (OrderStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Not an order status: '" + text + "'");
    }
}
