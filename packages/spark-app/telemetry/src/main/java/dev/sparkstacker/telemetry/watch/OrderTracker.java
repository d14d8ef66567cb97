package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output.OrderChanged;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how far each order has come, so that a state told twice counts once. Forgets the order changed longest ago
 * beyond 4,096.
 */
final class OrderTracker {
    private static final int REMEMBERED = 4_096;

    private final Map<ClientOrderId, Life> lives = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Life> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * What a change brought.
     *
     * @param firstTime whether the order reaches this state for the first time
     * @param answered whether it is the venue's first definite answer
     * @param ended whether the order ends with it
     * @param latencyMs machine milliseconds since the order left, or null where that was not seen
     */
    record Step(
            boolean firstTime,
            boolean answered,
            boolean ended,
            @Nullable Long latencyMs) {}

    private static final class Life {
        final AccountId account;
        final Set<OrderState> reached = EnumSet.noneOf(OrderState.class);

        @Nullable
        Long sentAtMs;

        @Nullable
        Long unknownSinceMs;

        boolean answered;
        boolean ended;

        Life(AccountId account) {
            this.account = account;
        }
    }

    /** Takes a change. */
    Step take(OrderChanged change) {
        OrderState state = change.state();
        long nowMs = change.cause().machineTimeMs();
        Life life = lives.computeIfAbsent(change.order().id(), _ -> new Life(change.account()));
        boolean firstTime = life.reached.add(state);
        if (state == OrderState.SENT) {
            life.sentAtMs = nowMs;
        }
        if (state != OrderState.UNKNOWN) {
            life.unknownSinceMs = null;
        } else if (life.unknownSinceMs == null) {
            life.unknownSinceMs = nowMs;
        }
        boolean definite = state != OrderState.SENT && state != OrderState.UNKNOWN && state != OrderState.ABSENT;
        boolean answered = definite && !life.answered;
        boolean ended = !state.mayExecute() && !life.ended;
        life.answered |= definite;
        life.ended |= ended;
        Long latencyMs = life.sentAtMs == null ? null : nowMs - life.sentAtMs;
        return new Step(firstTime, answered, ended, latencyMs);
    }

    /** How many orders of an account are unanswered. */
    int unknown(AccountId account) {
        int count = 0;
        for (Life life : lives.values()) {
            if (life.unknownSinceMs != null && life.account.equals(account)) {
                count++;
            }
        }
        return count;
    }

    /** Since when the oldest unanswered order of an account is so, in machine milliseconds; 0 with none. */
    long oldestUnknownMs(AccountId account) {
        long oldest = 0;
        for (Life life : lives.values()) {
            Long since = life.unknownSinceMs;
            if (since != null && life.account.equals(account) && (oldest == 0 || since < oldest)) {
                oldest = since;
            }
        }
        return oldest;
    }
}
