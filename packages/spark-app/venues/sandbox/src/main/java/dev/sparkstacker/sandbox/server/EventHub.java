package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.Twap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands what happens at the exchange to any number of listeners, in the order in which they were added. */
final class EventHub implements ExchangeListener {
    private final List<ExchangeListener> listeners = new CopyOnWriteArrayList<>();

    void add(ExchangeListener listener) {
        listeners.add(listener);
    }

    void remove(ExchangeListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        listeners.forEach(listener -> listener.onOrder(account, order, byVenue));
    }

    @Override
    public void onExecution(Account account, Records.Execution execution) {
        listeners.forEach(listener -> listener.onExecution(account, execution));
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        listeners.forEach(listener -> listener.onFunding(account, funding));
    }

    @Override
    public void onLedger(Account account, LedgerEntry entry) {
        listeners.forEach(listener -> listener.onLedger(account, entry));
    }

    @Override
    public void onTwap(Account account, Twap twap) {
        listeners.forEach(listener -> listener.onTwap(account, twap));
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        listeners.forEach(listener -> listener.onLiquidation(account, liquidation));
    }

    @Override
    public void onAccountTouched(Account account) {
        listeners.forEach(listener -> listener.onAccountTouched(account));
    }

    @Override
    public void onPrint(Market market, Records.Print print) {
        listeners.forEach(listener -> listener.onPrint(market, print));
    }

    @Override
    public void onBook(Market market) {
        listeners.forEach(listener -> listener.onBook(market));
    }

    @Override
    public void onContext(Market market) {
        listeners.forEach(listener -> listener.onContext(market));
    }

    @Override
    public void onFundingRate(Market market, Records.FundingRate rate) {
        listeners.forEach(listener -> listener.onFundingRate(market, rate));
    }
}
