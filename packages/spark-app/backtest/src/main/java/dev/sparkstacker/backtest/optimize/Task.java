package dev.sparkstacker.backtest.optimize;

/** One run that is asked for. */
public record Task(Candidate candidate, Window window) {}
