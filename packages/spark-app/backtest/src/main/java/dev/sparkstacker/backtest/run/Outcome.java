package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.EquityPoints;
import dev.sparkstacker.backtest.result.OpenPosition;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.domain.Usd;
import java.util.List;

/**
 * What one pass over the data gave.
 *
 * @param events events the engine took
 */
record Outcome(PricePath path, Recorder recorder, EquityPoints equity, List<OpenPosition> open, long events) {
    long orderEvents() {
        return recorder.orderEvents();
    }

    Usd endEquity() {
        return equity.last();
    }
}
