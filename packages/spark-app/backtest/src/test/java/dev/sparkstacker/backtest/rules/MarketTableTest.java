package dev.sparkstacker.backtest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTableTest {
    private final MarketTable table = MarketTable.bundled();

    @Test
    void itSaysFromWhichDayItIs() {
        assertThat(table.date()).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(table.rules(new MarketId("BTC")).orElseThrow().source()).contains(table.date());
    }

    @Test
    void itsRulesAreTheVenues() {
        var eth = table.rules(new MarketId("ETH")).orElseThrow();

        assertThat(eth.maxLeverage()).isEqualTo(25);
        assertThat(MarketTable.instrument(eth).lot().toString()).isEqualTo("0.0001");
        assertThat(MarketTable.instrument(eth).tickAt(Price.of("2540")).toString())
                .isEqualTo("0.1");
        assertThat(eth.takerFee().toString()).isEqualTo("0.00045");
    }

    @ParameterizedTest
    @CsvSource({
        "bybit_ethusdt_perp_1m_cobra.csv.gz, ETH",
        "BTC-USD-1m.csv, BTC",
        "lean_cryptofuture_dydx_btcusd_1m.csv.gz, BTC",
        "kpepe_usdt.csv, kPEPE",
        "meth_prices.csv,",
        "somethusd.csv,",
        "prices.csv,"
    })
    void aFileNamesItsMarketOrNone(String file, String coin) {
        Optional<MarketId> expected = Optional.ofNullable(coin).map(MarketId::new);

        assertThat(table.ofFile(Path.of(file))).isEqualTo(expected);
    }
}
