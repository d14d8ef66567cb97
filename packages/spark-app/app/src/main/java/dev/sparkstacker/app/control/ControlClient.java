package dev.sparkstacker.app.control;

import dev.sparkstacker.app.control.ControlException.Kind;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** Asks a running instance one thing. */
public final class ControlClient {
    private static final int MOST_REPLY_BYTES = 64 * 1024 * 1024;
    private static final long PATIENCE_MS = 30_000;

    private final Path path;

    /** Of the instance whose socket this is. */
    public ControlClient(Path path) {
        this.path = path;
    }

    /** Sends a request and waits for its reply. @throws ControlException if nobody listens or no reply comes */
    public ControlReply ask(ControlRequest request) throws ControlException {
        try (SocketChannel channel = connect()) {
            Timer patience = new Timer("control-patience", true);
            try {
                patience.schedule(new Cut(channel), PATIENCE_MS);
                LineChannel lines = new LineChannel(channel, MOST_REPLY_BYTES);
                lines.write(ControlCodec.write(request));
                Optional<String> reply = lines.read();
                if (reply.isEmpty()) {
                    throw new ControlException(Kind.FAILED, "The running instance hung up without an answer.");
                }
                return ControlCodec.readReply(reply.get());
            } finally {
                patience.cancel();
            }
        } catch (IOException e) {
            throw new ControlException(Kind.FAILED, "No answer over " + path + ": " + e.getMessage(), e);
        } catch (ControlCodec.MalformedLine e) {
            throw new ControlException(
                    Kind.FAILED, "The running instance speaks another version: " + e.getMessage(), e);
        }
    }

    private SocketChannel connect() throws ControlException {
        if (!Files.exists(path)) {
            throw new ControlException(
                    Kind.NOT_RUNNING,
                    "No instance is running (there is no " + path
                            + "). Start one with \"spark-stacker run\", or name its" + " data folder with --data-dir.");
        }
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            throw new ControlException(
                    Kind.NOT_RUNNING,
                    "No instance answers on " + path + " (" + e.getMessage() + "). It was probably killed; the next"
                            + " \"spark-stacker run\" recovers.",
                    e);
        }
    }

    /** Ends a wait by closing the channel under it. */
    private static final class Cut extends TimerTask {
        private final SocketChannel channel;

        private Cut(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
