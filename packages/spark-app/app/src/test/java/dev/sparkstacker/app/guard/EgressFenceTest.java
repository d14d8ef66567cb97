package dev.sparkstacker.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EgressFenceTest {
    private static final URI EXCHANGE = URI.create("http://venue/exchange");
    private static final URI INFO = URI.create("http://venue/info");
    private static final String ORDER = "{\"action\":{\"type\":\"order\"},\"nonce\":1,\"signature\":{}}";

    private final List<String> left = new ArrayList<>();
    private final List<String> heldBack = new ArrayList<>();
    private final EgressFence fence = new EgressFence();
    private final VenueTransport transport = fence.around(new Recording());

    @Test
    void openItLetsEverythingThrough() {
        assertThat(transport.post(EXCHANGE, ORDER)).isCompleted();
        assertThat(left).containsExactly(ORDER);
    }

    @Test
    void closedItLetsQuestionsThroughAndNothingElse() {
        fence.tell(heldBack::add);
        Line line = transport.open(INFO, Duration.ZERO, new Deaf()).join();
        fence.close();
        assertThat(transport.post(EXCHANGE, ORDER))
                .as("it never left, and the sender must know")
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ConnectException.class);
        assertThat(transport.post(INFO, "{}")).isCompleted();
        assertThat(line.send(ORDER)).isCompletedExceptionally();
        assertThat(line.send("{\"method\":\"subscribe\"}")).isCompleted();
        assertThat(left).containsExactly("{}", "{\"method\":\"subscribe\"}");
        assertThat(heldBack).containsExactly("order", "order");
        assertThat(fence.heldBack()).isEqualTo(2);
    }

    private final class Recording implements VenueTransport {
        @Override
        public CompletableFuture<HttpAnswer> post(URI uri, String body) {
            left.add(body);
            return CompletableFuture.completedFuture(new HttpAnswer(200, "{}"));
        }

        @Override
        public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
            return CompletableFuture.completedFuture(new Line() {
                @Override
                public CompletableFuture<?> send(String text) {
                    left.add(text);
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public void close() {}

                @Override
                public void abort() {}
            });
        }

        @Override
        public void close() {}
    }

    private static final class Deaf implements LineListener {
        @Override
        public void text(CharSequence data, boolean last) {}

        @Override
        public void binary(boolean last) {}

        @Override
        public void closed(int status, String reason) {}

        @Override
        public void failed(Throwable error) {}
    }
}
