package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Margin;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.wire.info.ActiveAssetData;
import dev.sparkstacker.wire.info.AssetPosition;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.CumFunding;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.FillLiquidation;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.Leverage;
import dev.sparkstacker.wire.info.MarginSummary;
import dev.sparkstacker.wire.info.OpenOrder;
import dev.sparkstacker.wire.info.OrderStatus;
import dev.sparkstacker.wire.info.SpotBalance;
import dev.sparkstacker.wire.info.SpotClearinghouseState;
import dev.sparkstacker.wire.ws.OrderUpdate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts in the venue's shapes. Used on the exchange's thread only. */
final class AccountViews {
    private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_UP);

    private final Exchange exchange;

    AccountViews(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The perp state; zeros for an unknown account. */
    ClearinghouseState clearinghouse(@Nullable Account account) {
        long now = exchange.nowMs();
        if (account == null) {
            MarginSummary zero = new MarginSummary(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            return new ClearinghouseState(zero, zero, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), now);
        }
        Margin margin = exchange.margin();
        return new ClearinghouseState(
                summary(account, true),
                summary(account, false),
                Decimals.of(margin.crossMaintenance(account)),
                Decimals.of(margin.withdrawable(account)),
                account.positions().stream()
                        .map(position -> new AssetPosition("oneWay", position(account, position)))
                        .toList(),
                now);
    }

    private MarginSummary summary(Account account, boolean withIsolated) {
        Margin margin = exchange.margin();
        Usd value = withIsolated ? margin.accountValue(account) : margin.crossAccountValue(account);
        Usd notional = Usd.ZERO;
        Usd signed = Usd.ZERO;
        Usd used = Usd.ZERO;
        for (Position position : account.positions()) {
            if (withIsolated || !position.isIsolated()) {
                Price mark = margin.mark(position.market());
                notional = notional.plus(position.value(mark));
                signed = signed.plus(position.signedValue(mark));
                used = used.plus(margin.marginUsed(account, position));
            }
        }
        return new MarginSummary(
                Decimals.of(value), Decimals.of(notional), Decimals.of(value.minus(signed)), Decimals.of(used));
    }

    private dev.sparkstacker.wire.info.Position position(Account account, Position position) {
        Margin margin = exchange.margin();
        Market market = market(position);
        Price mark = margin.mark(position.market());
        Usd pnl = position.unrealizedPnl(mark);
        int leverage = account.leverage(market).leverage();
        BigDecimal equity =
                Decimals.of(position.cost().abs()).divide(BigDecimal.valueOf(leverage), MathContext.DECIMAL128);
        BigDecimal roe =
                equity.signum() == 0 ? BigDecimal.ZERO : Decimals.of(pnl).divide(equity, RATIO);
        Leverage shown = position.isIsolated()
                ? new Leverage(
                        "isolated", leverage, Decimals.of(position.margin().minus(position.cost())))
                : new Leverage("cross", leverage, null);
        return new dev.sparkstacker.wire.info.Position(
                position.market().coin(),
                Decimals.of(position.size()),
                shown,
                Decimals.of(position.entryPrice()),
                Decimals.of(position.value(mark)),
                Decimals.of(pnl),
                roe,
                margin.liquidationPrice(account, position),
                Decimals.of(margin.marginUsed(account, position)),
                market.instrument().maxLeverage().times(),
                new CumFunding(
                        Decimals.of(account.fundingAllTime(position.market())),
                        Decimals.of(position.fundingSinceOpen()),
                        Decimals.of(position.fundingSinceChange())));
    }

    private Market market(Position position) {
        Market market = exchange.market(position.market());
        if (market == null) {
            throw new IllegalStateException("A position in a market that is not listed: " + position.market());
        }
        return market;
    }

    /** The sandbox keeps no spot balances. */
    SpotClearinghouseState spot() {
        return new SpotClearinghouseState(
                List.of(new SpotBalance("USDC", 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    List<OpenOrder> openOrders(Account account) {
        return account.openOrders().stream()
                .filter(order -> !order.isWaitingForParent())
                .map(AccountViews::openOrder)
                .toList()
                .reversed();
    }

    static OpenOrder openOrder(Order order) {
        return new OpenOrder(
                order.market().coin(),
                MarketViews.side(order.side()),
                Decimals.of(order.limit()),
                Decimals.of(order.remaining()),
                order.oid(),
                order.placedAtMs(),
                Decimals.of(order.original()),
                cloid(order.cloid()),
                order.reduceOnly() ? true : null);
    }

    List<FrontendOrder> frontendOrders(Account account) {
        return account.openOrders().stream()
                .filter(order -> !order.isWaitingForParent())
                .map(order -> frontendOrder(account, order))
                .toList()
                .reversed();
    }

    FrontendOrder frontendOrder(Account account, Order order) {
        Trigger trigger = order.trigger();
        List<FrontendOrder> children = new ArrayList<>();
        for (long oid : order.children()) {
            Order child = account.openOrder(oid);
            if (child != null && child.isWaitingForParent()) {
                children.add(frontendOrder(account, child));
            }
        }
        return new FrontendOrder(
                order.market().coin(),
                MarketViews.side(order.side()),
                Decimals.of(order.limit()),
                Decimals.of(order.remaining()),
                order.oid(),
                order.placedAtMs(),
                trigger == null ? "N/A" : condition(order, trigger),
                trigger != null,
                trigger == null ? BigDecimal.ZERO : Decimals.of(trigger.price()),
                children,
                order.positionTpsl(),
                order.reduceOnly(),
                orderType(order, trigger),
                Decimals.of(order.original()),
                trigger == null ? order.tif().text() : null,
                cloid(order.cloid()));
    }

    private static String condition(Order order, Trigger trigger) {
        boolean above =
                (order.side() == dev.sparkstacker.domain.Side.SELL) == (trigger.kind() == TriggerKind.TAKE_PROFIT);
        return "Price " + (above ? "above " : "below ") + trigger.price();
    }

    private static String orderType(Order order, @Nullable Trigger trigger) {
        if (trigger == null) {
            return switch (order.tif()) {
                case FRONTEND_MARKET, LIQUIDATION_MARKET -> "Market";
                case GTC, IOC, ALO -> "Limit";
            };
        }
        String kind = trigger.kind() == TriggerKind.STOP_LOSS ? "Stop" : "Take Profit";
        return kind + (trigger.market() ? " Market" : " Limit");
    }

    HistoricalOrder historicalOrder(Account account, Order order) {
        return new HistoricalOrder(
                frontendOrder(account, order), new OrderStatus(order.status().text()), order.statusAtMs());
    }

    OrderUpdate orderUpdate(Order order) {
        return new OrderUpdate(openOrder(order), new OrderStatus(order.status().text()), order.statusAtMs());
    }

    Fill fill(Records.Execution execution) {
        Price liquidationMark = execution.liquidationMark();
        return new Fill(
                execution.market().coin(),
                Decimals.of(execution.price()),
                Decimals.of(execution.size()),
                MarketViews.side(execution.side()),
                execution.timeMs(),
                Decimals.of(execution.startPosition()),
                execution.direction(),
                Decimals.of(execution.closedPnl()),
                execution.hash(),
                execution.oid(),
                execution.taker(),
                Decimals.of(execution.fee()),
                execution.tradeId(),
                cloid(execution.cloid()),
                null,
                liquidationMark == null ? null : new FillLiquidation(null, Decimals.of(liquidationMark), "market"),
                "USDC",
                null);
    }

    ActiveAssetData activeAssetData(String user, @Nullable Account account, Market market) {
        Price mark = market.mark();
        BigDecimal price = mark == null ? BigDecimal.ZERO : Decimals.of(mark);
        if (account == null || mark == null) {
            int leverage = Math.min(20, market.instrument().maxLeverage().times());
            List<BigDecimal> nothing = List.of(BigDecimal.ZERO, BigDecimal.ZERO);
            return new ActiveAssetData(
                    user, market.id().coin(), new Leverage("cross", leverage, null), nothing, nothing, price);
        }
        Account.LeverageSetting setting = account.leverage(market);
        Position position = account.position(market.id());
        boolean isolated = setting.mode() == dev.sparkstacker.domain.MarginMode.ISOLATED;
        Usd free = exchange.margin().available(account);
        BigDecimal available = Decimals.of(free.isNegative() ? Usd.ZERO : free);
        BigDecimal opening = available
                .multiply(BigDecimal.valueOf(setting.leverage()))
                .divide(price, market.instrument().szDecimals(), RoundingMode.DOWN);
        BigDecimal held = Decimals.of(account.size(market.id()));
        BigDecimal buy = opening.add(held.negate().max(BigDecimal.ZERO));
        BigDecimal sell = opening.add(held.max(BigDecimal.ZERO));
        return new ActiveAssetData(
                user,
                market.id().coin(),
                new Leverage(
                        isolated ? "isolated" : "cross",
                        setting.leverage(),
                        isolated && position != null
                                ? Decimals.of(position.margin().minus(position.cost()))
                                : null),
                List.of(buy, sell),
                List.of(available, available),
                price);
    }

    private static @Nullable String cloid(@Nullable ClientOrderId cloid) {
        return cloid == null ? null : cloid.toString();
    }
}
