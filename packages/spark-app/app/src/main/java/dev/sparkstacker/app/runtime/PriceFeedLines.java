package dev.sparkstacker.app.runtime;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import java.util.function.Consumer;

/** What the public price feed tells of itself, in lines: for the stand-alone sandbox, which has no telemetry. */
final class PriceFeedLines implements ConnectorListener {
    private final Consumer<String> out;

    PriceFeedLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void frameMalformed(String connection, String reason, String detail) {
        out.accept("feed      a frame could not be read (" + reason + "): " + detail);
    }

    @Override
    public void venueComplained(String connection, String text) {
        out.accept("feed      the venue complains: " + text);
    }

    @Override
    public void connected(String connection, int opened) {
        out.accept("feed      connected" + (opened > 1 ? " again" : ""));
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        out.accept("feed      lost (" + detail + "); the next try follows in " + retryInMs
                + " ms, and what was missed is read then");
    }
}
