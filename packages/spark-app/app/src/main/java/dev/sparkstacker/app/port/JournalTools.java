package dev.sparkstacker.app.port;

import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;

/** Reads the journal without trading. */
public interface JournalTools {
    /** Replays and prints the state hash, and every command if asked to. @throws CommandFailure if it cannot be read */
    ExitCode replay(Path journal, ReplayOptions options, Terminal terminal);

    /** Checks every record. {@link ExitCode#FOUND} if one is bad. @throws CommandFailure if it cannot be read */
    ExitCode verify(Path journal, Terminal terminal);

    /**
     * Sets aside what is damaged, so that the next start goes on from the last sure state. {@link ExitCode#OK} also where
     * nothing is.
     *
     * @throws CommandFailure if an instance runs on it, or it cannot be read or written
     */
    ExitCode quarantine(Path journal, Terminal terminal);

    /**
     * What to replay.
     *
     * @param fromZero whether snapshots are ignored
     * @param untilSequence the last event, or {@link Long#MAX_VALUE}
     * @param printCommands whether every command is printed
     */
    record ReplayOptions(boolean fromZero, long untilSequence, boolean printCommands) {}
}
