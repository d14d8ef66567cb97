package dev.sparkstacker.telemetry.health;

import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * Profit of the UTC day that venue time is in: realised, the change of unrealised, fees and funding.
 *
 * @param profit the sum, or null where a part of it is not known
 * @param unknown why it is not known, empty where it is
 */
public record DayProfit(@Nullable Usd profit, String unknown) {
    /** A known profit. */
    public static DayProfit of(Usd profit) {
        return new DayProfit(profit, "");
    }

    /** Not known. {@code why} says what is missing. */
    public static DayProfit unknown(String why) {
        return new DayProfit(null, why);
    }
}
