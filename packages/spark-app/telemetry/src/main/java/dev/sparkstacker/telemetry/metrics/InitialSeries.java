package dev.sparkstacker.telemetry.metrics;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.output.Verdict;
import io.prometheus.metrics.core.metrics.StatefulMetric;
import java.util.List;

/**
 * Starts at zero every series that can be named in advance: a rate over a series that appears with its first failure
 * misses that failure. Gauges of things not yet read (equity, margin, liquidation price) stay absent: zero would be an
 * invention.
 */
final class InitialSeries {
    private static final List<String> RESULTS = List.of("success", "failure");
    private static final List<String> OUTCOMES = List.of("win", "loss");

    private final Meters meters;
    private final String exchange;

    InitialSeries(Meters meters, String exchange) {
        this.meters = meters;
        this.exchange = exchange;
    }

    void create(TradingConfig config) {
        venue();
        for (AccountConfig account : config.accounts()) {
            account(account.id());
        }
        for (StrategyConfig strategy : config.strategies()) {
            strategy(strategy);
            for (MarketId market : strategy.markets()) {
                market(market);
                strategyMarket(strategy, market);
            }
        }
    }

    private void venue() {
        for (Side side : Side.values()) {
            for (String result : RESULTS) {
                start(meters.trading.trades, result, exchange, Labels.of(side));
            }
        }
        for (String outcome :
                List.of("sent", "acked", "filled", "cancelled", "rejected", "unknown", "absent", "denied")) {
            start(meters.trading.orders, exchange, outcome);
        }
        for (String type : List.of("market", "limit")) {
            start(meters.trading.orderExecution, exchange, type);
        }
        for (TradingState state : TradingState.values()) {
            start(meters.trading.tradingState, Labels.of(state));
        }
        for (Severity severity : Severity.values()) {
            start(meters.trading.incidents, Labels.of(severity));
        }
        for (BreakerKind kind : BreakerKind.values()) {
            start(meters.trading.breakerTrips, Labels.of(kind));
        }
        start(meters.trading.killSwitches, "global");
        start(meters.trading.decisionToAck, exchange);
        start(meters.venue.lastRequest, exchange);
        start(meters.venue.complaints, exchange);
        for (String action : List.of("halt", "flatten")) {
            start(meters.guard.takeovers, action);
        }
        for (String state : List.of("off", "absent", "watching", "acting", "acted")) {
            start(meters.guard.watchdog, state);
        }
    }

    private void account(AccountId account) {
        String name = account.name();
        start(meters.trading.unknownOrders, name);
        start(meters.trading.unknownOldest, name);
        start(meters.trading.reconciliations, name, "clean");
        start(meters.trading.reconciliations, name, "different");
        start(meters.trading.reconciliationDifferences, name);
        start(meters.trading.reconciliationLast, name);
        start(meters.guard.verified, name);
        start(meters.guard.deadMansSwitch, name);
        start(meters.account.fees, name);
        start(meters.account.funding, name);
        start(meters.account.unreadAccounts, name);
    }

    private void strategy(StrategyConfig strategy) {
        String name = strategy.id().name();
        for (String signal : List.of("buy", "sell", "neutral")) {
            start(meters.strategy.signalCount, strategy.type(), signal);
        }
        for (Side side : Side.values()) {
            start(meters.strategy.signals, name, Labels.of(side));
        }
        for (String result : RESULTS) {
            start(meters.strategy.tradesExecuted, name, result);
        }
        for (String outcome : OUTCOMES) {
            start(meters.strategy.tradeOutcomes, name, outcome);
        }
        for (Verdict verdict : Verdict.values()) {
            start(meters.strategy.barsJudged, name, Labels.of(verdict));
        }
        for (Reason reason : Reason.values()) {
            start(meters.strategy.noTrade, name, reason.name());
            start(meters.trading.denied, name, reason.name());
        }
        for (String phase : List.of("signal_generation", "order_execution")) {
            start(meters.strategy.execution, name, phase);
        }
        start(meters.strategy.cooldowns, name);
        if (strategy.type().equals("super-signal")) {
            start(meters.strategy.nearMisses, name, "long");
            start(meters.strategy.nearMisses, name, "short");
        }
        if (strategy.type().equals("macd")) {
            start(meters.strategy.macdCrossovers, name, "bullish");
            start(meters.strategy.macdCrossovers, name, "bearish");
        }
    }

    private void market(MarketId market) {
        for (Side side : Side.values()) {
            start(meters.trading.activePositions, exchange, market.symbol(), Labels.direction(side));
            for (String liquidity : List.of("maker", "taker")) {
                start(meters.trading.fills, exchange, market.symbol(), Labels.of(side), liquidity);
            }
        }
        start(meters.venue.feedDegraded, market.symbol());
        start(meters.venue.barsRevised, market.symbol());
        for (FeedFault fault : FeedFault.values()) {
            start(meters.venue.feedFaults, market.symbol(), fault.name());
        }
    }

    private void strategyMarket(StrategyConfig strategy, MarketId market) {
        String name = strategy.id().name();
        start(meters.strategy.active, name, exchange, market.symbol());
        start(meters.strategy.lastJudged, name, market.symbol());
        leg(strategy, market, LegRole.MAIN, strategy.main().account());
        HedgeConfig hedge = strategy.hedge();
        if (hedge != null) {
            leg(strategy, market, LegRole.HEDGE, hedge.leg().account());
        }
    }

    private void leg(StrategyConfig strategy, MarketId market, LegRole role, AccountId account) {
        String name = strategy.id().name();
        String leg = Labels.leg(role);
        for (Side side : Side.values()) {
            start(meters.strategy.position, name, exchange, market.symbol(), leg, Labels.direction(side));
        }
        start(meters.strategy.pnlOpen, name, exchange, market.symbol(), leg);
        start(meters.strategy.pnl, name, leg);
        start(meters.account.realized, name, leg);
        start(meters.account.notional, account.name(), market.symbol(), leg);
        for (ExitReason reason : ExitReason.values()) {
            for (String outcome : OUTCOMES) {
                start(meters.trading.closedTrades, name, leg, reason.name(), outcome);
            }
        }
    }

    private static void start(StatefulMetric<?, ?> meter, String... labels) {
        meter.initLabelValues(labels);
    }
}
