package dev.sparkstacker.risk;

import dev.sparkstacker.domain.output.Reason;

/**
 * One pre-trade check with what it saw.
 *
 * @param rule the reason it denies with
 * @param passed whether it passed
 * @param value what it saw
 * @param limit what it held it to
 */
public record Check(Reason rule, boolean passed, String value, String limit) {}
