package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.util.List;

/**
 * Everything that makes the run what it is: the same identity gives the same run, trade for trade.
 *
 * @param build version and commit of the code
 * @param data the files it read
 * @param labels what of the market is recorded and what is modelled, for people, in the order in which to read them
 * @param path the path within bars that is shown
 */
public record RunIdentity(
        Build build,
        List<DataFile> data,
        Period period,
        StrategyIdentity strategy,
        MarketRules rules,
        Execution execution,
        PricePath path,
        List<Label> labels) {
    public RunIdentity {
        data = List.copyOf(data);
        labels = List.copyOf(labels);
        if (data.isEmpty()) {
            throw new IllegalArgumentException("A run has read at least one file");
        }
    }

    /** The market that was traded. */
    public MarketId market() {
        return rules.market();
    }

    /** The bars the strategy decided on. */
    public Interval interval() {
        return strategy.interval();
    }

    /**
     * Which code ran.
     *
     * @param commit the commit it was built from, or {@code unknown}
     */
    public record Build(String version, String commit) {}

    /**
     * When it traded. Before {@code fromMs} the strategy only warmed up.
     *
     * @param warmUpFromMs open time of the first bar seen
     * @param fromMs open time of the first traded bar
     * @param toMs end of the last bar
     * @param warmUpBars bars of the strategy's interval before the traded period
     * @param bars bars of the strategy's interval in the traded period
     */
    public record Period(long warmUpFromMs, long fromMs, long toMs, int warmUpBars, int bars) {}
}
