package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderStatus;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.Twap;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.ws.UserEvent;
import dev.sparkstacker.wire.ws.UserFundingItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what happens at the exchange, while anybody listens, until it has been told. */
abstract class News implements ExchangeListener {
    final Map<MarketId, List<Trade>> trades = new LinkedHashMap<>();
    final Set<MarketId> books = new LinkedHashSet<>();
    final Set<MarketId> contexts = new LinkedHashSet<>();
    final Map<String, AccountNews> accounts = new LinkedHashMap<>();
    private final MarketViews marketViews;
    private final AccountViews accountViews;
    private final HistoryViews history;
    private final TwapViews twaps;

    News(MarketViews marketViews, AccountViews accountViews, HistoryViews history) {
        this.marketViews = marketViews;
        this.accountViews = accountViews;
        this.history = history;
        this.twaps = new TwapViews(accountViews);
    }

    /** Whether anybody would be told. */
    abstract boolean isHeard();

    /** Whether anything was collected since {@link #forget}. */
    boolean hasNews() {
        return !(trades.isEmpty() && books.isEmpty() && contexts.isEmpty() && accounts.isEmpty());
    }

    void forget() {
        trades.clear();
        books.clear();
        contexts.clear();
        accounts.clear();
    }

    private AccountNews of(Account account) {
        return accounts.computeIfAbsent(account.address().hex(), _ -> new AccountNews());
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        if (!isHeard()) {
            return;
        }
        AccountNews told = of(account);
        told.updates.add(accountViews.orders().orderUpdate(order));
        told.orders.add(accountViews.orders().historicalOrder(account, order));
        if (byVenue && isCancel(order.status())) {
            told.cancels.add(new UserEvent.CanceledOrder(order.market().coin(), order.oid()));
        }
    }

    private static boolean isCancel(OrderStatus status) {
        return switch (status) {
            case MARGIN_CANCELED, SELF_TRADE_CANCELED, SIBLING_FILLED_CANCELED, LIQUIDATED_CANCELED, SCHEDULED_CANCEL ->
                true;
            case OPEN,
                    FILLED,
                    CANCELED,
                    TRIGGERED,
                    REJECTED,
                    REDUCE_ONLY_CANCELED,
                    TICK_REJECTED,
                    MIN_TRADE_NTL_REJECTED,
                    PERP_MARGIN_REJECTED,
                    REDUCE_ONLY_REJECTED,
                    BAD_ALO_PX_REJECTED,
                    IOC_CANCEL_REJECTED,
                    BAD_TRIGGER_PX_REJECTED,
                    MARKET_ORDER_NO_LIQUIDITY_REJECTED,
                    ORACLE_REJECTED,
                    PERP_MAX_POSITION_REJECTED,
                    TOO_MANY_OPEN_ORDERS_REJECTED -> false;
        };
    }

    @Override
    public void onExecution(Account account, Records.Execution execution) {
        if (isHeard()) {
            of(account).fills.add(accountViews.fill(execution));
            if (execution.twapId() != null) {
                of(account).sliceFills.add(twaps.sliceFill(execution));
            }
        }
    }

    @Override
    public void onTwap(Account account, Twap twap) {
        if (isHeard()) {
            of(account).twaps.add(TwapViews.record(account, twap));
        }
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        if (isHeard()) {
            AccountNews told = of(account);
            UserFundingItem item = history.fundingItem(funding);
            told.fundings.add(item);
            told.events.add(
                    new UserEvent.Funding(item.time(), item.coin(), item.usdc(), item.szi(), item.fundingRate()));
        }
    }

    @Override
    public void onLedger(Account account, LedgerEntry entry) {
        if (isHeard() && LedgerViews.isShown(entry)) {
            of(account).ledger.add(history.ledgerUpdate(account, entry));
        }
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        if (isHeard()) {
            of(account)
                    .events
                    .add(new UserEvent.Liquidation(
                            liquidation.id(),
                            liquidation.liquidator().hex(),
                            account.address().hex(),
                            Decimals.of(liquidation.notional()),
                            Decimals.of(liquidation.accountValue())));
        }
    }

    @Override
    public void onPrint(Market market, Records.Print print) {
        if (isHeard()) {
            trades.computeIfAbsent(market.id(), _ -> new ArrayList<>()).add(marketViews.trade(print));
        }
    }

    @Override
    public void onBook(Market market) {
        books.add(market.id());
    }

    @Override
    public void onContext(Market market) {
        contexts.add(market.id());
    }
}
