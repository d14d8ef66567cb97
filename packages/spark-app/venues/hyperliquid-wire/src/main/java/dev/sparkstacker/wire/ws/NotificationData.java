package dev.sparkstacker.wire.ws;

/** A text for the user. */
public record NotificationData(String notification) {}
