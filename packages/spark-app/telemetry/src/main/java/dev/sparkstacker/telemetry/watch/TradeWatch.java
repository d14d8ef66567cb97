package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.util.Map;
import java.util.TreeMap;

/** Round trips: counted, summed and told. */
final class TradeWatch {
    private static final String COMPONENT = "portfolio";

    private final Outlet out;
    private final LegBook legs;
    private final LegConfigs configs;
    private final Map<LegId, Double> closedPercent = new TreeMap<>();

    TradeWatch(Outlet out, LegBook legs) {
        this.out = out;
        this.legs = legs;
        this.configs = new LegConfigs(out.config());
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
        out.meters().account.realized.labelValues(strategy, leg).inc(Figures.metered(trade.netPnl()));
        LegConfig config = configs.of(trade.leg());
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
}
