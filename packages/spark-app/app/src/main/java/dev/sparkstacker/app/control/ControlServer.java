package dev.sparkstacker.app.control;

import dev.sparkstacker.app.control.ControlException.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;

/**
 * Answers requests on {@code control.sock}, mode 0600, one virtual thread a client.
 *
 * <p>Only the owner of the process and root are answered: the kernel tells who connects. A socket file that a killed
 * process left behind is replaced; one that somebody answers on is not. A client that says nothing for long, says too
 * much in a line or comes as one too many is cut off.
 */
public final class ControlServer implements AutoCloseable {
    /** Longest line of a request. */
    public static final int MOST_REQUEST_BYTES = 64 * 1024;

    private static final int MOST_CLIENTS = 16;
    private static final long IDLE_SECONDS = 60;
    private static final long LAST_REPLIES_MS = 2_000;
    private static final int MOST_PATH_BYTES = 107;

    private final Path path;
    private final ControlHandler handler;
    private final Consumer<String> diagnostics;
    private final ServerSocketChannel listener;
    private final Semaphore seats = new Semaphore(MOST_CLIENTS);
    private final Semaphore answering = new Semaphore(MOST_CLIENTS);
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("control-timeout").factory());

    private ControlServer(
            Path path, ControlHandler handler, Consumer<String> diagnostics, ServerSocketChannel listener) {
        this.path = path;
        this.handler = handler;
        this.diagnostics = diagnostics;
        this.listener = listener;
    }

    /**
     * Begins to listen.
     *
     * @param path where the socket file will be; its folder must exist
     * @param diagnostics takes a line for every client that was cut off or refused
     * @throws ControlException if another process listens there or the socket cannot be made
     */
    public static ControlServer start(Path path, ControlHandler handler, Consumer<String> diagnostics)
            throws ControlException {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > MOST_PATH_BYTES) {
            throw new ControlException(
                    Kind.FAILED,
                    "The path of the control socket is longer than the " + MOST_PATH_BYTES
                            + " bytes a Unix socket allows: " + path + ". Choose a shorter --data-dir.");
        }
        if (isAnswered(path)) {
            throw new ControlException(Kind.ALREADY_RUNNING, "Another instance listens on " + path + ".");
        }
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            ControlServer server = new ControlServer(path, handler, diagnostics, listener);
            Thread.ofPlatform().daemon().name("control").start(server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new ControlException(Kind.FAILED, "Cannot listen on " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isAnswered(Path path) {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException refusedOrAbsent) {
            return false;
        }
    }

    private void acceptAll() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                if (seats.tryAcquire()) {
                    clients.add(client);
                    Thread.ofVirtual().name("control-client").start(() -> serve(client));
                } else {
                    diagnostics.accept("control: more than " + MOST_CLIENTS + " clients, one was refused");
                    client.close();
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                diagnostics.accept("control: cannot accept a client: " + e.getMessage());
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            Optional<String> operator = operatorOf(client);
            LineChannel lines = new LineChannel(client, MOST_REQUEST_BYTES);
            if (operator.isEmpty()) {
                lines.write(ControlCodec.write(new ControlReply.Failed("Only the owner of the process may ask")));
                return;
            }
            for (Optional<String> line = readInTime(lines, client);
                    line.isPresent();
                    line = readInTime(lines, client)) {
                answer(lines, line.get(), operator.get());
            }
        } catch (ClosedChannelException cutByUs) {
            if (listener.isOpen()) {
                diagnostics.accept("control: a client that said nothing for " + IDLE_SECONDS + " s was cut off");
            }
        } catch (IOException e) {
            diagnostics.accept("control: a client was cut off: " + e.getMessage());
        } finally {
            clients.remove(client);
            seats.release();
        }
    }

    /** A reply that is on its way keeps the server open: who asked for the end must hear that it comes. */
    private void answer(LineChannel lines, String line, String operator) throws IOException {
        answering.acquireUninterruptibly();
        try {
            lines.write(ControlCodec.write(replyTo(line, operator)));
        } finally {
            answering.release();
        }
    }

    /** Blocking reads on a channel have no timeout, so the channel is closed under the reader when time is up. */
    private Optional<String> readInTime(LineChannel lines, SocketChannel client) throws IOException {
        ScheduledFuture<?> cut;
        try {
            cut = watchdog.schedule(() -> closeQuietly(client), IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException serverClosed) {
            return Optional.empty();
        }
        try {
            return lines.read();
        } finally {
            cut.cancel(false);
        }
    }

    private ControlReply replyTo(String line, String operator) {
        try {
            return switch (ControlCodec.readRequest(line)) {
                case ControlRequest.Query query -> new ControlReply.Shown(handler.answer(query));
                case ControlRequest.Act act -> new ControlReply.Done(handler.act(act, operator));
            };
        } catch (ControlCodec.MalformedLine | RequestRefused e) {
            return new ControlReply.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            diagnostics.accept("control: a request failed: " + e);
            return new ControlReply.Failed("The request failed: " + e);
        }
    }

    /** {@code cli:user}, if the kernel says the other side is the owner of this process or root. */
    private static Optional<String> operatorOf(SocketChannel client) throws IOException {
        Principal user = client.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        String name = user.getName();
        boolean allowed = name.equals(System.getProperty("user.name")) || name.equals("root");
        return allowed ? Optional.of("cli:" + name) : Optional.empty();
    }

    private void awaitReplies() {
        try {
            if (!answering.tryAcquire(MOST_CLIENTS, LAST_REPLIES_MS, TimeUnit.MILLISECONDS)) {
                diagnostics.accept("control: a reply was not made within " + LAST_REPLIES_MS + " ms of the end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeQuietly(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            diagnostics.accept("control: cannot close a client: " + e.getMessage());
        }
    }

    /** Stops listening, lets replies that are being made leave, cuts clients off and removes the socket file. */
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            diagnostics.accept("control: cannot close " + path + ": " + e.getMessage());
        }
        awaitReplies();
        clients.forEach(this::closeQuietly);
        watchdog.shutdownNow();
    }
}
