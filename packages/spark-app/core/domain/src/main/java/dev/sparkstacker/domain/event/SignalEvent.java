package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.codec.WireId;

/** What somebody outside, such as a charting service, told a strategy. */
public sealed interface SignalEvent extends Event {
    /** Number of the request, so that its answer finds its way back. */
    long requestId();

    /**
     * A signal arrived.
     *
     * @param source who sent it, such as {@code webhook}
     * @param signalId the sender's name for it; the same name is taken once
     * @param strategy the strategy it is for
     * @param market the market it is for
     * @param sentAtMs when the sender says it was sent, machine time
     */
    @WireId(100)
    record SignalReceived(
            long requestId,
            String source,
            String signalId,
            StrategyId strategy,
            MarketId market,
            SignalAction action,
            long sentAtMs)
            implements SignalEvent {}
}
