package dev.sparkstacker.app.port;

import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;
import java.util.List;

/** Checks the wire protocol against published vectors and recordings. */
public interface ProtocolTools {
    /** One line a case; {@link ExitCode#FOUND} on any mismatch. @throws CommandFailure if a file cannot be read */
    ExitCode check(List<Path> vectors, List<Path> recordings, Terminal terminal);
}
