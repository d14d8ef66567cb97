package dev.sparkstacker.app.tools.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.cli.WalkedBars;
import dev.sparkstacker.app.port.BacktestRequest;
import dev.sparkstacker.backtest.result.RunIdentity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a strategy on its own waits after a stop-out. */
class CooldownDefaultTest {
    @TempDir
    private Path folder = Path.of("");

    private int cooldownBars(String strategy, @Nullable Integer asked) throws IOException {
        Path data = folder.resolve("ethusdt_1m.csv");
        Files.writeString(data, WalkedBars.text(300));
        BacktestRequest request = new BacktestRequest(
                strategy,
                data,
                null,
                List.of(),
                null,
                folder.resolve("out"),
                false,
                new BacktestRequest.Money(new BigDecimal("10000"), null, null, null, null, null, asked),
                new BacktestRequest.Venue(null, null, 150, null, null, null, 1),
                new BacktestRequest.Period(null, null, null, 1));
        return BacktestInputs.read(new RunIdentity.Build("1", "abc"), request, () -> {
                    throw new IllegalStateException("no configuration is needed");
                })
                .settings()
                .strategy()
                .exits()
                .cooldownBars();
    }

    @Test
    void theSuperSignalWaitsThreeBars() throws IOException {
        assertThat(cooldownBars("super-signal", null)).isEqualTo(3);
    }

    @Test
    void othersDoNotWait() throws IOException {
        assertThat(cooldownBars("macd", null)).isZero();
    }

    @Test
    void whatIsAskedForCounts() throws IOException {
        assertThat(cooldownBars("super-signal", 0)).isZero();
        assertThat(cooldownBars("macd", 7)).isEqualTo(7);
    }
}
