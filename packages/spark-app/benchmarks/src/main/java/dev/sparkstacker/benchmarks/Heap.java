package dev.sparkstacker.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The heap of this process. */
final class Heap {
    private static final double BYTES_IN_MB = 1e6;

    private Heap() {}

    /** The most that its pools have held since the process began, garbage included; their peaks need not coincide. */
    static double mostUsedMb() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return bytes / BYTES_IN_MB;
    }
}
