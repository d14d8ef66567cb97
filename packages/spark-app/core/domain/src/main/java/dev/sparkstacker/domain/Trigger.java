package dev.sparkstacker.domain;

/**
 * The condition on which a resting trigger order activates, judged on the mark price.
 *
 * @param kind stop loss or take profit
 * @param price the mark price that activates it
 * @param market whether it then executes at once within its limit price, or rests as a limit order
 */
public record Trigger(TriggerKind kind, Price price, boolean market) {}
