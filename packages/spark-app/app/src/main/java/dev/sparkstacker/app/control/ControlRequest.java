package dev.sparkstacker.app.control;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.HaltScope;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What may be asked of a running instance. */
public sealed interface ControlRequest {
    /** Looks, changes nothing. */
    sealed interface Query extends ControlRequest {}

    /** Changes what the instance does. */
    sealed interface Act extends ControlRequest {}

    record Status() implements Query {}

    record Positions() implements Query {}

    record Orders() implements Query {}

    /** The newest closed trades. */
    record Trades(int limit) implements Query {
        /** The most that one answer holds. */
        public static final int MOST = 10_000;
    }

    /** What strategies decided last and why; all of them where none is named. */
    record Why(@Nullable String strategy) implements Query {}

    /** Stop entering: everywhere where no scope is given. */
    record Halt(String reason, @Nullable HaltScope scope) implements Act {}

    /** Enter again: everywhere where no scope is given. */
    record Resume(String reason, @Nullable HaltScope scope) implements Act {}

    /** Reset a tripped breaker. */
    record Reset(String breaker, String reason) implements Act {}

    /** Close a part of every position in a market; {@code fractionPct} is over 0 and at most 100. */
    record Close(MarketId market, BigDecimal fractionPct) implements Act {}

    /** Close everything, or one market. */
    record Flatten(String reason, @Nullable MarketId market) implements Act {}

    record Stop(boolean flatten) implements Act {}
}
