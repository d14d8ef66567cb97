package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.simulator.world.VenueHost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured limits of every scope, held against the venue's truth: positions together with the entries that are on
 * their way, whenever an entry leaves and whenever one of ours makes a position larger.
 *
 * <p>Each market is valued at its lowest price of the last minutes: the engine may know no newer one. What a person
 * trades by hand counts from the moment both sides agree on it.
 */
final class Limits implements ExchangeListener {
    /** What an entry may pay beyond the price it was sized at. */
    private static final BigDecimal SLIPPAGE = new BigDecimal("1.01");

    /** After its expiry an entry that the venue never got is gone. */
    private static final long SETTLED_MS = 1_000;

    private final Exchange exchange;
    private final List<ScopedLimits> limits = new ArrayList<>();
    private final TradingConfig config;
    private final RecentPrices prices = new RecentPrices();
    private final Map<ClientOrderId, OnItsWay> onTheirWay = new TreeMap<>();
    private boolean traded;

    /** An entry of which the venue has not said how it ended. */
    private record OnItsWay(AccountId account, MarketId market, long leftE8, long expiresAfterMs) {
        OnItsWay after(Records.Execution fill) {
            return new OnItsWay(
                    account, market, Math.max(0, leftE8 - fill.size().e8()), expiresAfterMs);
        }
    }

    /** What there is of one market on one account. */
    private record Load(AccountId account, MarketId market, BigDecimal size) {}

    Limits(Exchange exchange, TradingConfig config) {
        this.exchange = exchange;
        this.config = config;
        limits.add(new ScopedLimits(RiskScope.global(), config.risk().limits()));
        limits.addAll(config.risk().scoped());
    }

    /**
     * A second has passed.
     *
     * @param agrees whether the engine holds what the venue holds
     */
    void look(BooleanSupplier agrees) {
        traded = traded && !agrees.getAsBoolean();
        prices.look(exchange);
        onTheirWay.values().removeIf(entry -> exchange.nowMs() > entry.expiresAfterMs + SETTLED_MS);
    }

    /** Orders leave the engine. */
    void commanded(Command.PlaceOrders place) {
        for (ApprovedOrder approved : place.orders()) {
            OrderRequest order = approved.order();
            if (!order.reduceOnly()) {
                OnItsWay entry = new OnItsWay(
                        place.account(), order.leg().market(), order.size().e8(), place.expiresAfterMs());
                onTheirWay.put(order.id(), entry);
            }
        }
        if (!place.reducesRisk()) {
            check();
        }
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        ClientOrderId id = order.cloid();
        if (id != null && account.openOrder(order.oid()) == null) {
            onTheirWay.remove(id);
        }
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        traded = true;
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        if (!Books.isOurs(account)) {
            return;
        }
        if (fill.cloid() == null) {
            traded = true;
            return;
        }
        onTheirWay.computeIfPresent(fill.cloid(), (_, entry) -> entry.after(fill));
        Position position = account.position(fill.market());
        boolean grew = position != null
                && position.size().abs().compareTo(fill.startPosition().abs()) > 0;
        if (grew) {
            check();
            checkLeverage(account, fill);
        }
    }

    private void check() {
        if (traded) {
            return;
        }
        List<Load> loads = loads();
        for (ScopedLimits each : limits) {
            check(each, loads);
        }
    }

    /** Sizes at the venue, and what the entries on their way would make of them. */
    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        for (Scene.Keys keys : Scene.KEYS) {
            Account account = exchange.account(VenueHost.addressOf(keys));
            for (Instrument instrument : Scene.INSTRUMENTS) {
                long size = account == null
                        ? 0
                        : account.size(instrument.market()).abs().e8();
                for (OnItsWay entry : onTheirWay.values()) {
                    boolean here = entry.account.equals(keys.id()) && entry.market.equals(instrument.market());
                    size += here ? entry.leftE8 : 0;
                }
                if (size != 0) {
                    loads.add(new Load(keys.id(), instrument.market(), BigDecimal.valueOf(size, 8)));
                }
            }
        }
        return loads;
    }

    private void check(ScopedLimits scoped, List<Load> loads) {
        LimitSet.Positions most = scoped.limits().positions();
        BigDecimal total = BigDecimal.ZERO;
        int count = 0;
        for (Load load : loads) {
            if (covers(scoped.scope(), load)) {
                BigDecimal worth = prices.lowest(exchange.market(load.market)).multiply(load.size);
                require(most.maxSize(), worth, scoped.scope(), "no position beyond its limit", load);
                total = total.add(worth);
                count++;
            }
        }
        require(most.maxExposure(), total, scoped.scope(), "no exposure beyond its limit", loads);
        Integer mostPositions = most.maxConcurrent();
        if (mostPositions != null && count > mostPositions) {
            throw new InvariantBroken(
                    "no more positions than the limit", scoped.scope() + " allows " + mostPositions + ": " + loads);
        }
    }

    private static void require(@Nullable Usd limit, BigDecimal worth, RiskScope scope, String invariant, Object what) {
        if (limit != null && worth.compareTo(BigDecimal.valueOf(limit.e8(), 8).multiply(SLIPPAGE)) > 0) {
            throw new InvariantBroken(invariant, scope + " allows " + limit + " USD, there is " + worth + ": " + what);
        }
    }

    /** No two strategies of a setting that has limits by strategy trade one market. */
    private boolean covers(RiskScope scope, Load load) {
        return config.strategies().stream()
                .anyMatch(strategy -> scope.covers(load.account, strategy.id(), load.market));
    }

    private void checkLeverage(Account account, Records.Execution fill) {
        Leverage wanted = account.name().equals(Scene.MAIN.name()) ? Scene.MAIN_LEVERAGE : Scene.HEDGE_LEVERAGE;
        var market = exchange.market(fill.market());
        if (market != null && account.leverage(market).leverage() != wanted.times()) {
            throw new InvariantBroken(
                    "an entry trades with the configured leverage",
                    account.name() + " " + fill.market() + " entered at "
                            + account.leverage(market).leverage() + "x instead of " + wanted);
        }
    }
}
