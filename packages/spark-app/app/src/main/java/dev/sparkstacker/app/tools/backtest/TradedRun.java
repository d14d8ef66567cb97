package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.backtest.compare.PastRun;
import dev.sparkstacker.backtest.compare.PastTrade;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.store.db.StoreException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a strategy traded on paper or live, and why it did not, from the store of a data folder. */
final class TradedRun implements AutoCloseable {
    private final Path dataDir;
    private final Store store;
    private final StrategyId strategy;

    private TradedRun(Path dataDir, Store store, StrategyId strategy) {
        this.dataDir = dataDir;
        this.store = store;
        this.strategy = strategy;
    }

    /**
     * Opens it.
     *
     * @param strategy which one, or null for the only one
     * @throws DataException if the folder holds no store, or not that strategy, or several and none is named
     */
    static TradedRun open(Path dataDir, @Nullable String strategy) {
        Path database = DataFolder.databaseIn(dataDir);
        if (!Files.isRegularFile(database)) {
            throw new DataException(dataDir, "holds no trading: a folder is wanted that \"run --data-dir\" wrote");
        }
        Store store = Store.open(database);
        try {
            return new TradedRun(
                    dataDir, store, chosen(dataDir, store.explanations().strategies(), strategy));
        } catch (DataException | StoreException refused) {
            store.close();
            throw refused;
        }
    }

    private static StrategyId chosen(Path dataDir, List<StrategyId> known, @Nullable String wanted) {
        if (wanted == null && known.size() == 1) {
            return known.getFirst();
        }
        return known.stream()
                .filter(strategy -> strategy.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        dataDir,
                        (wanted == null ? "holds several strategies or none" : "holds no strategy \"" + wanted + "\"")
                                + ": choose with --strategy among " + known));
    }

    /**
     * The strategy's trades. Why it did not trade is looked up as long as this is open.
     *
     * @throws DataException if it never judged a bar
     */
    PastRun run() {
        Output.BarJudged first = store.explanations()
                .firstJudgement(strategy)
                .orElseThrow(() -> new DataException(dataDir, "holds no bar that " + strategy + " judged"));
        Output.BarJudged last = store.explanations().lastJudgement(strategy).orElse(first);
        long barMs = first.interval().millis();
        List<PastTrade> trades = new ArrayList<>();
        store.trading().tradesOf(strategy).forEach(closed -> trades.add(of(closed)));
        store.trading().openLegs().stream()
                .filter(leg -> leg.leg().strategy().equals(strategy))
                .forEach(leg -> addOpen(leg, trades));
        return new PastRun(
                String.valueOf(dataDir.toAbsolutePath().normalize().getFileName()),
                first.interval(),
                first.bar().openTimeMs() + barMs,
                last.bar().openTimeMs() + barMs,
                trades,
                (market, barOpenMs) -> decided(market, barOpenMs, barMs));
    }

    /** The judgement of the bar, and what of it was denied before the next bar closed. */
    private String decided(String market, long barOpenMs, long barMs) {
        MarketId id = MarketId.parse(market);
        List<String> words = new ArrayList<>();
        for (Output.BarJudged judged : store.explanations().judgementsOf(strategy, id, barOpenMs)) {
            words.add(judged.verdict()
                    + (judged.side() == null ? "" : " " + judged.side())
                    + (judged.reason() == null ? "" : ", " + judged.reason()));
        }
        long closesMs = barOpenMs + barMs;
        for (Output.EntryDenied denied : store.explanations().denialsOf(strategy, id, closesMs, closesMs + barMs)) {
            words.add("denied: " + denied.reason() + " (" + denied.value() + ", limit " + denied.limit() + ")");
        }
        return String.join("; ", words);
    }

    @Override
    public void close() {
        store.close();
    }

    private static PastTrade of(Output.TradeClosed closed) {
        return new PastTrade(
                closed.leg().strategy().name(),
                closed.leg().market().toString(),
                role(closed.leg()),
                side(closed.side() == Side.BUY),
                new BigDecimal(closed.size().toString()),
                closed.openedAtMs(),
                decimal(closed.entryPrice()),
                new PastTrade.End(
                        closed.closedAtMs(),
                        decimal(closed.exitPrice()),
                        closed.reason().name().toLowerCase(Locale.ROOT),
                        new BigDecimal(closed.netPnl().toString())));
    }

    private void addOpen(Output.LegChanged leg, List<PastTrade> trades) {
        List<Output.FillBooked> fills = store.trading().fillsSinceFlat(leg.leg());
        Price entry = leg.entryPrice();
        if (entry == null || fills.isEmpty()) {
            return;
        }
        trades.add(new PastTrade(
                leg.leg().strategy().name(),
                leg.leg().market().toString(),
                role(leg.leg()),
                side(leg.size().isLong()),
                new BigDecimal(leg.size().abs().toString()),
                fills.getFirst().fill().venueTimeMs(),
                decimal(entry),
                null));
    }

    private static String role(LegId leg) {
        return leg.role().name().toLowerCase(Locale.ROOT);
    }

    private static String side(boolean isLong) {
        return isLong ? "long" : "short";
    }

    private static BigDecimal decimal(Price price) {
        return new BigDecimal(price.toString());
    }
}
