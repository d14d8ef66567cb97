package dev.sparkstacker.app.port;

import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;

/** Works on the SQL store. */
public interface StoreTools {
    /** Makes the projections anew from the journal in the data folder. @throws CommandFailure if it cannot */
    ExitCode rebuild(Path dataDir, Terminal terminal);
}
