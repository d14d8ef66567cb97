package dev.sparkstacker.app.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lays out a table in columns; numbers stand to the right. */
public final class TextTable {
    private TextTable() {}

    /** One line for the header and one a row, without trailing blanks. */
    public static List<String> lines(List<String> columns, List<List<String>> rows) {
        int count = columns.size();
        List<Integer> widths = new ArrayList<>(Collections.nCopies(count, 0));
        List<Boolean> numeric = new ArrayList<>(Collections.nCopies(count, !rows.isEmpty()));
        for (int i = 0; i < count; i++) {
            widths.set(i, length(columns.get(i)));
            for (List<String> row : rows) {
                String cell = row.get(i);
                widths.set(i, Math.max(widths.get(i), length(cell)));
                numeric.set(i, numeric.get(i) && cell.matches("|[-+]?[0-9][0-9.,]*( ?[%x])?"));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, widths, numeric));
        rows.forEach(row -> lines.add(line(row, widths, numeric)));
        return lines;
    }

    private static String line(List<String> cells, List<Integer> widths, List<Boolean> numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths.get(i) - length(cells.get(i)));
            line.append(i == 0 ? "" : "  ").append(numeric.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
