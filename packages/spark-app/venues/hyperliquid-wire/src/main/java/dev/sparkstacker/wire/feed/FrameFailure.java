package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;

/**
 * A frame that could not be used.
 *
 * @param reason why, bounded, fit for a metric label
 * @param channel the frame's channel, empty when it was not reached
 * @param detail what was wrong and at which byte
 */
public record FrameFailure(Reason reason, String channel, String detail) {}
