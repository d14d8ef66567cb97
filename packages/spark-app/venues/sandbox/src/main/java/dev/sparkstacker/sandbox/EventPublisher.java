package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Records;
import java.util.function.LongSupplier;

/** Turns what happens at the exchange into the product's events. */
final class EventPublisher implements ExchangeListener {
    private final EventSink sink;
    private final AccountNames names;
    private final LongSupplier clockMs;

    /** @param clockMs venue time */
    EventPublisher(EventSink sink, AccountNames names, LongSupplier clockMs) {
        this.sink = sink;
        this.names = names;
        this.clockMs = clockMs;
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        AccountId name = names.name(account);
        if (name != null) {
            sink.publish(new AccountEvent.OrderUpdated(
                    name,
                    order.oid(),
                    order.cloid(),
                    order.market(),
                    DomainTranslation.status(order.status()),
                    order.status().text(),
                    order.limit(),
                    order.remaining(),
                    order.original(),
                    order.statusAtMs()));
        }
    }

    @Override
    public void onExecution(Account account, Records.Execution execution) {
        AccountId name = names.name(account);
        if (name != null) {
            sink.publish(new AccountEvent.FillReceived(name, DomainTranslation.fill(account, execution)));
        }
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        AccountId name = names.name(account);
        if (name != null) {
            sink.publish(new AccountEvent.FundingPaid(
                    name, funding.market(), funding.amount(), funding.size(), funding.rate(), funding.timeMs()));
        }
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        AccountId name = names.name(account);
        if (name != null) {
            sink.publish(
                    new AccountEvent.LiquidationReported(name, liquidation.notional(), liquidation.accountValue()));
        }
    }

    @Override
    public void onPrint(Market market, Records.Print print) {
        sink.publish(new MarketEvent.TradePrinted(
                print.market(), print.aggressor(), print.price(), print.size(), print.timeMs()));
    }

    @Override
    public void onBook(Market market) {
        BookLevel bid = market.best(Side.BUY);
        BookLevel ask = market.best(Side.SELL);
        sink.publish(new MarketEvent.BestBidOffer(
                market.id(), bid.price(), bid.size(), ask.price(), ask.size(), clockMs.getAsLong()));
    }

    @Override
    public void onContext(Market market) {
        Price mark = market.mark();
        Price oracle = market.oracle();
        if (mark != null && oracle != null) {
            sink.publish(new MarketEvent.ContextChanged(market.id(), mark, oracle, market.predictedFunding()));
        }
    }
}
