package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Scalar;
import dev.sparkstacker.wire.json.Tag;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What became of one order of an action. */
@ExternallyTagged
public sealed interface OrderReply {

    /** It rests. */
    @Tag("resting")
    record Resting(long oid, @Nullable String cloid) implements OrderReply {}

    /**
     * It filled, perhaps partly: the rest of a GTC keeps resting under the same id, the rest of an IOC is gone.
     *
     * @param totalSz filled size
     * @param avgPx average price of the fills
     */
    @Tag("filled")
    record Filled(
            BigDecimal totalSz,
            BigDecimal avgPx,
            long oid,
            @Nullable String cloid) implements OrderReply {}

    /** It was refused. */
    @Tag("error")
    @Scalar
    record Failed(String message) implements OrderReply {}

    /** A child of a group that waits for its parent; its id is not told. */
    @Tag("waitingForFill")
    record WaitingForFill() implements OrderReply {}

    /** A position TP/SL that waits for the mark price; its id is not told. */
    @Tag("waitingForTrigger")
    record WaitingForTrigger() implements OrderReply {}
}
