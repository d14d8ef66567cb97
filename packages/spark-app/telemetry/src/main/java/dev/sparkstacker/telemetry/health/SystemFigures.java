package dev.sparkstacker.telemetry.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Memory and processor of the process, and how long events wait for the engine. */
public final class SystemFigures {
    private static final long MEBIBYTE = 1 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final LongSupplier longestQueueWaitNanos;

    /** Makes it; {@code longestQueueWaitNanos} tells the longest wait of an event in the last minute. */
    public SystemFigures(LongSupplier longestQueueWaitNanos) {
        this.longestQueueWaitNanos = longestQueueWaitNanos;
    }

    /** Everything the detailed health page says of the system. */
    Map<String, @Nullable Object> read() {
        Map<String, @Nullable Object> memory = new LinkedHashMap<>();
        memory.put("heapUsed", heapUsedMb());
        memory.put("heapTotal", heapTotalMb());
        memory.put("rss", residentMb());
        Map<String, @Nullable Object> system = new LinkedHashMap<>();
        system.put("memoryUsage", memory);
        system.put("eventLoopLag", longestQueueWaitNanos.getAsLong() / 1e6);
        system.put("cpuUsage", cpuPercent());
        return system;
    }

    /** Used heap in MB. */
    public static long heapUsedMb() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    }

    /** Heap in MB that was still in use after the last collection; 0 before the first. */
    public static long heapAfterCollectionMb() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            bytes += usage == null ? 0 : usage.getUsed();
        }
        return bytes / MEBIBYTE;
    }

    /** The most heap the process may take, in MB. */
    public static long heapTotalMb() {
        return Runtime.getRuntime().maxMemory() / MEBIBYTE;
    }

    /** Resident memory in MB, or null where the system does not tell. */
    public static @Nullable Long residentMb() {
        if (!Files.isReadable(STATUS)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(STATUS);
            for (String line : lines) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
            return null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Processor use of the process in percent of the machine, or null where it is not known. */
    private static @Nullable Double cpuPercent() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean) {
            double load = bean.getProcessCpuLoad();
            return load < 0 ? null : Math.round(load * 1000) / 10.0;
        }
        return null;
    }
}
