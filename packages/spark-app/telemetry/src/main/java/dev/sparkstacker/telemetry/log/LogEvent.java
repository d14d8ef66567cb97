package dev.sparkstacker.telemetry.log;

import java.util.List;
import java.util.Locale;

/** Every event a log line can carry, the same as {@code log-events.json}; meanings and fields are documented there. */
public enum LogEvent {
    ORDER_PLACEMENT_INITIATED(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "orderId account leg purpose side size price orderType timeInForce reduceOnly dryRun",
            "triggerPrice"),
    ORDER_PLACEMENT_SUCCESS(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "orderId account leg purpose side size price filledSize status",
            "exchangeOrderId avgFillPrice latency"),
    ORDER_PLACEMENT_FAILED(
            Category.TRADING, Level.ERROR, true, 1, "orderId account leg purpose side size price reason", ""),
    ORDER_UNKNOWN(Category.TRADING, Level.WARNING, true, 1, "orderId account leg purpose reason", ""),
    ORDER_ABSENT(Category.TRADING, Level.WARNING, true, 1, "orderId account leg purpose reason", ""),
    ORDER_TRIGGERED(
            Category.TRADING, Level.INFO, true, 1, "orderId account leg purpose", "exchangeOrderId triggerPrice"),
    ORDER_FILL(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "exchangeOrderId account side fillSize bookedSize fillPrice fee tradeId liquidity liquidation filledAt",
            "orderId leg"),
    ORDER_CANCELLATION_INITIATED(Category.TRADING, Level.INFO, true, 1, "account", "orderId exchangeOrderId"),
    ORDER_CANCELLATION_SUCCESS(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "orderId account leg purpose filledSize reason",
            "exchangeOrderId avgFillPrice"),
    ORDER_CANCELLATION_FAILED(Category.TRADING, Level.WARNING, true, 1, "orderId account reason", ""),
    STOP_LOSS_UPDATED(Category.TRADING, Level.INFO, true, 1, "account leg newStopLoss", "oldStopLoss reason"),
    TAKE_PROFIT_UPDATED(Category.TRADING, Level.INFO, true, 1, "account leg newTakeProfit", "oldTakeProfit reason"),
    STOP_LOSS_HIT(Category.TRADING, Level.INFO, true, 1, "account leg fillPrice pnl pnlPercent", "stopLoss"),
    TAKE_PROFIT_HIT(Category.TRADING, Level.INFO, true, 1, "account leg fillPrice pnl pnlPercent", "takeProfitPrice"),
    POSITION_OPENED(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "account leg direction size dryRun",
            "entryPrice stopLoss takeProfit"),
    POSITION_INCREASED(Category.TRADING, Level.INFO, true, 1, "account leg direction size addedSize", "entryPrice"),
    POSITION_PROTECTED(Category.TRADING, Level.INFO, true, 1, "account leg direction size", "stopLoss takeProfit"),
    PARTIAL_EXIT(Category.TRADING, Level.INFO, true, 1, "account leg direction closedSize remainingSize", "reason"),
    POSITION_CLOSED(
            Category.TRADING,
            Level.INFO,
            true,
            1,
            "account leg direction size entryPrice exitPrice grossPnl fees funding pnl pnlPercent reason duration"
                    + " dryRun",
            ""),
    LEG_STATE_CHANGED(Category.TRADING, Level.DEBUG, false, 1, "account leg state size", "reason"),
    FUNDING_PAID(Category.TRADING, Level.INFO, true, 1, "account amount rate paidAt", "leg"),
    SIGNAL_GENERATED(
            Category.STRATEGY, Level.INFO, false, 1, "direction verdict strength price barTime interval values", ""),
    ENTRY_CONDITION_MET(Category.STRATEGY, Level.INFO, false, 1, "direction conditions", ""),
    EXIT_CONDITION_TRIGGERED(Category.STRATEGY, Level.INFO, false, 1, "exitType conditions", "direction"),
    NO_TRADE(Category.STRATEGY, Level.INFO, false, 1, "reason price barTime interval conditions values", "direction"),
    STRATEGY_WARMING_UP(Category.STRATEGY, Level.DEBUG, false, 1, "price barTime interval", "reason"),
    INDICATOR_VALUES(Category.STRATEGY, Level.DEBUG, false, 20, "interval barTime values", ""),
    STOCHASTIC_CALCULATED(Category.STRATEGY, Level.DEBUG, false, 20, "interval barTime values", ""),
    SIGNAL_NEAR_MISS(Category.STRATEGY, Level.INFO, false, 1, "direction missingComponent conditions values", ""),
    EMBEDDED_STREAK_DETECTED(Category.STRATEGY, Level.INFO, false, 1, "streakType streakCount trendK action", ""),
    COOLDOWN_TRIGGERED(Category.STRATEGY, Level.INFO, false, 1, "reason cooldownBars until", ""),
    COOLDOWN_EXPIRED(Category.STRATEGY, Level.INFO, false, 1, "until", ""),
    BAR_REVISED(Category.STRATEGY, Level.WARNING, false, 1, "interval barTime closeBefore closeAfter", ""),
    RISK_CHECK_PASSED(Category.RISK, Level.DEBUG, false, 1, "account leg orderId direction size", ""),
    POSITION_SIZE_CALCULATED(
            Category.RISK,
            Level.DEBUG,
            false,
            1,
            "account leg direction size notional checks",
            "wished caps riskLeft denial"),
    CIRCUIT_BREAKER_TRIGGERED(
            Category.RISK, Level.CRITICAL, true, 1, "breaker scope name value threshold action", "reason"),
    CIRCUIT_BREAKER_RESET(Category.RISK, Level.WARNING, true, 1, "breaker scope name value threshold who", "reason"),
    CIRCUIT_BREAKER_CHANGED(Category.RISK, Level.WARNING, true, 1, "breaker scope name from to value threshold", ""),
    DAILY_LOSS_LIMIT_APPROACHING(Category.RISK, Level.WARNING, true, 1, "scope value threshold", ""),
    DAILY_LOSS_LIMIT_REACHED(Category.RISK, Level.CRITICAL, true, 1, "scope value threshold action", ""),
    KILL_SWITCH_CHANGED(Category.RISK, Level.WARNING, true, 1, "scope pulled reason who", ""),
    HALT_CHECKED(Category.RISK, Level.WARNING, true, 1, "account scope action stage found", ""),
    RISK_CHECK_FAILED(Category.RISK, Level.WARNING, true, 1, "account leg direction failedCheck value limit", ""),
    POSITION_SIZE_REJECTED(Category.RISK, Level.WARNING, true, 1, "account leg direction reason value limit", ""),
    TRADING_STATE_CHANGED(Category.RISK, Level.WARNING, true, 1, "state reason who", "previousState"),
    RECONCILIATION_CLEAN(Category.RISK, Level.DEBUG, false, 1, "account", "detail"),
    RECONCILIATION_DIFFERENCES(Category.RISK, Level.WARNING, true, 1, "account differences detail", ""),
    LEVERAGE_CONFIRMED(Category.RISK, Level.INFO, true, 1, "account leverage marginMode", ""),
    LEVERAGE_UNCONFIRMED(Category.RISK, Level.WARNING, true, 1, "account reason", ""),
    EQUITY_MARKED(Category.RISK, Level.DEBUG, false, 1, "account accountValue withdrawable unrealizedPnl", ""),
    GUARD_TOOK_OVER(Category.RISK, Level.CRITICAL, true, 1, "action reason", ""),
    GUARD_ACTED(Category.RISK, Level.WARNING, true, 1, "account what answer", ""),
    GUARD_UNREAD(Category.RISK, Level.ERROR, true, 1, "account detail", ""),
    GUARD_VERIFIED(Category.RISK, Level.WARNING, true, 1, "account action found", ""),
    EGRESS_HELD_BACK(Category.RISK, Level.WARNING, true, 1, "act", ""),
    LIQUIDATION(Category.RISK, Level.CRITICAL, true, 1, "account liquidatedNotional accountValue", ""),
    MONEY_MOVED(Category.RISK, Level.INFO, true, 1, "account kind amount moveId movedAt", ""),
    INCIDENT_RAISED(Category.RISK, Level.WARNING, true, 1, "code severity", "account"),
    WEBSOCKET_CONNECTION_INITIATED(Category.CONNECTOR, Level.DEBUG, false, 1, "connection", ""),
    WEBSOCKET_CONNECTED(Category.CONNECTOR, Level.INFO, false, 1, "connection", ""),
    WEBSOCKET_DISCONNECTED(Category.CONNECTOR, Level.WARNING, false, 1, "connection reason retryIn", ""),
    WEBSOCKET_RECONNECTION_SUCCESS(
            Category.CONNECTOR, Level.INFO, false, 1, "connection attemptNumber totalDowntime", ""),
    WEBSOCKET_RECONNECTION_FAILED(
            Category.CONNECTOR, Level.ERROR, false, 1, "connection attemptNumber error retryIn", ""),
    WEBSOCKET_MESSAGE_RECEIVED(Category.CONNECTOR, Level.TRACE, false, 100, "connection messageType messageSize", ""),
    WEBSOCKET_COMPLAINT(Category.CONNECTOR, Level.WARNING, false, 1, "connection text", ""),
    FRAME_DROPPED(Category.CONNECTOR, Level.DEBUG, false, 10, "connection channel reason", ""),
    FRAME_MALFORMED(Category.CONNECTOR, Level.WARNING, false, 1, "connection reason detail", ""),
    API_CALL_INITIATED(Category.CONNECTOR, Level.TRACE, false, 1, "method endpoint weight attempt", ""),
    API_CALL_SUCCESS(Category.CONNECTOR, Level.DEBUG, false, 1, "method endpoint weight attempt", ""),
    API_CALL_FAILED(Category.CONNECTOR, Level.ERROR, false, 1, "method endpoint outcome attempt error", ""),
    API_RATE_LIMIT_WARNING(Category.CONNECTOR, Level.WARNING, false, 1, "endpoint remainingRequests limit waiting", ""),
    API_RATE_LIMIT_EXCEEDED(Category.CONNECTOR, Level.ERROR, false, 1, "endpoint attempt error", ""),
    ACT_FINISHED(Category.CONNECTOR, Level.DEBUG, false, 1, "account action accepted detail", ""),
    AGENT_EXPIRES_SOON(Category.CONNECTOR, Level.WARNING, false, 1, "account agent validUntil", ""),
    CLOCK_PROBED(Category.CONNECTOR, Level.DEBUG, false, 1, "skew rate roundTripMicros", ""),
    FEED_DEGRADED(Category.CONNECTOR, Level.WARNING, false, 1, "fault detail", ""),
    FEED_RESTORED(Category.CONNECTOR, Level.INFO, false, 1, "", ""),
    ORDER_BOOK_UPDATE(Category.CONNECTOR, Level.TRACE, false, 100, "", "bid ask"),
    CANDLE_UPDATE(Category.CONNECTOR, Level.DEBUG, false, 10, "interval barTime close", ""),
    CANDLE_BACKFILL(Category.CONNECTOR, Level.INFO, false, 1, "interval bars upTo", ""),
    CANDLE_HISTORY_UNREAD(Category.CONNECTOR, Level.WARNING, false, 1, "interval detail", ""),
    ACCOUNT_READ_FAILED(Category.CONNECTOR, Level.WARNING, false, 1, "account detail", ""),
    APPLICATION_STARTING(Category.SYSTEM, Level.INFO, false, 1, "version commit configHash dataDir", ""),
    APPLICATION_READY(Category.SYSTEM, Level.INFO, false, 1, "startupMs", ""),
    APPLICATION_STOPPING(Category.SYSTEM, Level.INFO, false, 1, "reason", ""),
    APPLICATION_STOPPED(Category.SYSTEM, Level.INFO, false, 1, "uptimeMs", ""),
    CONFIG_LOADED(Category.SYSTEM, Level.INFO, false, 1, "configHash strategies accounts", "warnings"),
    EPOCH_BEGAN(Category.SYSTEM, Level.INFO, false, 1, "run epoch build configHash", ""),
    ENGINE_CONNECTION_CHANGED(Category.SYSTEM, Level.DEBUG, false, 1, "connection up detail", ""),
    FAULT_REPORTED(Category.SYSTEM, Level.ERROR, false, 1, "component haltEntries detail", ""),
    ERROR_OCCURRED(Category.SYSTEM, Level.ERROR, false, 1, "errorName errorMessage", "context"),
    UNHANDLED_EXCEPTION(Category.SYSTEM, Level.CRITICAL, false, 1, "errorName errorMessage thread", ""),
    UNHANDLED_REJECTION(Category.SYSTEM, Level.CRITICAL, false, 1, "errorName errorMessage task", ""),
    DATABASE_QUERY_INITIATED(Category.SYSTEM, Level.TRACE, false, 1, "operation table", ""),
    DATABASE_QUERY_SUCCESS(Category.SYSTEM, Level.TRACE, false, 1, "operation table rowsAffected", ""),
    DATABASE_QUERY_FAILED(Category.SYSTEM, Level.ERROR, false, 1, "operation table", ""),
    DISK_SPACE_OK(Category.SYSTEM, Level.INFO, false, 1, "partition usagePercent", ""),
    DISK_SPACE_WARNING(Category.SYSTEM, Level.WARNING, false, 1, "partition usagePercent threshold freeBytes", ""),
    DISK_SPACE_CRITICAL(Category.SYSTEM, Level.CRITICAL, false, 1, "partition usagePercent threshold freeBytes", ""),
    DISK_SPACE_UNREAD(Category.SYSTEM, Level.ERROR, false, 1, "partition", ""),
    LOG_SUMMARY(Category.SYSTEM, Level.INFO, false, 1, "suppressed", ""),
    LOG_WRITE_FAILED(Category.SYSTEM, Level.ERROR, false, 1, "folder lines reason", ""),
    CRASH_DUMP_WRITTEN(Category.SYSTEM, Level.CRITICAL, false, 1, "file", ""),
    CRASH_DUMP_RECONSTRUCTED(Category.SYSTEM, Level.WARNING, false, 1, "file", ""),
    WATCHDOG_STATE_CHANGED(Category.SYSTEM, Level.WARNING, true, 1, "state detail", ""),
    LATENCY_MEASURED(Category.PERFORMANCE, Level.DEBUG, false, 1, "operation latency threshold exceeded", ""),
    LATENCY_THRESHOLD_EXCEEDED(Category.PERFORMANCE, Level.WARNING, false, 1, "operation latency threshold", ""),
    MEMORY_SNAPSHOT(Category.PERFORMANCE, Level.DEBUG, false, 1, "heapUsed heapTotal", "rss"),
    MEMORY_WARNING(Category.PERFORMANCE, Level.WARNING, false, 1, "heapUsed heapTotal percentageUsed threshold", ""),
    EVENT_LOOP_LAG(Category.PERFORMANCE, Level.DEBUG, false, 1, "lag threshold", ""),
    EVENT_LOOP_LAG_CRITICAL(Category.PERFORMANCE, Level.WARNING, false, 1, "lag threshold", ""),
    OPERATOR_REQUESTED(
            Category.SECURITY,
            Level.INFO,
            true,
            1,
            "requestId operator action",
            "reason fraction flatten scope breaker"),
    OPERATOR_REQUEST_ANSWERED(Category.SECURITY, Level.INFO, true, 1, "requestId accepted answer", ""),
    HALT_KEPT(Category.SECURITY, Level.WARNING, true, 1, "request kept detail", ""),
    HTTP_ACCESS_DENIED(Category.SECURITY, Level.WARNING, true, 1, "path remote reason", ""),
    LIBRARY_LOG(Category.APP, Level.INFO, false, 1, "logger thread", "");

    private final Category category;
    private final Level level;
    private final boolean audit;
    private final int sampleEvery;
    private final String required;
    private final String optional;

    LogEvent(Category category, Level level, boolean audit, int sampleEvery, String required, String optional) {
        this.category = category;
        this.level = level;
        this.audit = audit;
        this.sampleEvery = sampleEvery;
        this.required = required;
        this.optional = optional;
    }

    /** Its name in the files. */
    public String eventName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder it is written to. */
    public Category category() {
        return category;
    }

    /** Its level unless the writer tells another. */
    public Level level() {
        return level;
    }

    /** Whether it is also written to the audit folder. */
    public boolean audit() {
        return audit;
    }

    /** One line of so many is written; 1 writes all. */
    public int sampleEvery() {
        return sampleEvery;
    }

    /** Names of the data fields every such line has. */
    public List<String> required() {
        return words(required);
    }

    /** Names of the data fields it has where they are known. */
    public List<String> optional() {
        return words(optional);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
