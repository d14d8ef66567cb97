package dev.sparkstacker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole sandbox on recorded ticks: a history to begin with, and an end that is told as one. */
class RecordedTicksTest {
    private static final long FIRST = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;

    @TempDir
    Path folder;

    private SandboxConfig config() throws Exception {
        StringBuilder trades = new StringBuilder("local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type\n");
        StringBuilder quotes = new StringBuilder("local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty\n");
        for (long at = FIRST; at <= FIRST + 4 * MINUTE; at += 1_000) {
            trades.append("0,").append(at).append(",1,2000,0.5,buy,x\n");
            quotes.append("0,").append(at).append(",1999,1,2001,1\n");
        }
        Path file = Files.writeString(folder.resolve("ethusdt_trades.csv"), trades);
        Files.writeString(folder.resolve("ethusdt_bbo.csv"), quotes);
        return new SandboxConfig(
                List.of(new SandboxMarket(new MarketId("ETH"), 4, 25, Price.of("2500"))),
                List.of(new SandboxAccount("main", TestSandbox.OWNER.address(), Usd.of("10000"), List.of())),
                100_000,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                7,
                file,
                null,
                folder.resolve("state"));
    }

    @Test
    void theFirstHalfIsHistoryAndTheEndIsToldOnceWithItsTime() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (Sandbox sandbox = Sandbox.start(config())) {
            assertThat(sandbox.feedKind()).isEqualTo(SourceKind.RECORDED);
            assertThat(sandbox.loop().core().source().history(new MarketId("ETH")))
                    .as("two whole bars and the one that forms")
                    .hasSize(3);
            sandbox.onFeedEnd(told::add);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
            sandbox.onFeedEnd(told::add);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told.size() == 2);
        }
        assertThat(told)
                .allMatch(line -> line.startsWith("recording ended at 2027-01-15T08:04:00Z: recorded trades and best"));
    }

    @Test
    void aRestartGoesOnWhereItWasAndDoesNotPlayItAgain() throws Exception {
        SandboxConfig config = config();
        long reached;
        try (Sandbox sandbox = Sandbox.start(config)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> sandbox.venueTimeMs() > FIRST + 3 * MINUTE + 1_000);
            reached = sandbox.venueTimeMs();
        }
        try (Sandbox again = Sandbox.start(config)) {
            assertThat(again.venueTimeMs()).isGreaterThanOrEqualTo(reached);
            assertThat(again.loop().core().source().startMs()).isGreaterThanOrEqualTo(reached);
            assertThat(again.loop().core().source().history(new MarketId("ETH")))
                    .hasSizeBetween(3, 5);
        }
    }
}
