package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import java.util.List;

/**
 * Fee rates in force for an account, as fractions.
 *
 * @param userCrossRate perp taker
 * @param userAddRate perp maker
 */
public record UserFees(
        List<DailyVolume> dailyUserVlm,
        FeeSchedule feeSchedule,
        BigDecimal userCrossRate,
        BigDecimal userAddRate,
        BigDecimal userSpotCrossRate,
        BigDecimal userSpotAddRate,
        BigDecimal activeReferralDiscount) {}
