package dev.sparkstacker.backtest.compare;

import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.domain.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trades that were made over a time, and why others were not.
 *
 * @param name for people
 * @param interval of the bars that were decided on
 * @param fromMs venue time of its beginning
 * @param toMs venue time of its end
 * @param trades in any order
 * @param why says what was decided on a bar
 */
public record PastRun(String name, Interval interval, long fromMs, long toMs, List<PastTrade> trades, Decided why) {
    private static final String SIGNALS = "signals.csv";

    public PastRun {
        trades = List.copyOf(trades);
    }

    /** What a strategy decided on a bar of a market, and why. */
    public interface Decided {
        /** In words; empty where nothing is known of that bar. */
        String on(String market, long barOpenMs);
    }

    /** A backtest's folder. @throws DataException if it holds none, or one that is damaged */
    public static PastRun ofBacktest(Path folder) {
        WrittenRun run = WrittenRun.read(folder);
        try {
            return new PastRun(
                    run.name(),
                    intervalOf(run),
                    timeOf(run, "from"),
                    timeOf(run, "to"),
                    run.trades().stream().map(PastTrade::of).toList(),
                    signals(folder.resolve(SIGNALS)));
        } catch (NumberFormatException | DateTimeParseException damaged) {
            throw new DataException(folder, "holds a damaged backtest: " + damaged.getMessage());
        } catch (IOException unreadable) {
            throw new DataException(folder, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static Interval intervalOf(WrittenRun run) {
        String code = run.summary().at("/run/strategy/interval").asString("");
        return Interval.byCode(code).orElseThrow(() -> new NumberFormatException("interval \"" + code + "\""));
    }

    private static long timeOf(WrittenRun run, String key) {
        return Instant.parse(run.summary().path("run").path("period").path(key).asString(""))
                .toEpochMilli();
    }

    private static Decided signals(Path file) throws IOException {
        Map<Long, String> decided = new HashMap<>();
        for (Map<String, String> row : WrittenRun.rows(file)) {
            String reason = row.getOrDefault("reason", "");
            String detail = row.getOrDefault("detail", "");
            String signal = row.getOrDefault("signal", "");
            decided.put(
                    Long.parseLong(row.getOrDefault("bar_time_ms", "")),
                    "signal " + signal + (reason.isEmpty() ? "" : ", " + reason)
                            + (detail.isEmpty() ? "" : " (" + detail + ")"));
        }
        return (_, barOpenMs) -> decided.getOrDefault(barOpenMs, "");
    }
}
