package dev.sparkstacker.wire.ws;

/** The reply to a post. */
public record PostReply(long id, PostResponse response) {}
