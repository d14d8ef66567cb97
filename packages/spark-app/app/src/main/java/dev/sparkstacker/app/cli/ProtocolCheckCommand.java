package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.ProtocolTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code protocol check}: vectors and recordings. */
@Command(
        name = "check",
        description =
                "Check signing and number vectors byte for byte, and recordings as typed round trips. One line a case.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker protocol check --vectors signing-vectors.json number-vectors.json",
            "  spark-stacker protocol check --recordings recordings/"
        })
final class ProtocolCheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final ProtocolTools protocol;

    @Option(names = "--vectors", arity = "1..*", paramLabel = "FILE", description = "Files of vectors.")
    private List<Path> vectors = new ArrayList<>();

    @Option(names = "--recordings", arity = "1..*", paramLabel = "DIR", description = "Folders or files of recordings.")
    private List<Path> recordings = new ArrayList<>();

    ProtocolCheckCommand(Terminal terminal, ProtocolTools protocol) {
        this.terminal = terminal;
        this.protocol = protocol;
    }

    @Override
    public Integer call() {
        if (vectors.isEmpty() && recordings.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "Nothing to check: give --vectors FILE… or --recordings DIR.");
        }
        return protocol.check(List.copyOf(vectors), List.copyOf(recordings), terminal)
                .status();
    }
}
