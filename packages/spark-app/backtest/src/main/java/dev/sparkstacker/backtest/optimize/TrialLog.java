package dev.sparkstacker.backtest.optimize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been run, one JSON object a line, so that a search that ended early goes on where it was.
 *
 * <pre>
 *  {"study":"…"}                                      what is searched: data, strategy, space, seed, code
 *  {"parameters":"fastBars=8 …","fromMs":…,"toMs":…,"outcome":{…}}
 *  {"parameters":"fa                                  a line that a crash cut is dropped
 * </pre>
 *
 * Each line is forced to the disk, so that a power cut costs at most the one that was being written. A log of another study is refused: its outcomes are not those of this one. Thread-safe.
 */
public final class TrialLog implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Outcome> known = new HashMap<>();
    private final FileChannel file;

    private record Header(String study) {}

    private record Line(String parameters, long fromMs, long toMs, Outcome.Ran ran, String refused) {}

    private TrialLog(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens a log, or begins one.
     *
     * @param study names everything the outcomes depend on besides candidate and window
     * @throws IllegalArgumentException if the file is the log of another study or no such log
     * @throws IOException if it cannot be read or written
     */
    public static TrialLog open(Path file, String study) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        Map<String, Outcome> known = new HashMap<>();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            if (i == 0) {
                requireStudy(file, lines.getFirst(), study);
            } else if (!take(lines.get(i), known)) {
                if (last) {
                    break;
                }
                throw new IllegalArgumentException(
                        file + " line " + (i + 1) + " is damaged; delete the file to start over");
            }
            kept.append(lines.get(i)).append('\n');
        }
        if (lines.isEmpty()) {
            kept.append(JSON.writeValueAsString(new Header(study))).append('\n');
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel written = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(written, kept.toString());
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        TrialLog log = new TrialLog(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        log.known.putAll(known);
        return log;
    }

    private static void requireStudy(Path file, String line, String study) {
        try {
            if (JSON.readValue(line, Header.class).study().equals(study)) {
                return;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is no log of trials: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException(
                file + " holds the trials of another study (other data, strategy, parameters,"
                        + " seed or code); give another folder, or delete the file to start over");
    }

    /** Takes in a line. Returns whether it was whole. */
    private static boolean take(String text, Map<String, Outcome> known) {
        try {
            Line line = JSON.readValue(text, Line.class);
            Outcome outcome = line.refused().isEmpty() ? line.ran() : new Outcome.Refused(line.refused());
            known.put(key(line.parameters(), line.fromMs(), line.toMs()), outcome);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** What came of a task before, if it was run. */
    public synchronized Optional<Outcome> find(Task task) {
        return Optional.ofNullable(known.get(key(
                task.candidate().toString(),
                task.window().fromMs(),
                task.window().toMs())));
    }

    /** How many outcomes it holds. */
    public synchronized int size() {
        return known.size();
    }

    /** Keeps an outcome; it is on the disk when this returns. @throws UncheckedIOException if it cannot be written */
    public synchronized void keep(Task task, Outcome outcome) {
        String parameters = task.candidate().toString();
        Window window = task.window();
        Line line = switch (outcome) {
            case Outcome.Ran ran -> new Line(parameters, window.fromMs(), window.toMs(), ran, "");
            case Outcome.Refused refused ->
                new Line(
                        parameters,
                        window.fromMs(),
                        window.toMs(),
                        new Outcome.Ran(List.of(), 0, 0, 0, ""),
                        refused.reason());
        };
        try {
            write(file, JSON.writeValueAsString(line) + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The trials cannot be kept", e);
        }
        known.put(key(parameters, window.fromMs(), window.toMs()), outcome);
    }

    /** Writes and forces: a power cut takes back nothing of it. */
    private static void write(FileChannel to, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
        to.force(false);
    }

    private static String key(String parameters, long fromMs, long toMs) {
        return fromMs + ".." + toMs + " " + parameters;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The trials cannot be kept", e);
        }
    }
}
