package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Leverage and margin mode.
 *
 * @param type {@code cross} or {@code isolated}
 * @param rawUsd present only for isolated positions
 */
public record Leverage(String type, int value, @Nullable BigDecimal rawUsd) {
    /** Whether the margin mode is cross. */
    public boolean isCross() {
        return type.equals("cross");
    }
}
