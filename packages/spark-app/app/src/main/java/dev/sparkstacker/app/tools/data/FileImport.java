package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingHeader;
import dev.sparkstacker.app.tools.recording.RecordingWriter;
import dev.sparkstacker.domain.MarketId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts a foreign file to a recording.
 *
 * <pre>
 *  file ─► scan: kind, rows, length of bars ─► read and check each row ─► target.part ─► target
 *                                                     └─► one bad row: listed, and nothing is kept
 * </pre>
 *
 * <p>A file of trades whose name holds {@code trades} is joined with the file of best bids and offers beside it whose
 * name holds {@code bbo} instead, and the other way round: prints alone give a simulated venue nothing to fill from.
 */
public final class FileImport {
    private final Path source;
    private final MarketId market;
    private final Path target;
    private final Terminal terminal;
    private final Findings findings = new Findings();
    private long firstMs;
    private long lastMs;
    private long done;

    public FileImport(Path source, MarketId market, Path target, Terminal terminal) {
        this.source = source;
        this.market = market;
        this.target = target;
        this.terminal = terminal;
    }

    /** Converts. @throws CommandFailure if a file cannot be read or written, or holds no known table */
    public ExitCode run() {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            SourceFile.Scan scan = SourceFile.scan(source);
            Optional<Path> beside = beside(scan.kind());
            SourceFile.Scan other = beside.isPresent() ? SourceFile.scan(beside.get()) : null;
            convert(scan, beside.orElse(null), other, part);
            findings.print(terminal.out());
            if (findings.isBad()) {
                Files.deleteIfExists(part);
                terminal.err()
                        .println(String.format(
                                Locale.ROOT,
                                "%,d bad %s; nothing was written. Correct or remove what is listed and import again.",
                                findings.problems(),
                                findings.problems() == 1 ? "row" : "rows"));
                return ExitCode.FOUND;
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %s to %s, %,d bytes",
                            target,
                            Instant.ofEpochMilli(firstMs),
                            Instant.ofEpochMilli(lastMs),
                            Files.size(target)));
            return ExitCode.OK;
        } catch (IOException failed) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    target + " cannot be written: " + failed + ". Make its folder, free disk space, or choose another"
                            + " name.",
                    failed);
        } finally {
            discard(part);
        }
    }

    private void convert(SourceFile.Scan scan, @Nullable Path beside, SourceFile.@Nullable Scan other, Path part)
            throws IOException {
        Files.deleteIfExists(part);
        String names = source.getFileName() + (beside == null ? "" : " and " + beside.getFileName());
        RecordingHeader header = new RecordingHeader(scan.interval(), List.of(market), names);
        long total = scan.rows() + (other == null ? 0 : other.rows());
        try (SourceFile first = SourceFile.open(source, scan, market, findings);
                SourceFile second =
                        beside == null || other == null ? null : SourceFile.open(beside, other, market, findings);
                RecordingWriter writer = RecordingWriter.create(part, header);
                ProgressBar progress = new ProgressBar(terminal, "Importing", total)) {
            for (SourceFile next = earlier(first, second); next != null; next = earlier(first, second)) {
                MarketRecord row = next.current();
                if (row != null) {
                    keep(row, writer);
                }
                next.advance();
                progress.at(++done);
            }
            writer.finish();
            terminal.out().println(first.summary());
            if (second != null) {
                terminal.out().println(second.summary());
            }
        }
    }

    private void keep(MarketRecord row, RecordingWriter writer) throws IOException {
        writer.write(row);
        firstMs = writer.rows() == 1 ? row.timeMs() : firstMs;
        lastMs = row.timeMs();
    }

    /** The file whose next row comes first; trades come before quotes of the same millisecond, which they change. */
    private static @Nullable SourceFile earlier(SourceFile first, @Nullable SourceFile second) {
        MarketRecord one = first.current();
        MarketRecord other = second == null ? null : second.current();
        if (one == null || other == null) {
            return one != null ? first : other != null ? second : null;
        }
        int order = Long.compare(one.timeMs(), other.timeMs());
        boolean firstComes = order < 0 || (order == 0 && one instanceof MarketRecord.Print);
        return firstComes ? first : second;
    }

    private Optional<Path> beside(SourceFile.Kind kind) {
        String name = String.valueOf(source.getFileName());
        String wanted = switch (kind) {
            case BARS -> name;
            case TRADES -> name.replace("trades", "bbo");
            case QUOTES -> name.replace("bbo", "trades");
        };
        Path path = source.resolveSibling(wanted);
        return wanted.equals(name) || !Files.isReadable(path) ? Optional.empty() : Optional.of(path);
    }

    private void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            terminal.err().println("A half-written file stays behind: " + part + " (" + left.getMessage() + ")");
        }
    }
}
