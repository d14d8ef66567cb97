package dev.sparkstacker.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a trader is about when it is killed. */
enum KillMoment {
    /** The journal is being read: nothing has been printed yet. */
    RECOVERY(""),
    /** It is connected, and compares with the venue. */
    RECONCILIATION("  link      account:"),
    ENTRY("MAIN ENTERING"),
    /** The entry has filled; stop and target are on their way. */
    PROTECTION("MAIN OPENING"),
    EXIT("MAIN EXITING"),
    /** A part was closed: a smaller stop is placed, then the larger one is cancelled. */
    STOP_MOVE(Lines.PROTECTED_POSITION),
    FLATTEN(Lines.PROTECTED_POSITION);

    private final Pattern sign;

    /** @param sign what the line holds that tells of it */
    KillMoment(String sign) {
        this.sign = Pattern.compile(sign);
    }

    /** Whether trading has begun by then. */
    boolean comesAfterReady() {
        return this != RECOVERY && this != RECONCILIATION;
    }

    /** Returns when that has begun, having caused it where it does not come by itself. */
    void await(ProductProcess trader, Path dataDir, Duration patience) throws IOException, InterruptedException {
        switch (this) {
            case RECOVERY, RECONCILIATION, ENTRY, PROTECTION, EXIT -> trader.awaitLine(name(), this::isTold, patience);
            case STOP_MOVE -> {
                trader.awaitLine("a protected position", this::isTold, patience);
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
                trader.awaitLine("a protected position", this::isTold, patience);
                int known = trader.lineCount();
                Path halt = Files.writeString(dataDir.resolve("HALT"), "flatten");
                trader.awaitLineAfter(known, "it flattens", line -> line.contains("  state     HALTED"), patience);
                Files.delete(halt);
            }
        }
    }

    private boolean isTold(String line) {
        return sign.matcher(line).find();
    }

    /** Lines that more than one moment waits for. */
    private static final class Lines {
        static final String PROTECTED_POSITION = "MAIN OPEN .* stop .*";

        private Lines() {}
    }
}
