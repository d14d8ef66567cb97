package dev.sparkstacker.app.control;

import dev.sparkstacker.domain.MarketId;
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
    record Trades(int limit) implements Query {}

    /** What strategies decided last and why; all of them where none is named. */
    record Why(@Nullable String strategy) implements Query {}

    record Halt(String reason) implements Act {}

    record Resume(String reason) implements Act {}

    /** Close a part of every position in a market; {@code fractionPct} is over 0 and at most 100. */
    record Close(MarketId market, BigDecimal fractionPct) implements Act {}

    record Flatten(String reason) implements Act {}

    record Stop(boolean flatten) implements Act {}
}
