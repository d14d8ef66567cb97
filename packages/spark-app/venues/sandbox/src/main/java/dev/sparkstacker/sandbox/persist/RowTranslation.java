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
import dev.sparkstacker.sandbox.exchange.Records;

/** History records as rows and back. */
final class RowTranslation {
    private RowTranslation() {}

    static StateRow.FillRow row(Account account, Records.Execution fill) {
        ClientOrderId cloid = fill.cloid();
        Price liquidationMark = fill.liquidationMark();
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
                liquidationMark == null ? null : liquidationMark.e8());
    }

    static Records.Execution fill(StateRow.FillRow row) {
        String cloid = row.cloid();
        Long liquidationMark = row.liquidationMarkE8();
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
                liquidationMark == null ? null : new Price(liquidationMark));
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

    static StateRow.LedgerRow row(Account account, Records.LedgerEntry entry) {
        Address counterparty = entry.counterparty();
        return new StateRow.LedgerRow(
                account.address().hex(),
                entry.timeMs(),
                entry.kind().name(),
                entry.amount().e8(),
                counterparty == null ? null : counterparty.hex());
    }

    static Records.LedgerEntry ledger(StateRow.LedgerRow row) {
        String counterparty = row.counterparty();
        return new Records.LedgerEntry(
                row.timeMs(),
                Records.LedgerKind.valueOf(row.kind()),
                new Usd(row.amountE8()),
                counterparty == null ? null : new Address(counterparty));
    }
}
