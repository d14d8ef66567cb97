package dev.sparkstacker.telemetry.crash;

import dev.sparkstacker.telemetry.log.Json;
import dev.sparkstacker.telemetry.log.LogFiles;
import dev.sparkstacker.telemetry.log.RecentLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code logs/crash/crash-dump-<time>.json}: the error, the last log lines, positions, orders and the engine's
 * sequence. After {@code kill -9} nothing could be written; the next start then makes the dump from the log files.
 */
public final class CrashDumps {
    /** How many log lines a dump holds. */
    public static final int LINES = 100;

    private static final int TAIL_BYTES = 256 * 1024;
    private static final String TIMESTAMP_KEY = "{\"timestamp\":\"";

    private final Path logs;
    private final RecentLines recent;
    private final InstantSource clock;

    /** Makes it; {@code recent} keeps the last lines of this process. */
    public CrashDumps(Path logs, RecentLines recent, InstantSource clock) {
        this.logs = logs;
        this.recent = recent;
        this.clock = clock;
    }

    /** Writes a dump of this process. @throws IOException if it cannot be written */
    public Path write(String reason, @Nullable Throwable error, CrashState state) throws IOException {
        List<String> lines = recent.lines().stream().map(RecentLines.Line::json).toList();
        return write(reason, error, state, lines);
    }

    /** Writes a dump of the process before this one, from its log files. @throws IOException if it cannot be written */
    public Path reconstruct(CrashState state) throws IOException {
        return write("The process ended without an orderly stop", null, state, lastLines());
    }

    private Path write(String reason, @Nullable Throwable error, CrashState state, List<String> lines)
            throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Json json = new Json()
                .open()
                .field("timestamp", now)
                .field("reason", reason)
                .field("engine_sequence", state.engineSequence());
        if (error != null) {
            StringWriter stack = new StringWriter();
            error.printStackTrace(new PrintWriter(stack, true));
            json.open("error")
                    .field("name", error.getClass().getName())
                    .field("message", error.getMessage())
                    .field("stack", stack)
                    .close();
        }
        json.field("positions", state.positions())
                .field("orders", state.orders())
                .rawList("entries", lines)
                .close();
        Path folder = Files.createDirectories(logs.resolve(LogFiles.CRASH));
        Path file = folder.resolve("crash-dump-" + now.toString().replace(':', '-') + ".json");
        Files.writeString(file, json.text() + "\n");
        return file;
    }

    /** The last lines of all categories, oldest first; a line cut off by the crash is left out. */
    private List<String> lastLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> folders = Files.list(logs)) {
            for (Path folder : folders.filter(CrashDumps::isCategory).toList()) {
                lines.addAll(tail(folder));
            }
        }
        lines.sort(Comparator.comparing(CrashDumps::timestamp));
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    /** Folders that repeat other folders' lines are left out. */
    private static boolean isCategory(Path folder) {
        String name = folder.getFileName().toString();
        return Files.isDirectory(folder)
                && !name.equals(LogFiles.CRASH)
                && !name.equals(LogFiles.ERRORS)
                && !name.equals(LogFiles.AUDIT);
    }

    private static List<String> tail(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file ->
                            file.toString().endsWith(".jsonl") && file.toFile().length() > 0)
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .toList();
        }
        if (files.isEmpty()) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(files.getLast().toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> whole = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(TIMESTAMP_KEY) && line.endsWith("}"))
                    .toList();
            return whole.subList(Math.max(0, whole.size() - LINES), whole.size());
        }
    }

    private static String timestamp(String line) {
        int from = TIMESTAMP_KEY.length();
        int to = line.indexOf('"', from);
        return to < 0 ? "" : line.substring(from, to);
    }
}
