package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Margin;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.wire.info.ActiveAssetData;
import dev.sparkstacker.wire.info.AssetPosition;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.CumFunding;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.FillLiquidation;
import dev.sparkstacker.wire.info.Leverage;
import dev.sparkstacker.wire.info.MarginSummary;
import dev.sparkstacker.wire.info.SpotBalance;
import dev.sparkstacker.wire.info.SpotClearinghouseState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts in the venue's shapes. Used on the exchange's thread only. */
final class AccountViews {
    private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_UP);

    private final Exchange exchange;
    private final OrderViews orders = new OrderViews();

    AccountViews(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Orders in the venue's shapes. */
    OrderViews orders() {
        return orders;
    }

    /**
     * The perp state; zeros for an unknown account. A unified account's balance is in its spot state and reads zero here.
     */
    ClearinghouseState clearinghouse(@Nullable Account account) {
        long now = exchange.nowMs();
        if (account == null) {
            MarginSummary zero = new MarginSummary(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            return new ClearinghouseState(zero, zero, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), now);
        }
        boolean unified = account.mode().isUnified();
        Usd withdrawable = unified ? Usd.ZERO : exchange.buyingPower().withdrawable(account);
        return new ClearinghouseState(
                summary(account, true),
                summary(account, false),
                Decimals.of(exchange.margin().crossMaintenance(account)),
                Decimals.of(withdrawable),
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
        boolean unified = account.mode().isUnified();
        return new MarginSummary(
                Decimals.of(unified ? Usd.ZERO : value),
                Decimals.of(notional),
                Decimals.of(unified ? Usd.ZERO : value.minus(signed)),
                Decimals.of(used));
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

    /**
     * The spot state: the USDC of the spot side. A unified account's holds all its money, and as hold what positions and
     * orders keep of it; profit that is not realised is in its positions.
     */
    SpotClearinghouseState spot(@Nullable Account account) {
        Usd total = account == null ? Usd.ZERO : account.spot();
        Usd hold = Usd.ZERO;
        if (account != null && account.mode().isUnified()) {
            Usd isolated = Usd.ZERO;
            for (Position position : account.positions()) {
                isolated = isolated.plus(position.margin());
            }
            total = account.cash().plus(isolated);
            hold = exchange.margin()
                    .crossInitialMargin(account)
                    .plus(exchange.buyingPower().reserved(account))
                    .plus(isolated);
        }
        return new SpotClearinghouseState(
                List.of(new SpotBalance("USDC", 0, Decimals.of(total), Decimals.of(hold), BigDecimal.ZERO)));
    }

    Fill fill(Records.Execution execution) {
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
                OrderViews.cloid(execution.cloid()),
                null,
                liquidation(execution.liquidation()),
                "USDC",
                execution.twapId());
    }

    private static @Nullable FillLiquidation liquidation(Records.@Nullable LiquidationTag tag) {
        return tag == null
                ? null
                : new FillLiquidation(
                        tag.user().hex(), Decimals.of(tag.mark()), tag.method().text());
    }

    ActiveAssetData activeAssetData(String user, @Nullable Account account, Market market) {
        Price mark = market.mark();
        BigDecimal price = mark == null ? BigDecimal.ZERO : Decimals.of(mark);
        if (account == null || mark == null) {
            Account.LeverageSetting setting = Account.defaultLeverage(market);
            boolean isolated = setting.mode() == MarginMode.ISOLATED;
            List<BigDecimal> nothing = List.of(BigDecimal.ZERO, BigDecimal.ZERO);
            Leverage leverage = new Leverage(isolated ? "isolated" : "cross", setting.leverage(), null);
            return new ActiveAssetData(user, market.id().coin(), leverage, nothing, nothing, price);
        }
        Account.LeverageSetting setting = account.leverage(market);
        Position position = account.position(market.id());
        boolean isolated = setting.mode() == MarginMode.ISOLATED;
        Usd free = exchange.buyingPower().available(account);
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
}
