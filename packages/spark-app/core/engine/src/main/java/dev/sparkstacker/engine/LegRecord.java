package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leg's whole state, for snapshots.
 *
 * @param entry the entry order, or null
 * @param stop the newest stop order, or null
 * @param target the newest target order, or null
 * @param exit the newest exit order, or null
 * @param replaced stops and targets that newer ones replace, to be cancelled once those rest
 * @param protectBy when both must be seen resting
 * @param restorations how often lost protection was placed again in this round trip
 * @param exitAttempt number of the next exit attempt, from 0
 * @param nextExit when the next attempt may leave
 * @param exitGoal size to keep; zero closes everything
 */
record LegRecord(
        LegId id,
        LegConfig config,
        ExitConfig exits,
        LegState state,
        Position position,
        @Nullable ClientOrderId entry,
        @Nullable ClientOrderId stop,
        @Nullable ClientOrderId target,
        @Nullable ClientOrderId exit,
        List<ClientOrderId> replaced,
        @Nullable Price stopPrice,
        @Nullable Price targetPrice,
        Deadline protectBy,
        int restorations,
        int exitAttempt,
        Deadline nextExit,
        Quantity exitGoal,
        @Nullable ExitReason exitReason,
        String correlationId) {
    AccountId account() {
        return config.account();
    }
}
