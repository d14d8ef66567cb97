package dev.sparkstacker.app.config.model;

/** What an orderly stop does with open positions. */
public enum StopPolicy {
    /** Leaves them to their resting stops and targets at the venue. */
    KEEP_PROTECTED,
    /** Closes them first. */
    FLATTEN
}
