package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leg's stop and target, for snapshots.
 *
 * @param stop the newest stop order, or null
 * @param target the newest target order, or null
 * @param replaced stops and targets that newer ones replace, to be cancelled once those rest
 * @param by when both must be seen resting, or a triggered one must have filled
 * @param restorations how often lost protection was placed again in this round trip
 */
record GuardRecord(
        @Nullable ClientOrderId stop,
        @Nullable ClientOrderId target,
        List<ClientOrderId> replaced,
        @Nullable Price stopPrice,
        @Nullable Price targetPrice,
        Deadline by,
        int restorations) {}
