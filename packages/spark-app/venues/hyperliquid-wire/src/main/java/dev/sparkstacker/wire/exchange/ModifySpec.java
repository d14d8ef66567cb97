package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.OrderRef;

/** Replaces one order. */
public record ModifySpec(OrderRef oid, OrderSpec order) {}
