package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.event.HaltScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The kill-switch file of a data folder, as the command line writes it. */
final class HaltFile {
    private HaltFile() {}

    /** One line of it. */
    record Line(String text) {
        static Line halt(@Nullable HaltScope scope) {
            return new Line(scope == null ? "halt" : "halt " + words(scope));
        }

        static Line flatten(@Nullable HaltScope scope) {
            return new Line(scope == null ? "flatten" : "flatten " + words(scope));
        }

        private static String words(HaltScope scope) {
            return switch (scope) {
                case HaltScope.OneStrategy(var strategy) -> "strategy " + strategy.name();
                case HaltScope.OneMarket(var market) -> "market " + market.symbol();
                case HaltScope.OneAccount(var account) -> "account " + account.name();
            };
        }
    }

    /** Whether an instance has ever run on a folder: a halt for a misspelt folder would halt nothing. */
    static boolean isDataFolder(Path dataDir) {
        return Files.exists(dataDir.resolve("lock"));
    }

    /** Adds a line. @throws CommandFailure if the disk refuses */
    static Path append(Path dataDir, Line line) {
        Path file = dataDir.resolve("HALT");
        try {
            return Files.writeString(
                    file,
                    line.text() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    file + " cannot be written (" + refused.getMessage()
                            + "). Send the process the signal USR2, or halt" + " at the venue yourself.",
                    refused);
        }
    }
}
