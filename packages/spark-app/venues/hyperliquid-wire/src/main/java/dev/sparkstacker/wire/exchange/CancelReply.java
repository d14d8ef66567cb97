package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Scalar;
import dev.sparkstacker.wire.json.Tag;

/** What became of one cancel. */
@ExternallyTagged
public sealed interface CancelReply {

    /** The order is gone. */
    @Tag("success")
    record Success() implements CancelReply {}

    /** Nothing was cancelled. */
    @Tag("error")
    @Scalar
    record Failed(String message) implements CancelReply {}
}
