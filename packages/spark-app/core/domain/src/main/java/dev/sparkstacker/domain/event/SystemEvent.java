package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.TradingConfig;

/** What happened to the product itself. */
public sealed interface SystemEvent extends Event {
    /**
     * The process started.
     *
     * @param run id of the run, part of every client order id
     * @param epoch number of the start within the run, part of every client order id
     * @param build which code trades
     * @param configHash which configuration it trades with
     * @param cleanStop whether the process before it ended in order, with a snapshot
     */
    @WireId(80)
    record EpochStarted(int run, int epoch, String build, String configHash, boolean cleanStop)
            implements SystemEvent {}

    /** The configuration in force from here on. */
    @WireId(81)
    record Configured(TradingConfig config) implements SystemEvent {}

    /** Time passed and something is due. */
    @WireId(82)
    record ClockTicked() implements SystemEvent {}

    /** A connection to the venue went up. */
    @WireId(83)
    record Connected(String connection) implements SystemEvent {}

    /** A connection to the venue went down. */
    @WireId(84)
    record Disconnected(String connection, String detail) implements SystemEvent {}

    /** A frame could not be read; it was counted and dropped. */
    @WireId(85)
    record FrameMalformed(String source, String reason, String detail) implements SystemEvent {}

    /** Something outside the core failed in a way that trading must know of. */
    @WireId(86)
    record FaultReported(String component, boolean haltEntries, String detail) implements SystemEvent {}
}
