package dev.sparkstacker.sandbox.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first part of a recording of ticks is the history of the rest. */
class WarmUpTest {
    private static final Instrument ETH =
            new Instrument(new MarketId("ETH"), 0, 4, new Leverage(25), false, Usd.of("10"));
    private static final long MINUTE = 60_000;
    private static final long FIRST = 1_800_000_000_000L + 13_000;

    @TempDir
    Path folder;

    private TickFileSource ticks(long everyMs, long forMs) throws IOException {
        StringBuilder trades = new StringBuilder("local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type\n");
        StringBuilder quotes = new StringBuilder("local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty\n");
        for (long at = FIRST; at <= FIRST + forMs; at += everyMs) {
            trades.append("0,")
                    .append(at)
                    .append(",1,")
                    .append(2_000 + (at / everyMs) % 7)
                    .append(",0.5,buy,x\n");
            quotes.append("0,").append(at).append(",1999,1,2010,1\n");
        }
        Path tradesFile = Files.writeString(folder.resolve("eth_trades.csv"), trades);
        Path quotesFile = Files.writeString(folder.resolve("eth_bbo.csv"), quotes);
        return new TickFileSource(ETH, tradesFile, quotesFile);
    }

    @Test
    void halfOfAShortRecordingIsHistoryFromItsFirstWholeMinuteOn() throws Exception {
        PriceSource source = WarmUp.behind(ticks(1_000, 10 * MINUTE));
        long minute = FIRST - 13_000;
        assertThat(source.startMs()).isEqualTo(minute + 5 * MINUTE);
        List<Bar> history = source.history(ETH.market());
        assertThat(history).extracting(Bar::openTimeMs).startsWith(minute + MINUTE, minute + 2 * MINUTE);
        assertThat(history.getFirst().trades()).isEqualTo(60);
        assertThat(history.getFirst().volume()).hasToString("30");
        assertThat(source.endMs()).hasValue(FIRST + 10 * MINUTE);
    }

    @Test
    void ofALongOneTwoHundredMinutesAre() throws Exception {
        PriceSource source = WarmUp.behind(ticks(10_000, 1_000 * MINUTE));
        assertThat(source.startMs()).isEqualTo(FIRST - 13_000 + 200 * MINUTE);
        assertThat(source.history(ETH.market())).hasSizeBetween(199, 200);
    }

    @Test
    void oneOfLessThanTwoMinutesIsPlayedWhole() throws Exception {
        TickFileSource source = ticks(1_000, MINUTE / 2);
        assertThat(WarmUp.behind(source)).isSameAs(source);
    }

    @Test
    void theSharedTicksHaveTwoMinutesOfHistoryAndThreeAndAHalfToTradeOn() {
        Path trades = Path.of("../shared/data/binance_usdm_ethusdt_20240808_trades.csv.gz");
        assumeTrue(Files.isReadable(trades), "no recorded data at ../shared/data");
        PriceSource source = WarmUp.behind(
                new TickFileSource(ETH, trades, Path.of("../shared/data/binance_usdm_ethusdt_20240808_bbo.csv.gz")));
        assertThat(source.history(ETH.market())).hasSizeBetween(1, 3);
        assertThat(source.endMs().orElseThrow() - source.startMs()).isGreaterThan(2 * MINUTE);
    }
}
