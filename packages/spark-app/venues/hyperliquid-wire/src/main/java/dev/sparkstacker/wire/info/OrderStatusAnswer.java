package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;

/** The answer to {@code orderStatus}. */
@TaggedBy("status")
public sealed interface OrderStatusAnswer {

    /** The venue knows the order. */
    @Tag("order")
    record Found(HistoricalOrder order) implements OrderStatusAnswer {}

    /** The venue does not know it (any more): it keeps about 2000 orders an account, fills much longer. */
    @Tag("unknownOid")
    record UnknownOid() implements OrderStatusAnswer {}
}
