package dev.sparkstacker.sandbox.server;

/** Remembers which nonces were used, so that a restart knows them. Called on the exchange's thread. */
@FunctionalInterface
public interface NonceSink {
    void used(String signer, long nonce);
}
