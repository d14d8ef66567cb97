package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.sandbox.server.WsConnection;
import dev.sparkstacker.sandbox.server.WsPeer;
import dev.sparkstacker.simulator.schedule.SimulatedMachine;
import dev.sparkstacker.simulator.schedule.Timeline;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One websocket over the simulated network: frames keep their order each way, and take their time. */
final class Wire {
    private final Network network;
    private final SimulatedMachine machine;
    private final LineListener listener;
    private @Nullable WsConnection venueEnd;
    private long lastDownNanos;
    private long lastUpNanos;
    private boolean clientGone;

    Wire(Network network, SimulatedMachine machine, LineListener listener) {
        this.network = network;
        this.machine = machine;
        this.listener = listener;
    }

    /** Arrives at the venue, which may push at once. */
    void reach() {
        venueEnd = network.venue().connect(new VenueSide());
    }

    /** The client's end. */
    Line line() {
        return new ClientSide();
    }

    private long after(long lastNanos) {
        return Math.max(lastNanos, network.timeline().nowNanos() + network.latencyNanos());
    }

    private void up(Runnable arrival) {
        lastUpNanos = after(lastUpNanos);
        Timeline.Entry _ =
                network.timeline().after(lastUpNanos - network.timeline().nowNanos(), arrival);
    }

    private void down(String what, String text, Runnable arrival) {
        lastDownNanos = after(lastDownNanos);
        machine.after(lastDownNanos - network.timeline().nowNanos(), () -> {
            if (!clientGone && !network.isCut()) {
                network.trace().note(what, text);
                arrival.run();
            }
        });
    }

    private final class ClientSide implements Line {
        @Override
        public CompletableFuture<?> send(String text) {
            if (clientGone) {
                return CompletableFuture.failedFuture(new IOException("the connection is closed"));
            }
            up(() -> {
                WsConnection end = venueEnd;
                if (end != null && !network.isCut()) {
                    network.trace().note("frame up", text);
                    network.venue().receive(end, text);
                }
            });
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            abort();
        }

        @Override
        public void abort() {
            if (!clientGone) {
                clientGone = true;
                up(() -> {
                    if (venueEnd != null) {
                        venueEnd.closed();
                    }
                });
            }
        }
    }

    private final class VenueSide implements WsPeer {
        @Override
        public void send(String frame) {
            down("frame", frame, () -> listener.text(frame, true));
        }

        @Override
        public void close(int status, String reason) {
            down("closed", status + " " + reason, () -> {
                clientGone = true;
                listener.closed(status, reason);
            });
        }

        @Override
        public void cut() {
            down("cut", "", () -> {
                clientGone = true;
                listener.failed(new IOException("Connection reset (simulated)"));
            });
        }
    }
}
