package dev.sparkstacker.sandbox.server;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Carries requests from a socket to the desk and does on the socket what the desk says. A virtual thread a request. */
final class HttpEdge implements AutoCloseable {
    private static final long DRIP_EVERY_MS = 50;

    private final VenueDesk desk;
    private final CountDownLatch closed = new CountDownLatch(1);

    HttpEdge(VenueDesk desk) {
        this.desk = desk;
    }

    void serve(Context context) throws InterruptedException, IOException {
        switch (reply(context)) {
            case HttpReply.Answer answer
            when answer.bytesPerSecond() == 0 ->
                context.status(answer.status())
                        .contentType(answer.contentType())
                        .result(answer.bytes());
            case HttpReply.Answer answer -> drip(context, answer);
            case HttpReply.Broken(HttpReply.Answer whole, int sentBytes) -> {
                announce(context, whole).write(whole.bytes(), 0, sentBytes);
                context.res().flushBuffer();
                cut(context, true);
            }
            case HttpReply.Cut(boolean reset) -> cut(context, reset);
            case HttpReply.Silence _ -> {
                closed.await();
                cut(context, false);
            }
        }
    }

    private HttpReply reply(Context context) throws InterruptedException {
        try {
            return desk.post(
                            context.path(), context.bodyAsBytes(), context.req().getRemoteAddr())
                    .get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The desk's answers never fail", impossible);
        }
    }

    private void drip(Context context, HttpReply.Answer answer) throws IOException, InterruptedException {
        OutputStream out = announce(context, answer);
        byte[] body = answer.bytes();
        int piece = (int) Math.max(1, answer.bytesPerSecond() * DRIP_EVERY_MS / 1_000);
        for (int sent = 0; sent < body.length; sent += piece) {
            out.write(body, sent, Math.min(piece, body.length - sent));
            context.res().flushBuffer();
            if (closed.await(piece * 1_000L / answer.bytesPerSecond(), TimeUnit.MILLISECONDS)) {
                cut(context, false);
                return;
            }
        }
    }

    private static OutputStream announce(Context context, HttpReply.Answer answer) throws IOException {
        HttpServletResponse response = context.res();
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.bytes().length);
        return response.getOutputStream();
    }

    private static void cut(Context context, boolean reset) throws IOException {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (reset && endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
    }

    /** Ends what is held open. */
    @Override
    public void close() {
        closed.countDown();
    }
}
