package dev.sparkstacker.store.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row, ready to be bound.
 *
 * @param table where it goes
 * @param values one value for each column of the table, in its order: Long, Integer, Double, String or null
 */
public record Row(Table table, List<@Nullable Object> values) {
    /** The value of one column. @throws IllegalArgumentException if the table has no such column */
    public @Nullable Object value(String column) {
        int place = table.columns().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("Table " + table.name() + " has no column " + column);
        }
        return values.get(place);
    }
}
