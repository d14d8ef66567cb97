package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * One hourly funding of a market; the rate is a fraction an hour, time is a few ms after the hour.
 */
public record FundingRate(String coin, BigDecimal fundingRate, BigDecimal premium, long time) {}
