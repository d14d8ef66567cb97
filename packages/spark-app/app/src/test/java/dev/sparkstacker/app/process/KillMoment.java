package dev.sparkstacker.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a trader is about when it is killed. */
enum KillMoment {
    /** The journal is being read: nothing has been printed yet. */
    RECOVERY(line -> true),
    /** It is connected, and compares with the venue. */
    RECONCILIATION(line -> line.contains("  link      account:")),
    ENTRY(line -> line.contains("MAIN ENTERING")),
    /** The entry has filled; stop and target are on their way. */
    PROTECTION(line -> line.contains("MAIN OPENING")),
    EXIT(line -> line.contains("MAIN EXITING")),
    /** A part was closed: a smaller stop is placed, then the larger one is cancelled. */
    STOP_MOVE(Lines.PROTECTED),
    FLATTEN(Lines.PROTECTED);

    private final Predicate<String> sign;

    KillMoment(Predicate<String> sign) {
        this.sign = sign;
    }

    /** Whether trading has begun by then. */
    boolean comesAfterReady() {
        return this != RECOVERY && this != RECONCILIATION;
    }

    /** Returns when that has begun, having caused it where it does not come by itself. */
    void await(ProductProcess trader, Path dataDir, Duration patience) throws IOException, InterruptedException {
        switch (this) {
            case RECOVERY, RECONCILIATION, ENTRY, PROTECTION, EXIT -> trader.awaitLine(name(), sign, patience);
            case STOP_MOVE -> {
                trader.awaitLine("a protected position", sign, patience);
                int known = trader.lineCount();
                try (ProductProcess _ = ProductProcess.start(
                        ProductProcess.logsIn(dataDir.resolveSibling("cli")),
                        "close",
                        "ETH-USD",
                        "--fraction",
                        "50%",
                        "--data-dir",
                        dataDir.toString())) {
                    trader.awaitLineAfter(known, "a fill", line -> line.contains("  fill  "), patience);
                }
            }
            case FLATTEN -> {
                trader.awaitLine("a protected position", sign, patience);
                int known = trader.lineCount();
                Path halt = Files.writeString(dataDir.resolve("HALT"), "flatten");
                trader.awaitLineAfter(known, "it flattens", line -> line.contains("  state     HALTED"), patience);
                Files.delete(halt);
            }
        }
    }

    /** Lines that more than one moment waits for. */
    private static final class Lines {
        private static final Pattern OPEN = Pattern.compile("MAIN OPEN .* stop .*");
        static final Predicate<String> PROTECTED = line -> OPEN.matcher(line).find();

        private Lines() {}
    }
}
