package dev.sparkstacker.app.control;

import java.util.List;

/**
 * An answer for people and programs: tables of text. Decimals are plain text, times are ISO 8601 in UTC; what is not
 * known is empty, never invented.
 *
 * @param sequence the last event the answer includes
 * @param venueTime venue time of that event
 * @param tables one or more
 */
public record View(long sequence, String venueTime, List<Table> tables) {
    public View {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param title what it shows
     * @param columns names of the columns, also the keys of {@code --json}
     * @param rows one text a column each
     */
    public record Table(String title, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("Every row of '" + title + "' needs " + width + " cells");
            }
        }
    }
}
