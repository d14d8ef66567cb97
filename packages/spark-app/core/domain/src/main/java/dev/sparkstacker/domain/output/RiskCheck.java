package dev.sparkstacker.domain.output;

/**
 * A pre-trade check of one entry, as it is told.
 *
 * @param rule the reason it denies with
 * @param passed whether it passed
 * @param value what it saw, with its unit
 * @param limit what it held it to, with whose limit it is
 */
public record RiskCheck(Reason rule, boolean passed, String value, String limit) {}
