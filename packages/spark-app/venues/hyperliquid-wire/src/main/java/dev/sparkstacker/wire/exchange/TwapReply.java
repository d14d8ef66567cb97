package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Scalar;
import dev.sparkstacker.wire.json.Tag;

/** What became of a TWAP order. */
@ExternallyTagged
public sealed interface TwapReply {

    /** It runs. */
    @Tag("running")
    record Running(long twapId) implements TwapReply {}

    /** It was refused. */
    @Tag("error")
    @Scalar
    record Failed(String message) implements TwapReply {}
}
