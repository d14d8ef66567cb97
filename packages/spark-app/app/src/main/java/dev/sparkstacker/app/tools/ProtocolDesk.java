package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.ProtocolTools;
import dev.sparkstacker.wire.check.Case;
import dev.sparkstacker.wire.check.ProtocolCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the product's protocol implementation against files that somebody brings. */
public final class ProtocolDesk implements ProtocolTools {
    @Override
    public ExitCode check(List<Path> vectors, List<Path> recordings, Terminal terminal) {
        Map<Case.Kind, Integer> counts = new EnumMap<>(Case.Kind.class);
        ProtocolCheck check = new ProtocolCheck(found -> {
            counts.merge(found.kind(), 1, Integer::sum);
            terminal.out().println(found.line());
        });
        for (Path file : vectors) {
            require(file, Files.isRegularFile(file), "file");
            read(file, () -> check.vectors(file));
        }
        for (Path place : recordings) {
            require(place, Files.exists(place), "file or folder");
            read(place, () -> recordings(check, place));
        }
        return summary(counts, terminal);
    }

    /** Work that may find a file unreadable. */
    private interface Reading {
        void run() throws IOException;
    }

    private static void read(Path place, Reading reading) {
        try {
            reading.run();
        } catch (IOException failed) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    place + " cannot be read: " + failed + ". Check that this user may read it.",
                    failed);
        }
    }

    private static void require(Path place, boolean there, String what) {
        if (!there) {
            throw new CommandFailure(ExitCode.USAGE, "There is no " + what + " " + place + ".");
        }
    }

    /** The check walks folders; a single file is shown to it in a folder of its own. */
    private static void recordings(ProtocolCheck check, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            check.recordings(place);
            return;
        }
        Path folder = Files.createTempDirectory("protocol-check");
        Path copy = folder.resolve(String.valueOf(place.getFileName()));
        try {
            Files.copy(place, copy);
            check.recordings(folder);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private static ExitCode summary(Map<Case.Kind, Integer> counts, Terminal terminal) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int mismatches = counts.getOrDefault(Case.Kind.MISMATCH, 0);
        int checked = counts.getOrDefault(Case.Kind.OK, 0) + mismatches;
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%d cases: %d ok, %d mismatched, %d of unknown type, %d skipped",
                        all,
                        counts.getOrDefault(Case.Kind.OK, 0),
                        mismatches,
                        counts.getOrDefault(Case.Kind.UNKNOWN, 0),
                        counts.getOrDefault(Case.Kind.SKIPPED, 0)));
        if (checked == 0) {
            terminal.err()
                    .println("Nothing was checked, so nothing is proved. Vectors are .json files; recordings are .json,"
                            + " .jsonl, .ndjson or .txt files.");
            return ExitCode.FOUND;
        }
        return mismatches == 0 ? ExitCode.OK : ExitCode.FOUND;
    }
}
