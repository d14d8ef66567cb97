package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of the current row as domain types. Every method throws {@link SQLException} if the column cannot
 * be read, and {@link IllegalArgumentException} if it holds what the product never writes.
 *
 * @param columns the result, standing on a row
 */
public record RowReader(ResultSet columns) {
    /** Text that is never null. */
    public String text(String column) throws SQLException {
        String value = columns.getString(column);
        if (value == null) {
            throw new IllegalArgumentException("Column " + column + " is empty");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    public long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = columns.getLong(column);
        return columns.wasNull() ? null : value;
    }

    public int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getInt(column) != 0;
    }

    /** A number for statistics; NaN where the column is null. */
    public double statistic(String column) throws SQLException {
        double value = columns.getDouble(column);
        return columns.wasNull() ? Double.NaN : value;
    }

    public Price price(String column) throws SQLException {
        return new Price(number(column));
    }

    public @Nullable Price priceOrNull(String column) throws SQLException {
        Long e8 = numberOrNull(column);
        return e8 == null ? null : new Price(e8);
    }

    public Quantity size(String column) throws SQLException {
        return new Quantity(number(column));
    }

    public SignedQuantity signedSize(String column) throws SQLException {
        return new SignedQuantity(number(column));
    }

    public Usd usd(String column) throws SQLException {
        return new Usd(number(column));
    }

    public Side side(String column) throws SQLException {
        return constant(Side.class, column);
    }

    /** A constant of an enum by its name. */
    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type, String column) throws SQLException {
        String name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    public ClientOrderId clientId(String column) throws SQLException {
        String value = text(column);
        return ClientOrderId.parse(value)
                .orElseThrow(() -> new IllegalArgumentException("Not a client order id: " + value));
    }

    public AccountId account() throws SQLException {
        return new AccountId(text("account"));
    }

    public StrategyId strategy() throws SQLException {
        return new StrategyId(text("strategy"));
    }

    public MarketId market() throws SQLException {
        return new MarketId(text("market"));
    }

    /** The leg that columns strategy, market and leg_role name. */
    public LegId leg() throws SQLException {
        return new LegId(strategy(), market(), constant(LegRole.class, "leg_role"));
    }

    /** The same, or null where no leg is named. */
    public @Nullable LegId legOrNull() throws SQLException {
        return textOrNull("strategy") == null ? null : leg();
    }

    /** The bar in seven columns whose names begin with {@code prefix}. */
    public Bar bar(String prefix) throws SQLException {
        return new Bar(
                number(prefix + "open_time_ms"),
                price(prefix + "open_e8"),
                price(prefix + "high_e8"),
                price(prefix + "low_e8"),
                price(prefix + "close_e8"),
                size(prefix + "volume_e8"),
                number(prefix + "trade_count"));
    }

    /** The cause every row carries. */
    public Cause cause() throws SQLException {
        return new Cause(
                number("sequence"), number("venue_time_ms"), number("machine_time_ms"), text("correlation_id"));
    }
}
