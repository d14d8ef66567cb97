package dev.sparkstacker.app.tools.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.backtest.library.BarCheck;
import dev.sparkstacker.backtest.library.BarFile;
import dev.sparkstacker.backtest.library.DataLibrary;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.SandboxConfig;
import dev.sparkstacker.sandbox.SandboxMarket;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching over real sockets, from the sandbox in the place of the real venue. */
@Timeout(60)
class HistoryFetchTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final SandboxMarket MARKET = new SandboxMarket(ETH, 4, 25, Price.of("2500"));

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @Test
    void keepsWhatTheVenueHasAndAddsWhatIsNewLater() throws Exception {
        DataLibrary library = new DataLibrary(folder.resolve("library"));
        try (Sandbox venue = venue()) {
            assertThat(fetch(venue, library, ETH)).isEqualTo(ExitCode.OK);
            BarFile first = BarFile.read(library.file(ETH, Interval.M1));
            assertThat(first.bars().size()).isGreaterThan(1_000);
            assertThat(BarCheck.of(first.bars(), Interval.M1).gaps()).isEmpty();
            assertThat(BarFile.read(library.file(ETH, Interval.H1)).bars().size())
                    .isPositive();

            assertThat(fetch(venue, library, ETH)).isEqualTo(ExitCode.OK);
            BarFile second = BarFile.read(library.file(ETH, Interval.M1));
            assertThat(second.bars().size()).isGreaterThanOrEqualTo(first.bars().size());
            assertThat(second.bars().bar(0)).isEqualTo(first.bars().bar(0));
        }
        assertThat(Files.readString(library.folder(ETH).resolve("market.csv"))).contains("ETH,4,25,false,10");
        assertThat(out.toString()).doesNotContain("differ");
    }

    @Test
    void aMarketTheVenueDoesNotKnowIsNamed() {
        try (Sandbox venue = venue()) {
            assertThatThrownBy(() -> fetch(venue, new DataLibrary(folder.resolve("library")), new MarketId("NOPE")))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("NOPE");
        }
    }

    @Test
    void aVenueThatCannotBeReachedIsNamedAndNothingIsWritten() {
        Path library = folder.resolve("library");
        try (History nobody = VenueHistory.at("http://127.0.0.1:1")) {
            assertThatThrownBy(() -> new HistoryFetch(nobody, new DataLibrary(library), terminal())
                            .run(List.of(ETH), List.of(Interval.M1)))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("127.0.0.1:1");
        }
        assertThat(library).doesNotExist();
    }

    private ExitCode fetch(Sandbox venue, DataLibrary library, MarketId market) {
        try (History history = VenueHistory.at("http://127.0.0.1:" + venue.port())) {
            return new HistoryFetch(history, library, terminal())
                    .run(List.of(market), List.of(Interval.M1, Interval.H1));
        }
    }

    private Sandbox venue() {
        return Sandbox.start(new SandboxConfig(
                List.of(MARKET),
                List.of(),
                60_000,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                3,
                null,
                null,
                folder.resolve("venue")));
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                false,
                100,
                Map.of(),
                folder,
                question -> Optional.empty(),
                question -> Optional.empty());
    }
}
