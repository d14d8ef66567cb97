package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.PublicFeed;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.SandboxConfig;
import dev.sparkstacker.sandbox.SandboxMarket;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that lives on the public feed of another, which plays the real venue, over real sockets. */
class LivePricesTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final SandboxMarket MARKET = new SandboxMarket(ETH, 4, 25, Price.of("2500"));
    private static final int SIXTY_TIMES = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long OUTAGE_BARS = 3;

    @TempDir
    private Path folder = Path.of("");

    private final Heard heard = new Heard();

    /** What the feed tells of itself. */
    private static final class Heard implements ConnectorListener {
        final AtomicInteger openings = new AtomicInteger();
        final AtomicInteger losses = new AtomicInteger();
        final AtomicInteger malformed = new AtomicInteger();

        @Override
        public void connected(String connection, int opened) {
            openings.incrementAndGet();
        }

        @Override
        public void disconnected(String connection, String detail, long retryInMs) {
            losses.incrementAndGet();
        }

        @Override
        public void frameMalformed(String connection, String reason, String detail) {
            malformed.incrementAndGet();
        }
    }

    @Test
    void minutesOfAnOutageAreReadAfterwardsSoThatNoBarIsMissingOrMadeUp() throws Exception {
        try (Sandbox real = sandbox("real", null)) {
            try (Sandbox paper = following(real)) {
                long startMs = Interval.M1.openTimeMs(paper.venueTimeMs());
                await().atMost(PATIENCE).until(() -> closedSince(paper, startMs).size() >= 2);

                real.faults().sometimes(Edge.WS_CONNECT, new Fault.Disconnect(), 1_000);
                real.faults().next(Edge.WS_SEND, new Fault.Disconnect(), 1);
                await().atMost(PATIENCE).until(() -> heard.losses.get() > 0);
                long lostMs = real.venueTimeMs();
                await().atMost(PATIENCE).until(() -> closedSince(real, lostMs).size() > OUTAGE_BARS);
                assertThat(closedSince(paper, lostMs))
                        .as("nothing is made up while nothing is heard")
                        .hasSizeLessThanOrEqualTo(1);
                real.faults().clear();

                await().atMost(PATIENCE).until(() -> heard.openings.get() > 1);
                long againMs = real.venueTimeMs();
                await().atMost(PATIENCE).until(() -> {
                    List<Bar> wanted = closedSince(real, againMs);
                    return wanted.size() > 2 && closedSince(paper, againMs).size() > 2;
                });
                long upToMs = againMs + 2 * Interval.M1.millis();
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(bars(paper, startMs, upToMs)).isEqualTo(bars(real, startMs, upToMs)));
            }
            assertThat(heard.losses).as("connections lost before the end").hasValueGreaterThan(0);
            real.faults().next(Edge.WS_SEND, new Fault.Disconnect(), 1);
            assertThat(heard.openings).as("a closed sandbox leaves its feed").hasValue(2);
        }
    }

    @Test
    void aFrameThatCannotBeReadIsCounted() throws Exception {
        try (Sandbox real = sandbox("real", null);
                Sandbox paper = following(real)) {
            real.faults().next(Edge.WS_SEND, new Fault.TruncatedBody(), 1);
            await().atMost(PATIENCE).until(() -> heard.malformed.get() == 1);
            long afterMs = real.venueTimeMs();
            await().atMost(PATIENCE).until(() -> closedSince(paper, afterMs).size() >= 1);
        }
    }

    private Sandbox following(Sandbox real) throws Exception {
        String address = "127.0.0.1:" + real.port();
        PublicFeed feed = new PublicFeed(
                "http://" + address,
                "ws://" + address + "/ws",
                List.of(new MarketFeed(ETH, List.of(), 20, true)),
                FeedLimits.USUAL,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                heard);
        feed.connect();
        long nowMs = feed.time().venueTimeMs();
        List<Bar> history = feed.candles(ETH, Interval.M1, nowMs - 10 * Interval.M1.millis())
                .bars();
        LivePrices prices = new LivePrices(feed, Map.of(ETH, history), nowMs, 1);
        feed.start(prices::take);
        return sandbox("paper", prices);
    }

    private Sandbox sandbox(String name, @Nullable PriceSource prices) {
        return Sandbox.start(new SandboxConfig(
                List.of(MARKET),
                List.of(),
                SIXTY_TIMES,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                3,
                null,
                prices,
                folder.resolve(name)));
    }

    /** Bars that opened after a time and have closed since. */
    private static List<Bar> closedSince(Sandbox sandbox, long fromMs) {
        return bars(sandbox, fromMs, sandbox.venueTimeMs() - Interval.M1.millis());
    }

    private static List<Bar> bars(Sandbox sandbox, long fromMs, long toMs) {
        return sandbox.loop()
                .ask(exchange -> {
                    Market market = exchange.markets().getFirst();
                    return Objects.requireNonNull(
                                    sandbox.loop().core().candles().get(market.id()))
                            .bars(Interval.M1, fromMs, toMs, 1_000);
                })
                .join();
    }
}
