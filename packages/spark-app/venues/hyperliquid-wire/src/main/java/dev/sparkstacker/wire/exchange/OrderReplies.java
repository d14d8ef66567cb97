package dev.sparkstacker.wire.exchange;

import java.util.List;

/** The replies to the elements of an action, in their order. */
public record OrderReplies(List<OrderReply> statuses) {}
