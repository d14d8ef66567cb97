package dev.sparkstacker.wire;

import dev.sparkstacker.wire.json.Form;

/** Names an order by the venue's id or by ours. */
@Form(dev.sparkstacker.wire.json.OrderRefShape.class)
public sealed interface OrderRef {

    /** The venue's id. */
    record Oid(long oid) implements OrderRef {}

    /** Our client id: {@code 0x} and 32 lower-case hex digits. */
    record Cloid(String cloid) implements OrderRef {}
}
