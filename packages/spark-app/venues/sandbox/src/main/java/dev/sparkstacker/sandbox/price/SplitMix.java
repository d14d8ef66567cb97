package dev.sparkstacker.sandbox.price;

import java.util.random.RandomGenerator;

/**
 * The numbers of {@link java.util.SplittableRandom}, with a state that can be written down: one {@code long}.
 */
final class SplitMix implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** What another one must be made with to go on as this one will. */
    long state() {
        return state;
    }

    @Override
    public long nextLong() {
        long z = next();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public int nextInt() {
        long z = next();
        z = (z ^ (z >>> 33)) * 0x62A9D9ED799705F5L;
        return (int) (((z ^ (z >>> 28)) * 0xCB24D0A5C88C35B3L) >>> 32);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return state;
    }
}
