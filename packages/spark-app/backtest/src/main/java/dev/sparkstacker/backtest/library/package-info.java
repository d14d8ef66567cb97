/**
 * The market data a person keeps: columnar, compressed files with where they come from, listed and checked.
 *
 * <pre>
 *  data fetch, data import ─► BarFile (.ssb) in DataLibrary ─► data list, data check, backtest --data
 *
 *  library/ETH/1m.ssb         bars
 *  library/ETH/funding.csv    hourly funding rates
 *  library/ETH/market.csv     the market's rules when they were fetched
 * </pre>
 */
@NullMarked
package dev.sparkstacker.backtest.library;

import org.jspecify.annotations.NullMarked;
