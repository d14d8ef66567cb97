package dev.sparkstacker.sandbox.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A websocket client behind a socket. Frames go through a bounded queue and a thread of their own, so that a slow client
 * never holds the exchange up; a client that falls behind by a whole queue is cut off.
 */
final class SocketPeer implements WsPeer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketPeer.class);
    private static final long WRITE_TIMEOUT_S = 30;

    private final Session session;
    private final BlockingQueue<String> queue;
    private final Thread writer;
    private volatile boolean open = true;

    SocketPeer(Session session, int queuedFrames) {
        this.session = session;
        this.queue = new ArrayBlockingQueue<>(queuedFrames);
        this.writer = Thread.ofVirtual().name("sandbox-ws-writer").start(this::write);
    }

    @Override
    public void send(String frame) {
        if (open && !queue.offer(frame)) {
            LOG.warn("A websocket client of the sandbox is {} frames behind and is cut off", queue.size());
            cut();
        }
    }

    @Override
    public void cut() {
        open = false;
        session.disconnect();
        writer.interrupt();
    }

    @Override
    public void close(int status, String reason) {
        open = false;
        session.close(status, reason, Callback.NOOP);
        writer.interrupt();
    }

    private void write() {
        try {
            while (open) {
                Callback.Completable written = new Callback.Completable();
                session.sendText(queue.take(), written);
                written.get(WRITE_TIMEOUT_S, TimeUnit.SECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("A websocket client of the sandbox is gone", gone);
            cut();
        }
    }
}
