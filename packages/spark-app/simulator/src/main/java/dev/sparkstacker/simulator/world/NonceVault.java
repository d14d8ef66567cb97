package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.limits.NonceStore;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nonces on the simulated disk. A record is smaller than a sector and forced as it is written: at a kill it is there
 * whole or not at all.
 */
final class NonceVault implements NonceStore {
    private final Map<String, String> kept = new TreeMap<>();
    private final Runnable step;

    /** @param step told before and after each write: the process may be killed there */
    NonceVault(Runnable step) {
        this.step = step;
    }

    @Override
    public Kept open(String signerAddress) {
        return new Kept() {
            @Override
            public String where() {
                return "nonces of " + signerAddress;
            }

            @Override
            public @Nullable String read() {
                return kept.get(signerAddress);
            }

            @Override
            public void write(String text) {
                step.run();
                kept.put(signerAddress, text);
                step.run();
            }

            @Override
            public void close() {
                // Every write is forced: nothing is open.
            }
        };
    }
}
