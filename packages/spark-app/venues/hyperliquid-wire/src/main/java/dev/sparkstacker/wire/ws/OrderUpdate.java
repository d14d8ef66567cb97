package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.OpenOrder;
import dev.sparkstacker.wire.info.OrderStatus;

/** A change of an order; sz of the order is the remaining size. */
public record OrderUpdate(OpenOrder order, OrderStatus status, long statusTimestamp) {}
