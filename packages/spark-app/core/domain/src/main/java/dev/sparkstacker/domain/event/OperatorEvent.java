package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.codec.WireId;

/** What a person, or a policy on a person's behalf, asked for. */
public sealed interface OperatorEvent extends Event {
    /** Number of the request, so that its answer finds its way back. */
    long requestId();

    /** Who asked, such as {@code cli:alice}. */
    String operator();

    /** Stop entering; cancel everything but the protection of open positions. */
    @WireId(60)
    record HaltRequested(long requestId, String operator, String reason) implements OperatorEvent {}

    /** Enter again. */
    @WireId(61)
    record ResumeRequested(long requestId, String operator, String reason) implements OperatorEvent {}

    /** Close a fraction of every position in a market, reduce-only. */
    @WireId(62)
    record CloseRequested(long requestId, String operator, MarketId market, Rate fraction) implements OperatorEvent {}

    /** Stop entering and close everything, reduce-only; cancel stops only when flat. */
    @WireId(63)
    record FlattenRequested(long requestId, String operator, String reason) implements OperatorEvent {}

    /** Prepare to end: with {@code flatten}, close everything first; otherwise positions keep resting stops. */
    @WireId(64)
    record StopRequested(long requestId, String operator, boolean flatten) implements OperatorEvent {}

    /** Stop entering in a part of trading; cancel its entries. Positions keep their protection. */
    @WireId(65)
    record PartialHaltRequested(long requestId, String operator, HaltScope scope, String reason)
            implements OperatorEvent {}

    /** Enter again in a part of trading. */
    @WireId(66)
    record PartialResumeRequested(long requestId, String operator, HaltScope scope, String reason)
            implements OperatorEvent {}

    /** Reset a tripped breaker. {@code breaker} is its name; a name nobody knows is refused. */
    @WireId(67)
    record BreakerResetRequested(long requestId, String operator, String breaker, String reason)
            implements OperatorEvent {}
}
