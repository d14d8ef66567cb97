package dev.sparkstacker.backtest.optimize;

import java.util.List;

/**
 * Data to choose on and data to judge the choice on, which the choice has not seen.
 *
 * @param train one or more windows
 * @param test one window
 */
public record Fold(List<Window> train, Window test) {
    public Fold {
        train = List.copyOf(train);
    }
}
