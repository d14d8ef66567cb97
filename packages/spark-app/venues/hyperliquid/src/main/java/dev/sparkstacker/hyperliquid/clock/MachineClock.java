package dev.sparkstacker.hyperliquid.clock;

/** The machine's two time sources; tests put their own in place. */
public interface MachineClock {
    /** The real ones. */
    MachineClock SYSTEM = new MachineClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMs() {
            return System.currentTimeMillis();
        }
    };

    /** Monotonic nanoseconds of arbitrary origin, for durations. */
    long nanos();

    /** Milliseconds since the UTC epoch. */
    long epochMs();
}
