package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Records;

/** History records as rows and back. */
final class RowTranslation {
    private RowTranslation() {}

    static StateRow.FillRow row(Account account, Records.Execution fill) {
        ClientOrderId cloid = fill.cloid();
        Records.LiquidationTag liquidation = fill.liquidation();
        return new StateRow.FillRow(
                account.address().hex(),
                fill.market().coin(),
                fill.side() == Side.BUY,
                fill.price().e8(),
                fill.size().e8(),
                fill.timeMs(),
                fill.startPosition().e8(),
                fill.direction(),
                fill.closedPnl().e8(),
                fill.fee().e8(),
                fill.oid(),
                cloid == null ? null : cloid.toString(),
                fill.taker(),
                fill.tradeId(),
                fill.hash(),
                liquidation == null
                        ? null
                        : new StateRow.LiquidationRow(
                                liquidation.user().hex(),
                                liquidation.mark().e8(),
                                liquidation.method().name()),
                fill.twapId());
    }

    static Records.Execution fill(StateRow.FillRow row) {
        String cloid = row.cloid();
        StateRow.LiquidationRow liquidation = row.liquidation();
        return new Records.Execution(
                new MarketId(row.coin()),
                row.buy() ? Side.BUY : Side.SELL,
                new Price(row.priceE8()),
                new Quantity(row.sizeE8()),
                row.timeMs(),
                new SignedQuantity(row.startPositionE8()),
                row.direction(),
                new Usd(row.closedPnlE8()),
                new Usd(row.feeE8()),
                row.oid(),
                cloid == null ? null : ClientOrderId.parse(cloid).orElseThrow(),
                row.taker(),
                row.tradeId(),
                row.hash(),
                liquidation == null
                        ? null
                        : new Records.LiquidationTag(
                                new Address(liquidation.user()),
                                new Price(liquidation.markE8()),
                                Records.LiquidationMethod.valueOf(liquidation.method())),
                row.twapId());
    }

    static StateRow.FundingRow row(Account account, Records.Funding funding) {
        return new StateRow.FundingRow(
                account.address().hex(),
                funding.market().coin(),
                funding.timeMs(),
                funding.amount().e8(),
                funding.size().e8(),
                funding.rate().e12());
    }

    static Records.Funding funding(StateRow.FundingRow row) {
        return new Records.Funding(
                new MarketId(row.coin()),
                row.timeMs(),
                new Usd(row.amountE8()),
                new SignedQuantity(row.sizeE8()),
                new Rate(row.rateE12()));
    }

    static StateRow.LedgerRow row(Account account, LedgerEntry entry) {
        return new StateRow.LedgerRow(
                account.address().hex(),
                entry.timeMs(),
                entry.amount().e8(),
                entry.fee().e8(),
                entry.detail());
    }

    static LedgerEntry ledger(StateRow.LedgerRow row) {
        return new LedgerEntry(row.timeMs(), new Usd(row.amountE8()), new Usd(row.feeE8()), row.detail());
    }
}
