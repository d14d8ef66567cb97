package dev.sparkstacker.strategies;

/** A strategy that also acts on signals from outside, at once and not with the next bar. */
public interface SignalTaker {
    /** Judges a signal. What it took it must know again: a signal counts once. */
    Judgement onSignal(OutsideSignal signal, Standing standing);
}
