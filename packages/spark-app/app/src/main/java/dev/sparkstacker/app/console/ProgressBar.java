package dev.sparkstacker.app.console;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how far long work is: a redrawn bar where a person watches, else a line every tenth of the way.
 *
 * <p>Not safe for use by several threads.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean interactive;
    private final String label;
    private final long total;
    private long drawnAtNanos;
    private int tenthShown = -1;

    /**
     * Begins.
     *
     * @param label what is done
     * @param total units of work; 0 if unknown
     */
    public ProgressBar(Terminal terminal, String label, long total) {
        this.err = terminal.err();
        this.interactive = terminal.interactive();
        this.label = label;
        this.total = total;
    }

    /** Tells how many units are done. Cheap enough for an inner loop. */
    public void at(long done) {
        if (interactive) {
            long now = System.nanoTime();
            if (done >= total || now - drawnAtNanos >= REDRAW_NANOS) {
                drawnAtNanos = now;
                err.print("\r" + text(done));
                err.flush();
            }
        } else if (total > 0) {
            int tenth = (int) Math.min(10, 10 * done / total);
            if (tenth > tenthShown) {
                tenthShown = tenth;
                err.println(label + " " + tenth * 10 + " %");
            }
        }
    }

    /** Ends the line. */
    @Override
    public void close() {
        if (interactive) {
            err.println();
        }
    }

    private String text(long done) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s %,d", label, done);
        }
        int filled = (int) (CELLS * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %% %,d / %,d",
                label,
                "#".repeat(filled),
                " ".repeat(CELLS - filled),
                100 * Math.min(done, total) / total,
                done,
                total);
    }
}
