package dev.sparkstacker.backtest.report;

/**
 * One statistic of a run.
 *
 * @param name what it is called
 * @param shown its value
 * @param definition how it is computed
 */
record Figure(String name, Shown shown, String definition) {}
