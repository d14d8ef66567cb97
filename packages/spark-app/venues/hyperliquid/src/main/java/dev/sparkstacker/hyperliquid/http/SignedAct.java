package dev.sparkstacker.hyperliquid.http;

import org.jspecify.annotations.Nullable;

/**
 * An action as it goes over the wire; a repetition sends the very same text, so that the venue can execute it only once.
 *
 * @param type the action's type
 * @param elements orders or cancels it carries
 * @param body the posted JSON
 * @param nonce the nonce signed into it
 * @param expiresAfterMs venue time after which the venue refuses it, or null
 */
public record SignedAct(
        String type,
        int elements,
        String body,
        long nonce,
        @Nullable Long expiresAfterMs) {}
