package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Reason;

/** An entry that a rule refused: the value it saw and the limit it held it to. */
public record Denial(long timeMs, LegId leg, Side side, Reason reason, String value, String limit) {}
