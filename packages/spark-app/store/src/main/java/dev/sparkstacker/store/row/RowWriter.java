package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values of one row in the order of its table's columns. */
final class RowWriter {
    private final Table table;
    private final List<@Nullable Object> values;

    RowWriter(Table table, Cause cause, int index) {
        this.table = table;
        this.values = new ArrayList<>(table.columns().size());
        number(cause.sequence());
        integer(index);
        number(cause.venueTimeMs());
        number(cause.machineTimeMs());
        text(cause.correlationId());
    }

    /** Text; the character NUL, which PostgreSQL cannot hold, becomes U+FFFD. */
    RowWriter text(@Nullable String value) {
        values.add(value == null ? null : value.replace('\0', '\uFFFD'));
        return this;
    }

    /** An enum's name, or an identifier's text. */
    RowWriter name(@Nullable Object value) {
        return text(value == null ? null : value.toString());
    }

    RowWriter number(@Nullable Long value) {
        values.add(value);
        return this;
    }

    RowWriter integer(int value) {
        values.add(value);
        return this;
    }

    RowWriter flag(@Nullable Boolean value) {
        values.add(value == null ? null : value ? 1 : 0);
        return this;
    }

    /** A number for statistics; NaN, which SQLite cannot hold, is null in both databases. */
    RowWriter statistic(double value) {
        values.add(Double.isNaN(value) ? null : value);
        return this;
    }

    RowWriter price(@Nullable Price value) {
        return number(value == null ? null : value.e8());
    }

    RowWriter size(Quantity value) {
        return number(value.e8());
    }

    RowWriter signedSize(SignedQuantity value) {
        return number(value.e8());
    }

    RowWriter usd(Usd value) {
        return number(value.e8());
    }

    /** Columns strategy, market, leg_role. */
    RowWriter leg(LegId leg) {
        return text(leg.strategy().name()).text(leg.market().coin()).name(leg.role());
    }

    /** Columns strategy, leg_role: where the market stands by itself, because there may be no leg. */
    RowWriter legWithoutMarket(@Nullable LegId leg) {
        return leg == null ? text(null).text(null) : text(leg.strategy().name()).name(leg.role());
    }

    /** Open time, open, high, low, close, volume, number of trades. */
    RowWriter bar(Bar bar) {
        return number(bar.openTimeMs())
                .price(bar.open())
                .price(bar.high())
                .price(bar.low())
                .price(bar.close())
                .size(bar.volume())
                .number(bar.trades());
    }

    /** The finished row. @throws IllegalStateException if it has not one value for each column */
    Row row() {
        if (values.size() != table.columns().size()) {
            throw new IllegalStateException("Table " + table.name() + " has "
                    + table.columns().size() + " columns, the row " + values.size() + " values");
        }
        return new Row(table, Collections.unmodifiableList(values));
    }
}
