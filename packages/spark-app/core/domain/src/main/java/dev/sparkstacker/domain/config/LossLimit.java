package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A limit on a loss: an amount of money, a share of what there was before the loss, or both, of which the tighter counts.
 *
 * @param amount the loss in money, or null for none
 * @param share the loss as a share, or null for none
 */
public record LossLimit(@Nullable Usd amount, @Nullable Pct share) {
    /** The limit in money against what there was before the loss, or null where neither is set. */
    public @Nullable Usd against(Usd before) {
        Usd byShare = share == null ? null : share.of(before.isNegative() ? Usd.ZERO : before, RoundingMode.DOWN);
        if (amount == null || byShare == null) {
            return amount == null ? byShare : amount;
        }
        return amount.min(byShare);
    }
}
