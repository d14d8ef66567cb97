package dev.sparkstacker.hyperliquid.net;

/** What a server answered, body included. */
public record HttpAnswer(int status, String body) {}
