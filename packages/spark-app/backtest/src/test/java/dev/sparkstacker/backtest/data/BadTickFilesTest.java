package dev.sparkstacker.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file of trades or quotes is told with file, line and column. */
class BadTickFilesTest {
    private static final String TRADES = "local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type\n";
    private static final String QUOTES = "local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty\n";
    private static final String TRADE = "1723075200000100,1723075200000,7,2500.5,0.4,buy,MARKET\n";
    private static final String QUOTE = "1723075200000100,1723075200000,2500,1,2501,2\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0} is told at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "unsorted; 1,1723075199999,8,2500,1,buy,MARKET; 3:3; not sorted",
                "time no number; 1,noon,8,2500,1,buy,MARKET; 3:3; 'noon' is no whole number",
                "time missing; 1,,8,2500,1,buy,MARKET; 3:3; is no whole number",
                "time with decimals; 1,1723075200000.5,8,2500,1,buy,MARKET; 3:3; is no whole number",
                "price no number; 1,1723075200001,8,NaN,1,buy,MARKET; 3:19; 'NaN' is no number",
                "price zero; 1,1723075200001,8,0,1,buy,MARKET; 3:19; the price must be above zero",
                "price negative; 1,1723075200001,8,-2500,1,buy,MARKET; 3:19; the price must be above zero",
                "price missing; 1,1723075200001,8,,1,buy,MARKET; 3:19; a number is missing",
                "size zero; 1,1723075200001,8,2500,0,buy,MARKET; 3:24; the size must be above zero",
                "size infinite; 1,1723075200001,8,2500,Infinity,buy,MARKET; 3:24; is no number",
                "side in other words; 1,1723075200001,8,2500,1,long,MARKET; 3:26; taker_side is buy or sell, not"
                        + " 'long'",
                "row cut off; 1,1723075200001,8,2500; 3; expected 7 fields, found 4",
                "too many fields; 1,1723075200001,8,2500,1,buy,MARKET,9; 3; expected 7 fields, found 8"
            })
    void aBadTradeIsNamed(String kind, String row, String place, String words) throws IOException {
        assertIsTold(kind, write("eth_trades.csv", TRADES + TRADE + row + "\n" + TRADE), place, words);
    }

    @ParameterizedTest(name = "{0} is told at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "unsorted; 1,1723075199999,2500,1,2501,2; 3:3; not sorted",
                "bid zero; 1,1723075200001,0,1,2501,2; 3:17; the bid must be above zero",
                "bid's size negative; 1,1723075200001,2500,-1,2501,2; 3:22; the bid's size must be above zero",
                "ask no number; 1,1723075200001,2500,1,high,2; 3:24; 'high' is no number",
                "ask's size missing; 1,1723075200001,2500,1,2501,; 3:29; a number is missing",
                "crossed; 1,1723075200001,2501,1,2500,2; 3:24; the quote is crossed: bid 2501, ask 2500",
                "locked; 1,1723075200001,2500,1,2500,2; 3:24; the quote is crossed",
                "row cut off; 1,1723075200001,2500,1; 3; expected 6 fields, found 4"
            })
    void aBadQuoteIsNamed(String kind, String row, String place, String words) throws IOException {
        assertIsTold(kind, write("eth_bbo.csv", QUOTES + QUOTE + row + "\n" + QUOTE), place, words);
    }

    @Test
    void aHeaderAloneIsTold() throws IOException {
        assertIsTold("trades", write("eth_trades.csv", TRADES), "1", "there is no row below the header");
        assertIsTold("quotes", write("eth_bbo.csv", QUOTES), "1", "there is no row below the header");
    }

    @Test
    void aHeaderOfSomethingElseIsTold() throws IOException {
        assertIsTold("header", write("eth_trades.csv", "time,price\n1,2\n"), "1", "unknown header: time,price");
    }

    @Test
    void aFaultInTheFileBesideItIsToldWithThatFile() throws IOException {
        Path trades = write("eth_trades.csv", TRADES + TRADE);
        Path quotes = write("eth_bbo.csv", QUOTES + "1,1723075200001,2501,1,2500,2\n");

        assertThatThrownBy(() -> new TickCsv().read(trades))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(quotes + ":2:24: the quote is crossed");
    }

    @Test
    void atOneTimeTheQuoteComesBeforeThePrint() throws IOException {
        Path trades = write("eth_trades.csv", TRADES + TRADE);
        write("eth_bbo.csv", QUOTES + QUOTE);

        MarketData.Ticks ticks = (MarketData.Ticks) new TickCsv().read(trades);

        assertThat(ticks.quoted()).isTrue();
        assertThat(ticks.printed()).isTrue();
        assertThat(ticks.ticks()).hasSize(2);
        assertThat(ticks.ticks().getFirst()).isInstanceOf(Tick.Book.class);
        Tick.Print print = (Tick.Print) ticks.ticks().get(1);
        assertThat(print.aggressor()).isEqualTo(Side.BUY);
        assertThat(print.price()).isEqualTo(Price.of("2500.5"));
    }

    private static void assertIsTold(String kind, Path file, String place, String words) {
        assertThatThrownBy(() -> new TickCsv().read(file))
                .as(kind)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ":" + place + ": ")
                .hasMessageContaining(words);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
