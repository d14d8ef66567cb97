package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Output.BarRevised;
import dev.sparkstacker.domain.output.Output.BreakerChanged;
import dev.sparkstacker.domain.output.Output.ConnectionChanged;
import dev.sparkstacker.domain.output.Output.EntryDenied;
import dev.sparkstacker.domain.output.Output.EntryJudged;
import dev.sparkstacker.domain.output.Output.EpochBegan;
import dev.sparkstacker.domain.output.Output.EquityMarked;
import dev.sparkstacker.domain.output.Output.FillBooked;
import dev.sparkstacker.domain.output.Output.FundingBooked;
import dev.sparkstacker.domain.output.Output.HaltChecked;
import dev.sparkstacker.domain.output.Output.IncidentRaised;
import dev.sparkstacker.domain.output.Output.KillSwitchChanged;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.domain.output.Output.LeverageKnown;
import dev.sparkstacker.domain.output.Output.MarketMarked;
import dev.sparkstacker.domain.output.Output.OrderChanged;
import dev.sparkstacker.domain.output.Output.Reconciled;
import dev.sparkstacker.domain.output.Output.RequestAnswered;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import dev.sparkstacker.domain.output.Output.TradingStateChanged;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.telemetry.log.Level;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns every engine output into log lines and meters. It writes files on the caller's thread: the application calls it
 * behind its output queue, never on the engine's thread.
 */
public final class OutputTelemetry implements OutputSink {
    private final Outlet out;
    private final LegBook legs;
    private final OrderWatch orderWatch;
    private final RiskWatch riskWatch;
    private final LegWatch legWatch;
    private final TradeWatch tradeWatch;
    private final StrategyWatch strategyWatch;
    private final SuperSignalWatch superSignal;
    private final CooldownWatch cooldowns;
    private final AccountWatch accountWatch;
    private volatile @Nullable TradingState state;

    /** Makes it; {@code legs} is shared with what shows positions elsewhere. */
    OutputTelemetry(Outlet out, LegBook legs) {
        this.out = out;
        this.legs = legs;
        this.orderWatch = new OrderWatch(out);
        this.riskWatch = new RiskWatch(out);
        this.legWatch = new LegWatch(out, legs);
        this.tradeWatch = new TradeWatch(out, legs);
        this.strategyWatch = new StrategyWatch(out);
        this.superSignal = new SuperSignalWatch(out);
        this.cooldowns = new CooldownWatch(out);
        this.accountWatch = new AccountWatch(out);
    }

    @Override
    public synchronized void publish(Output output) {
        switch (output) {
            case BarJudged judged -> {
                strategyWatch.judged(judged);
                if (judged.reason() != Reason.HISTORICAL_BAR) {
                    superSignal.judged(judged);
                    cooldowns.judged(judged);
                }
            }
            case EntryDenied denied -> orderWatch.denied(denied);
            case EntryJudged judged -> riskWatch.judged(judged);
            case BreakerChanged changed -> riskWatch.breaker(changed);
            case KillSwitchChanged changed -> riskWatch.killSwitch(changed);
            case HaltChecked checked -> riskWatch.halt(checked);
            case OrderChanged changed -> orderWatch.changed(changed);
            case FillBooked booked -> orderWatch.filled(booked);
            case FundingBooked funding -> accountWatch.funding(funding);
            case LegChanged leg -> legWatch.changed(leg);
            case TradeClosed trade -> {
                tradeWatch.closed(trade);
                cooldowns.closed(trade);
            }
            case EquityMarked equity -> accountWatch.equity(equity);
            case IncidentRaised incident -> incident(incident);
            case TradingStateChanged changed -> tradingState(changed);
            case RequestAnswered answered -> answered(answered);
            case MarketMarked marked -> legWatch.marked(marked);
            case Reconciled reconciled -> accountWatch.reconciled(reconciled);
            case LeverageKnown known -> accountWatch.leverage(known);
            case ConnectionChanged changed -> connection(changed);
            case BarRevised revised -> strategyWatch.revised(revised);
            case EpochBegan epoch -> epoch(epoch);
        }
    }

    /** What the engine may do, or null before it said so. */
    public @Nullable TradingState tradingState() {
        return state;
    }

    /** Takes over what processes before this one left open. */
    public void goOnFrom(List<LegChanged> open) {
        open.forEach(legWatch::goOnFrom);
    }

    /** How many legs hold a position. */
    public int openPositions() {
        return legs.open();
    }

    private void incident(IncidentRaised incident) {
        out.meters()
                .trading
                .incidents
                .labelValues(Labels.of(incident.severity()))
                .inc();
        out.log()
                .event(
                        LogEvent.INCIDENT_RAISED,
                        level(incident.severity()),
                        LogContext.of("engine", incident.cause()).market(incident.market()),
                        incident.message(),
                        field("code", incident.code()),
                        field("severity", incident.severity()),
                        field("account", incident.account()));
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.ERROR;
            case CRITICAL -> Level.CRITICAL;
        };
    }

    private void tradingState(TradingStateChanged changed) {
        TradingState before = state;
        state = changed.state();
        for (TradingState each : TradingState.values()) {
            out.meters().trading.tradingState.labelValues(Labels.of(each)).set(each == changed.state() ? 1 : 0);
        }
        double active = changed.state() == TradingState.ACTIVE ? 1 : 0;
        for (StrategyConfig strategy : out.config().strategies()) {
            for (MarketId market : strategy.markets()) {
                out.meters()
                        .strategy
                        .active
                        .labelValues(strategy.id().name(), out.venue(), market.symbol())
                        .set(active);
            }
        }
        out.log()
                .event(
                        LogEvent.TRADING_STATE_CHANGED,
                        LogContext.of("engine", changed.cause()),
                        "Trading is " + changed.state() + ": " + changed.reason() + " (" + changed.who() + ")",
                        field("state", changed.state()),
                        field("reason", changed.reason()),
                        field("who", changed.who()),
                        field("previousState", before));
    }

    private void answered(RequestAnswered answered) {
        out.log()
                .event(
                        LogEvent.OPERATOR_REQUEST_ANSWERED,
                        LogContext.of("control", answered.cause()),
                        (answered.accepted() ? "Accepted: " : "Refused: ") + answered.message(),
                        field("requestId", answered.requestId()),
                        field("accepted", answered.accepted()),
                        field("answer", answered.message()));
    }

    private void connection(ConnectionChanged changed) {
        out.log()
                .event(
                        LogEvent.ENGINE_CONNECTION_CHANGED,
                        LogContext.of("engine", changed.cause()),
                        changed.connection() + " is " + (changed.up() ? "up" : "down"),
                        field("connection", changed.connection()),
                        field("up", changed.up()),
                        field("detail", changed.detail()));
    }

    private void epoch(EpochBegan epoch) {
        out.log()
                .event(
                        LogEvent.EPOCH_BEGAN,
                        LogContext.of("engine", epoch.cause()),
                        "Run " + epoch.run() + ", start " + epoch.epoch(),
                        field("run", epoch.run()),
                        field("epoch", epoch.epoch()),
                        field("build", epoch.build()),
                        field("configHash", epoch.configHash()));
    }
}
