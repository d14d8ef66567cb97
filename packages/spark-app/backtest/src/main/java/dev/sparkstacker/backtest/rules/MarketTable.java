package dev.sparkstacker.backtest.rules;

import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Tick, lot, leverage, least order and fees of each market, as of the date the table carries. */
public final class MarketTable {
    private static final String RESOURCE = "markets.csv";
    private static final String AS_OF = "# as of ";
    private static final int COLUMNS = 7;

    private final String date;
    private final Map<MarketId, MarketRules> markets;

    private MarketTable(String date, Map<MarketId, MarketRules> markets) {
        this.date = date;
        this.markets = markets;
    }

    /** The table that comes with the product. */
    public static MarketTable bundled() {
        try (InputStream stream = MarketTable.class.getResourceAsStream(RESOURCE)) {
            InputStream table = Objects.requireNonNull(stream, "The table of markets is not among the resources");
            return read(new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MarketTable read(List<String> lines) {
        String date = lines.getFirst().substring(AS_OF.length());
        Map<MarketId, MarketRules> markets = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("coin,"))
                .map(line -> rules(date, line.split(",", -1)))
                .forEach(rules -> markets.put(rules.market(), rules));
        return new MarketTable(date, markets);
    }

    private static MarketRules rules(String date, String[] fields) {
        if (fields.length != COLUMNS) {
            throw new IllegalStateException("A market has " + COLUMNS + " fields: " + String.join(",", fields));
        }
        return new MarketRules(
                new MarketId(fields[0]),
                "the product's table of " + date,
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Boolean.parseBoolean(fields[3]),
                Usd.of(fields[4]),
                Rate.of(fields[5]),
                Rate.of(fields[6]));
    }

    /** The day it was put together. */
    public String date() {
        return date;
    }

    /** Every market it knows. */
    public List<MarketId> names() {
        return List.copyOf(markets.keySet());
    }

    /** A market's rules. */
    public Optional<MarketRules> rules(MarketId market) {
        return Optional.ofNullable(markets.get(market));
    }

    /** The market that a file is of by its name, such as {@code bybit_ethusdt_1m.csv}: a coin before {@code usd}. */
    public Optional<MarketId> ofFile(Path file) {
        String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
        return markets.keySet().stream()
                .filter(market -> isNamed(name, market.coin().toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(market -> market.coin().length()));
    }

    private static boolean isNamed(String file, String coin) {
        for (int at = file.indexOf(coin); at >= 0; at = file.indexOf(coin, at + 1)) {
            boolean begins = at == 0 || !Character.isLetter(file.charAt(at - 1));
            String rest = file.substring(at + coin.length());
            if (begins && (rest.startsWith("usd") || rest.startsWith("-usd") || rest.startsWith("_usd"))) {
                return true;
            }
        }
        return false;
    }

    /** The rules as the venue states them. */
    public static Instrument instrument(MarketRules rules) {
        return new Instrument(
                rules.market(),
                0,
                rules.szDecimals(),
                new Leverage(rules.maxLeverage()),
                rules.isolatedOnly(),
                rules.minNotional());
    }
}
