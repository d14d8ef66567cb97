package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.app.port.DataTools;
import dev.sparkstacker.app.port.JournalTools;
import dev.sparkstacker.app.port.ProtocolTools;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.app.port.SandboxLauncher;
import dev.sparkstacker.app.port.StoreTools;
import org.jspecify.annotations.Nullable;

/** What the commands work on. A command whose part is not there is not offered. */
public record Backends(
        @Nullable ConfigJudge judge,
        @Nullable RuntimeLauncher runtime,
        @Nullable SandboxLauncher sandbox,
        @Nullable JournalTools journal,
        @Nullable ProtocolTools protocol,
        @Nullable StoreTools store,
        @Nullable DataTools data) {
    /** Configuration, keys and control alone. */
    public static Backends none() {
        return new Backends(null, null, null, null, null, null, null);
    }
}
