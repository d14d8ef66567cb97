package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.sandbox.server.HttpReply;
import dev.sparkstacker.simulator.schedule.SimulatedMachine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One process's end of the simulated network. */
final class SimulatedTransport implements VenueTransport {
    private final Network network;
    private final SimulatedMachine machine;
    private final Runnable step;
    private final List<Line> lines = new ArrayList<>();

    /** @param step told before anything leaves: the process may be killed there */
    SimulatedTransport(Network network, SimulatedMachine machine, Runnable step) {
        this.network = network;
        this.machine = machine;
        this.step = step;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        step.run();
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        if (!network.connects()) {
            machine.after(network.latencyNanos(), () -> refused(answer));
            return answer;
        }
        network.carry(uri.getPath(), body, reply -> machine.after(0, () -> arrive(reply, answer)));
        return answer;
    }

    private static void refused(CompletableFuture<?> future) {
        future.completeExceptionally(new ConnectException("Connection refused (simulated)"));
    }

    private void arrive(HttpReply reply, CompletableFuture<HttpAnswer> answer) {
        switch (reply) {
            case HttpReply.Answer whole -> {
                int pace = whole.bytesPerSecond();
                long dripNanos = pace == 0 ? 0 : whole.body().length() * 1_000_000_000L / pace;
                machine.after(dripNanos, () -> answer.complete(new HttpAnswer(whole.status(), whole.body())));
            }
            case HttpReply.Broken _ -> lost(answer, "Connection reset within the body (simulated)");
            case HttpReply.Cut(boolean reset) ->
                lost(answer, reset ? "Connection reset (simulated)" : "EOF reached while reading (simulated)");
            case HttpReply.Silence _ -> {
                // The connection stays open and nothing comes: the reader's patience ends it.
            }
        }
    }

    private static void lost(CompletableFuture<HttpAnswer> answer, String how) {
        answer.completeExceptionally(new IOException(how));
    }

    @Override
    public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
        step.run();
        CompletableFuture<Line> opened = new CompletableFuture<>();
        if (!network.connects()) {
            machine.after(network.latencyNanos(), () -> refused(opened));
            return opened;
        }
        Wire wire = new Wire(network, machine, listener);
        Line line = wire.line();
        lines.add(line);
        machine.after(network.latencyNanos(), () -> {
            opened.complete(line);
            wire.reach();
        });
        return opened;
    }

    /** Ends every connection, as the machine does for a process that is gone. */
    @Override
    public void close() {
        lines.forEach(Line::abort);
        lines.clear();
    }
}
