package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * Volume of one UTC day, USD.
 */
public record DailyVolume(String date, BigDecimal userCross, BigDecimal userAdd, BigDecimal exchange) {}
