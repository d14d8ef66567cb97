package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.guard.FixedFile;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * Halts that the journal has not confirmed: the file {@code halts} beside it. It has its full size from the first start
 * on, so that a full disk takes them too.
 *
 * <pre>
 *  asked ─► to the engine, and into the file ─┬─ answered, journal well ─► out of the file
 *                                             └─ else it stays ─► the next start gives it to the engine again
 * </pre>
 *
 * <p>A line each, fields between tabs. A line that cannot be read halts everything.
 */
final class KeptHalts implements AutoCloseable {
    private static final String NAME = "halts";
    private static final int BYTES = 8_192;
    private static final int FIELDS = 4;

    private final FixedFile file;
    private final Set<Kept> waiting = new LinkedHashSet<>();

    /**
     * One request.
     *
     * @param action halt or flatten
     * @param part {@code all}, or {@code market ETH-USD} and the like
     * @param operator who asked
     * @param reason why
     */
    record Kept(String action, String part, String operator, String reason) {
        /** What a request says that must not be lost; {@code null} values do not occur. */
        static List<Kept> of(OperatorEvent event) {
            return switch (event) {
                case OperatorEvent.HaltRequested e -> List.of(new Kept("halt", "all", e.operator(), e.reason()));
                case OperatorEvent.FlattenRequested e -> List.of(new Kept("flatten", "all", e.operator(), e.reason()));
                case OperatorEvent.PartialHaltRequested e ->
                    List.of(new Kept("halt", e.scope().toString(), e.operator(), e.reason()));
                case OperatorEvent.ResumeRequested _,
                        OperatorEvent.CloseRequested _,
                        OperatorEvent.StopRequested _,
                        OperatorEvent.PartialResumeRequested _,
                        OperatorEvent.BreakerResetRequested _ -> List.of();
            };
        }

        private String line() {
            return String.join(
                    "\t", action, part, operator, reason.replace('\t', ' ').replace('\n', ' '));
        }

        private static Kept read(String line) {
            List<String> fields = List.of(line.split("\t", FIELDS));
            return fields.size() == FIELDS
                    ? new Kept(fields.get(0), fields.get(1), fields.get(2), fields.get(3))
                    : new Kept("halt", "all", "file:" + NAME, "the file " + NAME + " holds: " + line);
        }

        /** The request again, under a new id. */
        LongFunction<OperatorEvent> request() {
            if (action.equals("flatten")) {
                return id -> new OperatorEvent.FlattenRequested(id, operator, reason);
            }
            String name = part.substring(part.indexOf(' ') + 1);
            return switch (part.substring(0, Math.max(0, part.indexOf(' ')))) {
                case "strategy" -> partial(new HaltScope.OneStrategy(new StrategyId(name)));
                case "market" -> partial(new HaltScope.OneMarket(MarketId.parse(name)));
                case "account" -> partial(new HaltScope.OneAccount(new AccountId(name)));
                default -> id -> new OperatorEvent.HaltRequested(id, operator, reason);
            };
        }

        private LongFunction<OperatorEvent> partial(HaltScope scope) {
            return id -> new OperatorEvent.PartialHaltRequested(id, operator, scope, reason);
        }

        @Override
        public String toString() {
            return action + " " + part + " (" + operator + ": " + reason + ")";
        }
    }

    private KeptHalts(FixedFile file) {
        this.file = file;
    }

    /** Opens the file and reads what an earlier process left in it. */
    static KeptHalts open(Path dataDir) throws IOException {
        return open(dataDir, UnaryOperator.identity());
    }

    /**
     * The same over a disk of the caller's.
     *
     * @param disk what the file's channel is reached through
     */
    static KeptHalts open(Path dataDir, UnaryOperator<FileChannel> disk) throws IOException {
        FixedFile file = FixedFile.open(dataDir.resolve(NAME), BYTES, disk);
        KeptHalts halts = new KeptHalts(file);
        FixedFile.read(file.path()).orElse("").lines().forEach(line -> halts.waiting.add(Kept.read(line)));
        return halts;
    }

    /** What is in the file. */
    synchronized List<Kept> all() {
        return List.copyOf(waiting);
    }

    /** Puts a request into the file; it is on the disk when this returns. */
    synchronized void keep(List<Kept> requests) throws IOException {
        waiting.addAll(requests);
        write();
    }

    /** Takes out what the journal has now, or what a person withdrew. */
    synchronized void drop(List<Kept> requests) throws IOException {
        if (waiting.removeAll(requests)) {
            write();
        }
    }

    /** A person enters again: nothing of what was asked before counts. */
    synchronized void clear() throws IOException {
        drop(new ArrayList<>(waiting));
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        waiting.forEach(kept -> text.append(kept.line()).append('\n'));
        file.writeForced(text.toString());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
