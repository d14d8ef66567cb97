package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Tells of events on their way to the engine what no output tells: feeds, readings that failed, operators' requests,
 * margin and liquidation prices. Called by whatever publishes events, on its thread; safe for any.
 */
public final class EventTelemetry {
    private static final String CONNECTOR = "connector";

    private final Outlet out;

    /** Makes it. */
    EventTelemetry(Outlet out) {
        this.out = out;
    }

    /** Takes note of an event. */
    public void observe(Event event) {
        switch (event) {
            case MarketEvent market -> market(market);
            case AccountEvent account -> account(account);
            case AnswerEvent answer -> answer(answer);
            case OperatorEvent operator -> operator(operator);
            case SignalEvent signal -> signal(signal);
            case SystemEvent system -> system(system);
        }
    }

    private void market(MarketEvent event) {
        LogContext context = LogContext.of(CONNECTOR).market(event.market());
        switch (event) {
            case MarketEvent.BestBidOffer quote -> book(context, quote.bid(), quote.ask());
            case MarketEvent.BookChanged book ->
                book(
                        context,
                        book.bids().isEmpty() ? null : book.bids().getFirst().price(),
                        book.asks().isEmpty() ? null : book.asks().getFirst().price());
            case MarketEvent.CandleChanged candle -> candle(context, candle);
            case MarketEvent.CandlesRead read ->
                write(
                        LogEvent.CANDLE_BACKFILL,
                        context,
                        "Read " + read.bars().size() + " closed bars",
                        field("interval", read.interval().code()),
                        field("bars", read.bars().size()),
                        field("upTo", Figures.time(read.upToMs())));
            case MarketEvent.CandlesUnread unread ->
                write(
                        LogEvent.CANDLE_HISTORY_UNREAD,
                        context,
                        "History could not be read: " + unread.detail(),
                        field("interval", unread.interval().code()),
                        field("detail", unread.detail()));
            case MarketEvent.FeedDegraded degraded -> degraded(context, degraded);
            case MarketEvent.FeedRestored restored -> {
                out.meters()
                        .venue
                        .feedDegraded
                        .labelValues(restored.market().symbol())
                        .set(0);
                write(LogEvent.FEED_RESTORED, context, "Feed is whole again");
            }
            case MarketEvent.InstrumentListed _, MarketEvent.TradePrinted _, MarketEvent.ContextChanged _ -> {}
        }
    }

    private void book(LogContext context, @Nullable Price bid, @Nullable Price ask) {
        if (out.log().writes(LogEvent.ORDER_BOOK_UPDATE)) {
            write(LogEvent.ORDER_BOOK_UPDATE, context, bid + " / " + ask, field("bid", bid), field("ask", ask));
        }
    }

    private void candle(LogContext context, MarketEvent.CandleChanged candle) {
        if (out.log().writes(LogEvent.CANDLE_UPDATE)) {
            write(
                    LogEvent.CANDLE_UPDATE,
                    context,
                    "Bar at " + candle.bar().close(),
                    field("interval", candle.interval().code()),
                    field("barTime", Figures.time(candle.bar().openTimeMs())),
                    field("close", candle.bar().close()));
        }
    }

    private void degraded(LogContext context, MarketEvent.FeedDegraded degraded) {
        String market = degraded.market().symbol();
        out.meters().venue.feedDegraded.labelValues(market).set(1);
        out.meters()
                .venue
                .feedFaults
                .labelValues(market, degraded.fault().name())
                .inc();
        write(
                LogEvent.FEED_DEGRADED,
                context,
                "Feed is not to be trusted: " + degraded.fault() + " " + degraded.detail(),
                field("fault", degraded.fault()),
                field("detail", degraded.detail()));
    }

    private void account(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountRead read -> margin(read);
            case AccountEvent.AccountUnread unread -> {
                out.meters()
                        .account
                        .unreadAccounts
                        .labelValues(unread.account().name())
                        .inc();
                write(
                        LogEvent.ACCOUNT_READ_FAILED,
                        LogContext.of(CONNECTOR),
                        "Account could not be read: " + unread.detail(),
                        field("account", unread.account()),
                        field("detail", unread.detail()));
            }
            case AccountEvent.LiquidationReported liquidation ->
                write(
                        LogEvent.LIQUIDATION,
                        LogContext.of(CONNECTOR),
                        "The venue liquidates " + liquidation.account() + ": " + liquidation.liquidatedNotional()
                                + " USD",
                        field("account", liquidation.account()),
                        field("liquidatedNotional", liquidation.liquidatedNotional()),
                        field("accountValue", liquidation.accountValue()));
            case AccountEvent.MoneyMoved moved ->
                write(
                        LogEvent.MONEY_MOVED,
                        LogContext.of(CONNECTOR),
                        moved.kind() + " of " + moved.amount() + " USD on " + moved.account(),
                        field("account", moved.account()),
                        field("kind", moved.kind()),
                        field("amount", moved.amount()),
                        field("moveId", moved.moveId()),
                        field("movedAt", Figures.time(moved.movedAtMs())));
            case AccountEvent.FillReceived _,
                    AccountEvent.OrderUpdated _,
                    AccountEvent.FundingPaid _,
                    AccountEvent.RateLimited _ -> {}
        }
    }

    /** Sets margin and liquidation of every configured leg on the account; a flat one has none. */
    private void margin(AccountEvent.AccountRead read) {
        for (StrategyConfig strategy : out.config().strategies()) {
            for (MarketId market : strategy.markets()) {
                for (LegRole role : LegRole.values()) {
                    if (read.account().equals(account(strategy, role))) {
                        margin(Labels.positionId(read.account(), market, role), read, market);
                    }
                }
            }
        }
    }

    private void margin(String positionId, AccountEvent.AccountRead read, MarketId market) {
        out.meters().account.marginRatio.remove(out.venue(), positionId);
        out.meters().account.liquidationPrice.remove(out.venue(), positionId);
        for (VenuePosition position : read.positions()) {
            if (position.market().equals(market)) {
                margin(positionId, position);
            }
        }
    }

    private void margin(String positionId, VenuePosition position) {
        double cost = position.size().abs().toDouble() * position.entryPrice().toDouble();
        double value = cost + position.size().signum() * Figures.metered(position.unrealizedPnl());
        if (value > 0) {
            out.meters()
                    .account
                    .marginRatio
                    .labelValues(out.venue(), positionId)
                    .set(Figures.metered(position.marginUsed()) / value);
        }
        if (position.liquidationPrice() != null) {
            out.meters()
                    .account
                    .liquidationPrice
                    .labelValues(out.venue(), positionId)
                    .set(position.liquidationPrice().toDouble());
        }
    }

    private static @Nullable AccountId account(StrategyConfig strategy, LegRole role) {
        HedgeConfig hedge = strategy.hedge();
        return switch (role) {
            case MAIN -> strategy.main().account();
            case HEDGE -> hedge == null ? null : hedge.leg().account();
        };
    }

    private void answer(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.CancelRejected rejected ->
                cancelFailed(rejected.account(), rejected.order(), rejected.venueReason());
            case AnswerEvent.CancelUnanswered unanswered ->
                cancelFailed(unanswered.account(), unanswered.order(), "no answer: " + unanswered.detail());
            case AnswerEvent.LeverageUnconfirmed unconfirmed ->
                write(
                        LogEvent.LEVERAGE_UNCONFIRMED,
                        LogContext.of(CONNECTOR).market(unconfirmed.market()),
                        "Leverage is not confirmed: " + unconfirmed.detail(),
                        field("account", unconfirmed.account()),
                        field("reason", unconfirmed.detail()));
            case AnswerEvent.OrderResting _,
                    AnswerEvent.OrderExecuted _,
                    AnswerEvent.OrderRejected _,
                    AnswerEvent.OrderUnanswered _,
                    AnswerEvent.CancelAccepted _,
                    AnswerEvent.LeverageConfirmed _,
                    AnswerEvent.OrderStatusRead _,
                    AnswerEvent.OrderStatusUnread _ -> {}
        }
    }

    private void cancelFailed(AccountId account, Object order, String reason) {
        write(
                LogEvent.ORDER_CANCELLATION_FAILED,
                LogContext.of(CONNECTOR),
                "Cancel not done: " + reason,
                field("orderId", order),
                field("account", account),
                field("reason", reason));
    }

    private void operator(OperatorEvent event) {
        LogContext context = LogContext.of("control");
        switch (event) {
            case OperatorEvent.HaltRequested halt -> requested(event, context, "halt", field("reason", halt.reason()));
            case OperatorEvent.ResumeRequested resume ->
                requested(event, context, "resume", field("reason", resume.reason()));
            case OperatorEvent.CloseRequested close ->
                requested(event, context.market(close.market()), "close", field("fraction", close.fraction()));
            case OperatorEvent.FlattenRequested flatten ->
                requested(event, context, "flatten", field("reason", flatten.reason()));
            case OperatorEvent.StopRequested stop ->
                requested(event, context, "stop", field("flatten", stop.flatten()));
            case OperatorEvent.PartialHaltRequested halt ->
                requested(event, context, "halt", field("scope", halt.scope()), field("reason", halt.reason()));
            case OperatorEvent.PartialResumeRequested resume ->
                requested(event, context, "resume", field("scope", resume.scope()), field("reason", resume.reason()));
            case OperatorEvent.BreakerResetRequested reset ->
                requested(event, context, "reset", field("breaker", reset.breaker()), field("reason", reset.reason()));
        }
    }

    private void requested(OperatorEvent event, LogContext context, String action, Field... details) {
        Field[] fields = new Field[details.length + 3];
        fields[0] = field("requestId", event.requestId());
        fields[1] = field("operator", event.operator());
        fields[2] = field("action", action);
        System.arraycopy(details, 0, fields, 3, details.length);
        write(LogEvent.OPERATOR_REQUESTED, context, event.operator() + " asks: " + action, fields);
    }

    private void signal(SignalEvent event) {
        switch (event) {
            case SignalEvent.SignalReceived signal ->
                write(
                        LogEvent.OPERATOR_REQUESTED,
                        LogContext.of("control").strategy(signal.strategy()).market(signal.market()),
                        signal.source() + " signals: " + signal.action(),
                        field("requestId", signal.requestId()),
                        field("operator", signal.source()),
                        field("action", "signal " + signal.action()),
                        field("reason", signal.signalId() + " of " + Figures.time(signal.sentAtMs())));
        }
    }

    private void system(SystemEvent event) {
        switch (event) {
            case SystemEvent.FaultReported fault ->
                write(
                        LogEvent.FAULT_REPORTED,
                        LogContext.of(fault.component()),
                        fault.detail(),
                        field("component", fault.component()),
                        field("haltEntries", fault.haltEntries()),
                        field("detail", fault.detail()));
            case SystemEvent.EpochStarted _,
                    SystemEvent.Configured _,
                    SystemEvent.ClockTicked _,
                    SystemEvent.Connected _,
                    SystemEvent.Disconnected _,
                    SystemEvent.FrameMalformed _ -> {}
        }
    }

    private void write(LogEvent event, LogContext context, String message, Field... fields) {
        out.log().event(event, context, message, fields);
    }
}
