package dev.sparkstacker.app.guard;

import dev.sparkstacker.hyperliquid.limits.NonceException;

/** Where an emergency takes its nonces from. */
@FunctionalInterface
public interface NonceSource {
    /** One that nobody else uses. @throws NonceException if none can be given now */
    long next() throws NonceException;
}
