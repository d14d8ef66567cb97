package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The base schedule, as fractions.
 *
 * @param tiers volume tiers as the venue sends them
 */
public record FeeSchedule(
        BigDecimal cross,
        BigDecimal add,
        BigDecimal spotCross,
        BigDecimal spotAdd,
        JsonNode tiers,
        BigDecimal referralDiscount) {}
