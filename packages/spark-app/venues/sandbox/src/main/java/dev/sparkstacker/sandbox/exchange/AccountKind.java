package dev.sparkstacker.sandbox.exchange;

/** Whose account it is. */
public enum AccountKind {
    USER,
    /** Traded by its master's keys, with money that the master moved there. */
    SUB_ACCOUNT,
    /** The venue's liquidator: takes over what falls below two thirds of its maintenance margin. */
    VAULT
}
