package dev.sparkstacker.app.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * The live summary: a panel that is redrawn in place where a person watches, with notes scrolling away above it;
 * elsewhere the notes alone, one line each.
 */
public final class LiveSummary implements AutoCloseable {
    private static final long REDRAW_MS = 250;
    private static final String ESCAPE = "\u001b[";
    private static final String CLEAR_BELOW = "\r" + ESCAPE + "J";

    private final PrintWriter out;
    private final boolean panel;
    private final int width;
    private final Supplier<LiveState> source;
    private final Thread painter;
    private int drawnLines;
    private boolean closed;

    /**
     * Makes a summary; {@link #start} shows it.
     *
     * @param panel whether to draw the panel; only where the terminal is interactive
     * @param source called about four times a second by the painting thread
     */
    public LiveSummary(Terminal terminal, boolean panel, Supplier<LiveState> source) {
        this.out = terminal.out();
        this.panel = panel && terminal.interactive();
        this.width = terminal.width();
        this.source = source;
        this.painter = Thread.ofPlatform().daemon().name("summary").unstarted(this::paintUntilClosed);
    }

    /** Begins to redraw. */
    public void start() {
        if (panel) {
            painter.start();
        }
    }

    /** Prints a line that stays, above the panel. */
    public synchronized void note(String line) {
        erase();
        out.println(line);
        out.flush();
        if (panel && !closed) {
            draw();
        }
    }

    /** Draws the last state and leaves it standing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (panel) {
            erase();
            draw();
        }
        closed = true;
        notifyAll();
    }

    private synchronized void paintUntilClosed() {
        try {
            while (!closed) {
                erase();
                draw();
                wait(REDRAW_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void erase() {
        if (drawnLines > 0) {
            out.print(ESCAPE + drawnLines + "A" + CLEAR_BELOW);
            drawnLines = 0;
        }
    }

    private void draw() {
        List<String> lines = Panel.lines(source.get(), width);
        lines.forEach(out::println);
        out.flush();
        drawnLines = lines.size();
    }
}
