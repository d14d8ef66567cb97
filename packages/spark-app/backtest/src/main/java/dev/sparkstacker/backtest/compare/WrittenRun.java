package dev.sparkstacker.backtest.compare;

import dev.sparkstacker.backtest.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A run as its folder holds it.
 *
 * @param name of the folder
 * @param summary its {@code summary.json}
 * @param trades rows of its {@code trades.csv}, by column, in the order in which the trades closed
 */
public record WrittenRun(String name, JsonNode summary, List<Map<String, String>> trades) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "spark-stacker-backtest";

    /** Reads a folder. @throws DataException if it holds no run, naming the file */
    public static WrittenRun read(Path folder) {
        Path summary = folder.resolve("summary.json");
        Path trades = folder.resolve("trades.csv");
        if (!Files.isRegularFile(summary) || !Files.isRegularFile(trades)) {
            throw new DataException(
                    folder,
                    "holds no backtest: summary.json and trades.csv are wanted, as \"backtest --out\" writes them");
        }
        try {
            JsonNode root = JSON.readTree(Files.readString(summary, StandardCharsets.UTF_8));
            if (!root.path("format").asString("").equals(FORMAT)) {
                throw new DataException(summary, "is no summary of a backtest: its format is not " + FORMAT);
            }
            return new WrittenRun(
                    Objects.toString(folder.toAbsolutePath().normalize().getFileName(), ""), root, rows(trades));
        } catch (JacksonException noJson) {
            throw new DataException(summary, "is no JSON: " + noJson.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new DataException(folder, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** Rows of a table by column. @throws DataException if a row has another number of fields */
    static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            throw new DataException(file, 1, "there is no header");
        }
        List<String> columns = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() != columns.size()) {
                throw new DataException(file, i + 1L, "expected " + columns.size() + " fields, found " + cells.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(columns.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Cells of one line, quotes removed. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
