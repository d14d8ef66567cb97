package dev.sparkstacker.backtest.result;

import dev.sparkstacker.backtest.stats.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: what it was, everything it did, and what that was worth.
 *
 * <pre>
 *  identity ── which code, data, strategy, rules; what of it is recorded and what is modelled
 *  equity, trades, denials, incidents ── what happened, exact
 *  bars, decisions, indicators ── what was seen and judged, bar by bar, all of the same length
 *  statistics, findings ── what it was worth and what speaks against it, in doubles
 * </pre>
 *
 * @param equity worth of all accounts together at the close of each traded bar, unrealised profit included
 * @param trades closed round trips in the order in which they closed
 * @param open positions that were still open when the data ended, valued at the last mark price
 * @param denials intents that were not carried out, in time order
 * @param incidents what a person should know of the run
 * @param bars the bars the strategy judged, warm-up included
 * @param decisions what it made of each
 * @param indicators what it computed for each
 * @param pathGap how far the two possible paths within bars lie apart; null where the path is recorded
 * @param tradeHash SHA-256 over every trade: equal hashes are equal runs
 */
public record BacktestResult(
        RunIdentity identity,
        EquityPoints equity,
        List<ClosedTrade> trades,
        List<OpenPosition> open,
        List<Denial> denials,
        List<Incident> incidents,
        BarColumns bars,
        Decisions decisions,
        Indicators indicators,
        RunStatistics statistics,
        List<Finding> findings,
        @Nullable PathGap pathGap,
        String tradeHash) {
    public BacktestResult {
        trades = List.copyOf(trades);
        open = List.copyOf(open);
        denials = List.copyOf(denials);
        incidents = List.copyOf(incidents);
        findings = List.copyOf(findings);
        if (bars.size() != decisions.size() || bars.size() != indicators.size()) {
            throw new IllegalArgumentException("Bars, decisions and indicators belong together: " + bars.size() + ", "
                    + decisions.size() + ", " + indicators.size());
        }
    }
}
