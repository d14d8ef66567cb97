package dev.sparkstacker.sandbox.exchange;

/** Takes what happens at the exchange, in order, on the exchange's thread. Must not call back into the exchange. */
public interface ExchangeListener {
    /** An order was accepted, changed size or status, or was refused. */
    default void onOrder(Account account, Order order, boolean byVenue) {}

    default void onExecution(Account account, Records.Execution execution) {}

    default void onFunding(Account account, Records.Funding funding) {}

    default void onLedger(Account account, LedgerEntry entry) {}

    /** A TWAP order began or ended. */
    default void onTwap(Account account, Twap twap) {}

    default void onLiquidation(Account account, Records.Liquidation liquidation) {}

    /** Something of the account changed: money, orders, leverage, budget. */
    default void onAccountTouched(Account account) {}

    default void onPrint(Market market, Records.Print print) {}

    default void onBook(Market market) {}

    default void onContext(Market market) {}

    default void onFundingRate(Market market, Records.FundingRate rate) {}
}
