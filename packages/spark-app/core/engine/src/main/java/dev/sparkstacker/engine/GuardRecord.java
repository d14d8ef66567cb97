package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leg's stop and target, for snapshots.
 *
 * @param stop the newest stop order of a pair, or the moved one once it rests; or null
 * @param target the newest target order, or null
 * @param moved a stop that is to replace the resting one, until it rests; or null
 * @param movedPrice where it is to rest, or null
 * @param trail where the strategy last moved the stop, or null while it stands where the entry put it
 * @param replaced stops and targets that newer ones replace, to be cancelled once those rest
 * @param by when both must be seen resting, or a triggered one must have filled
 * @param restorations how often lost protection was placed again in this round trip
 */
record GuardRecord(
        @Nullable ClientOrderId stop,
        @Nullable ClientOrderId target,
        @Nullable Price stopPrice,
        @Nullable Price targetPrice,
        @Nullable ClientOrderId moved,
        @Nullable Price movedPrice,
        @Nullable Price trail,
        List<ClientOrderId> replaced,
        Deadline by,
        int restorations) {}
