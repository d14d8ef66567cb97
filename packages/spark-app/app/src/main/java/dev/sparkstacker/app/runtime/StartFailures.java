package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.ControlException;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.IncompatibleJournalException;
import dev.sparkstacker.journal.JournalLockedException;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.telemetry.http.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a start failed with, as the command line says it. */
final class StartFailures {
    private StartFailures() {}

    /** The failure for people; a programming error stays what it is. */
    static RuntimeException explain(Exception failure) {
        return switch (failure) {
            case VenueSetupException venue -> surroundings(venue);
            case ControlException control -> surroundings(control);
            case CorruptJournalException corrupt -> surroundings(corrupt);
            case IncompatibleJournalException incompatible -> surroundings(incompatible);
            case RecoveryException unrecovered -> surroundings(unrecovered);
            case JournalLockedException locked -> surroundings(locked);
            case PortInUseException port -> surroundings(port);
            case StoreException store -> surroundings(store);
            case IOException disk -> disk(disk);
            case UncheckedIOException disk -> disk(disk);
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                yield new CommandFailure(ExitCode.FAILED, "interrupted while starting", interrupted);
            }
            case RuntimeException other -> other;
            default -> new IllegalStateException(failure);
        };
    }

    private static CommandFailure surroundings(Exception cause) {
        return new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(cause.getMessage()), cause);
    }

    private static CommandFailure disk(Exception cause) {
        return new CommandFailure(
                ExitCode.ENVIRONMENT,
                "The disk refuses: " + cause.getMessage() + ". Free space or fix permissions, then start again.",
                cause);
    }
}
