package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.domain.output.Output.MarketMarked;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Positions of legs: opened, grown, protected, reduced, closed. */
final class LegWatch {
    private static final String COMPONENT = "portfolio";

    private final Outlet out;
    private final LegBook legs;
    private final Map<LegId, Double> closedPercent = new TreeMap<>();

    LegWatch(Outlet out, LegBook legs) {
        this.out = out;
        this.legs = legs;
    }

    void changed(LegChanged leg) {
        LegChanged before = legs.take(leg);
        boolean told = size(leg, before);
        told |= protection(leg, before);
        if (!told) {
            write(
                    LogEvent.LEG_STATE_CHANGED,
                    leg,
                    "Leg is " + leg.state(),
                    field("state", leg.state()),
                    field("size", leg.size()),
                    field("reason", text(leg.detail())));
        }
        value(leg);
        countPositions(leg.leg().market());
    }

    void marked(MarketMarked marked) {
        legs.mark(marked.market(), marked.mark());
        for (LegChanged leg : legs.in(marked.market())) {
            value(leg);
        }
    }

    void closed(TradeClosed trade) {
        String strategy = trade.leg().strategy().name();
        String leg = Labels.leg(trade.leg().role());
        String outcome = trade.netPnl().isPositive() ? "win" : "loss";
        out.meters()
                .trading
                .closedTrades
                .labelValues(strategy, leg, trade.reason().name(), outcome)
                .inc();
        out.meters().strategy.tradeOutcomes.labelValues(strategy, outcome).inc();
        out.meters().account.realized.labelValues(strategy, leg).inc(Figures.usd(trade.netPnl()));
        LegConfig config = config(trade.leg());
        if (config != null && config.margin().isPositive()) {
            double percent = 100.0 * trade.netPnl().e8() / config.margin().e8();
            double sum = closedPercent.merge(trade.leg(), percent, Double::sum);
            out.meters().strategy.pnl.labelValues(strategy, leg).set(sum);
        }
        tellEnd(trade, leg);
    }

    private void tellEnd(TradeClosed trade, String leg) {
        LogContext context = LogContext.of(COMPONENT, trade.cause())
                .strategy(trade.leg().strategy())
                .market(trade.leg().market());
        boolean stop = trade.reason() == ExitReason.STOP_LOSS;
        if (stop || trade.reason() == ExitReason.TAKE_PROFIT) {
            LegChanged known = legs.leg(trade.leg());
            out.log()
                    .event(
                            stop ? LogEvent.STOP_LOSS_HIT : LogEvent.TAKE_PROFIT_HIT,
                            context,
                            (stop ? "Stop" : "Target") + " hit at " + trade.exitPrice(),
                            field("account", trade.account()),
                            field("leg", leg),
                            field("fillPrice", trade.exitPrice()),
                            field("pnl", trade.netPnl()),
                            field("pnlPercent", Figures.pnlPercent(trade)),
                            stop
                                    ? field("stopLoss", known == null ? null : known.stopPrice())
                                    : field("takeProfitPrice", known == null ? null : known.targetPrice()));
        }
        String direction = Labels.direction(trade.side());
        out.log()
                .event(
                        LogEvent.POSITION_CLOSED,
                        context,
                        "Closed " + direction + " " + trade.size() + " @ " + trade.exitPrice() + ", net "
                                + trade.netPnl() + " USD (" + trade.reason() + ")",
                        field("account", trade.account()),
                        field("leg", leg),
                        field("direction", direction),
                        field("size", trade.size()),
                        field("entryPrice", trade.entryPrice()),
                        field("exitPrice", trade.exitPrice()),
                        field("grossPnl", trade.grossPnl()),
                        field("fees", trade.fees()),
                        field("funding", trade.funding()),
                        field("pnl", trade.netPnl()),
                        field("pnlPercent", Figures.pnlPercent(trade)),
                        field("reason", trade.reason()),
                        field("duration", trade.closedAtMs() - trade.openedAtMs()),
                        field("dryRun", out.dryRun()));
    }

    /** Tells a change of size. A position first heard of when it is already open was restored, not opened. */
    private boolean size(LegChanged leg, @Nullable LegChanged before) {
        boolean restored = before == null && (leg.state() == LegState.OPEN || leg.state() == LegState.EXITING);
        if (leg.size().isZero() || restored) {
            return false;
        }
        SignedQuantity was = before == null ? SignedQuantity.ZERO : before.size();
        Field size = field("size", leg.size().abs());
        if (was.isZero()) {
            write(
                    LogEvent.POSITION_OPENED,
                    leg,
                    "Opened " + direction(leg) + " " + leg.size().abs() + " @ " + leg.entryPrice(),
                    field("direction", direction(leg)),
                    size,
                    field("entryPrice", leg.entryPrice()),
                    field("stopLoss", leg.stopPrice()),
                    field("takeProfit", leg.targetPrice()),
                    field("dryRun", out.dryRun()));
            return true;
        }
        long grown = leg.size().abs().e8() - was.abs().e8();
        if (grown > 0) {
            write(
                    LogEvent.POSITION_INCREASED,
                    leg,
                    "Grew to " + leg.size().abs(),
                    field("direction", direction(leg)),
                    size,
                    field("addedSize", leg.size().abs().minus(was.abs())),
                    field("entryPrice", leg.entryPrice()));
        } else if (grown < 0) {
            write(
                    LogEvent.PARTIAL_EXIT,
                    leg,
                    "Reduced to " + leg.size().abs(),
                    field("direction", direction(leg)),
                    field("closedSize", was.abs().minus(leg.size().abs())),
                    field("remainingSize", leg.size().abs()),
                    field("reason", text(leg.detail())));
        }
        return grown != 0;
    }

    private boolean protection(LegChanged leg, @Nullable LegChanged before) {
        Price stopBefore = before == null ? null : before.stopPrice();
        Price targetBefore = before == null ? null : before.targetPrice();
        boolean told = false;
        if (leg.stopPrice() != null && !leg.stopPrice().equals(stopBefore)) {
            write(
                    LogEvent.STOP_LOSS_UPDATED,
                    leg,
                    "Stop at " + leg.stopPrice(),
                    field("oldStopLoss", stopBefore),
                    field("newStopLoss", leg.stopPrice()),
                    field("reason", text(leg.detail())));
            told = true;
        }
        if (leg.targetPrice() != null && !leg.targetPrice().equals(targetBefore)) {
            write(
                    LogEvent.TAKE_PROFIT_UPDATED,
                    leg,
                    "Target at " + leg.targetPrice(),
                    field("oldTakeProfit", targetBefore),
                    field("newTakeProfit", leg.targetPrice()),
                    field("reason", text(leg.detail())));
            told = true;
        }
        if (leg.state() == LegState.OPEN && (before == null || before.state() != LegState.OPEN)) {
            write(
                    LogEvent.POSITION_PROTECTED,
                    leg,
                    "Stop and target rest at the venue",
                    field("direction", direction(leg)),
                    field("size", leg.size().abs()),
                    field("stopLoss", leg.stopPrice()),
                    field("takeProfit", leg.targetPrice()));
            told = true;
        }
        return told;
    }

    /** Sets what a leg is worth; without a mark the entry price stands in, so that a position is never shown as none. */
    private void value(LegChanged leg) {
        LegId id = leg.leg();
        String strategy = id.strategy().name();
        String market = id.market().symbol();
        String role = Labels.leg(id.role());
        double size = leg.size().abs().toDouble();
        for (Side side : Side.values()) {
            boolean held = leg.size().signum() == side.sign();
            out.meters()
                    .strategy
                    .position
                    .labelValues(strategy, out.venue(), market, role, Labels.direction(side))
                    .set(held ? size : 0);
        }
        Price entry = leg.entryPrice();
        Price mark = legs.mark(id.market());
        Price price = mark == null ? entry : mark;
        double notional = price == null ? 0 : leg.size().signum() * size * price.toDouble();
        out.meters()
                .account
                .notional
                .labelValues(leg.account().name(), market, role)
                .set(notional);
        LegConfig config = config(id);
        double percent = 0;
        if (config != null && entry != null && mark != null && !entry.isZero()) {
            double move = (mark.toDouble() - entry.toDouble()) / entry.toDouble();
            percent = 100.0 * leg.size().signum() * move * config.leverage().times();
        }
        out.meters()
                .strategy
                .pnlOpen
                .labelValues(strategy, out.venue(), market, role)
                .set(percent);
    }

    private void countPositions(MarketId market) {
        for (Side side : Side.values()) {
            long held = legs.in(market).stream()
                    .filter(leg -> leg.size().signum() == side.sign())
                    .count();
            out.meters()
                    .trading
                    .activePositions
                    .labelValues(out.venue(), market.symbol(), Labels.direction(side))
                    .set((double) held);
        }
    }

    private @Nullable LegConfig config(LegId leg) {
        for (StrategyConfig strategy : out.config().strategies()) {
            if (strategy.id().equals(leg.strategy())) {
                HedgeConfig hedge = strategy.hedge();
                return leg.role() == LegRole.MAIN ? strategy.main() : hedge == null ? null : hedge.leg();
            }
        }
        return null;
    }

    private void write(LogEvent event, LegChanged leg, String message, Field... details) {
        Field[] fields = new Field[details.length + 2];
        fields[0] = field("account", leg.account());
        fields[1] = field("leg", Labels.leg(leg.leg().role()));
        System.arraycopy(details, 0, fields, 2, details.length);
        LogContext context = LogContext.of(COMPONENT, leg.cause())
                .strategy(leg.leg().strategy())
                .market(leg.leg().market());
        out.log().event(event, context, message, fields);
    }

    private static String direction(LegChanged leg) {
        return leg.size().isShort() ? "short" : "long";
    }

    private static @Nullable String text(String detail) {
        return detail.isEmpty() ? null : detail;
    }
}
