package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the frames of all connections, and cuts the connection whose frame it is told to: the frame is lost, and everything
 * that follows on that connection. Also counts how many connections are opened within any one minute.
 */
final class CutLines extends PassedOn {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Machine machine;
    private final BooleanSupplier cuts;
    private final Deque<Long> opened = new ArrayDeque<>();
    private int mostInAMinute;
    private int openings;

    /** @param cuts asked with each frame whether this one is where its connection ends */
    CutLines(VenueTransport transport, Machine machine, BooleanSupplier cuts) {
        super(transport);
        this.machine = machine;
        this.cuts = cuts;
    }

    /** Most connections that were opened within one minute. */
    int mostInAMinute() {
        return mostInAMinute;
    }

    /** Connections that were opened. */
    int openings() {
        return openings;
    }

    @Override
    public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
        long now = machine.nanos();
        openings++;
        opened.addLast(now);
        while (opened.getFirst() <= now - MINUTE_NANOS) {
            opened.removeFirst();
        }
        mostInAMinute = Math.max(mostInAMinute, opened.size());
        Ear ear = new Ear(listener);
        return super.open(uri, connectTimeout, ear).thenApply(line -> {
            ear.line = line;
            return line;
        });
    }

    private final class Ear implements LineListener {
        private final LineListener listener;
        private @Nullable Line line;
        private boolean gone;

        Ear(LineListener listener) {
            this.listener = listener;
        }

        @Override
        public void text(CharSequence data, boolean last) {
            if (gone) {
                return;
            }
            if (cuts.getAsBoolean()) {
                gone = true;
                if (line != null) {
                    line.abort();
                }
                listener.failed(new IOException("Connection reset (campaign)"));
                return;
            }
            listener.text(data, last);
        }

        @Override
        public void binary(boolean last) {
            listener.binary(last);
        }

        @Override
        public void closed(int status, String reason) {
            listener.closed(status, reason);
        }

        @Override
        public void failed(Throwable error) {
            listener.failed(error);
        }
    }
}
