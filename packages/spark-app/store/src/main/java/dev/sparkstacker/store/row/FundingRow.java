package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.output.Output.FundingBooked;
import java.sql.SQLException;

/** A funding payment, or the share of it that was booked to one leg. */
public record FundingRow() implements OutputRow<FundingBooked> {
    private static final Table TABLE = Table.of(
            "funding_payments", "account", "strategy", "leg_role", "market", "amount_e8", "rate_e12", "paid_at_ms");

    @Override
    public Class<FundingBooked> type() {
        return FundingBooked.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(FundingBooked output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .legWithoutMarket(output.leg())
                .text(output.market().coin())
                .usd(output.amount())
                .number(output.rate().e12())
                .number(output.paidAtMs())
                .row();
    }

    @Override
    public FundingBooked read(RowReader row) throws SQLException {
        return new FundingBooked(
                row.cause(),
                row.account(),
                row.legOrNull(),
                row.market(),
                row.usd("amount_e8"),
                new Rate(row.number("rate_e12")),
                row.number("paid_at_ms"));
    }
}
