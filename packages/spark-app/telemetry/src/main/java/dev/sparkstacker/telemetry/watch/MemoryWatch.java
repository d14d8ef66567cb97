package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.telemetry.health.SystemFigures;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;

/** Tells the process's memory, and warns when what lives on the heap nearly fills it. */
public final class MemoryWatch {
    private static final int WARNING_PERCENT = 80;

    private final Outlet out;
    private final Reader reader;

    /**
     * The heap, in MB.
     *
     * @param used in use, garbage included
     * @param live in use after the last collection
     * @param total the most it may take
     */
    public record Heap(long used, long live, long total) {}

    /** Reads the heap's size. */
    @FunctionalInterface
    public interface Reader {
        /** The heap now. */
        Heap read();

        /** What the Java runtime tells. */
        static Heap runtime() {
            return new Heap(
                    SystemFigures.heapUsedMb(), SystemFigures.heapAfterCollectionMb(), SystemFigures.heapTotalMb());
        }
    }

    /** Makes it. */
    MemoryWatch(Outlet out, Reader reader) {
        this.out = out;
        this.reader = reader;
    }

    void check() {
        Heap heap = reader.read();
        LogContext context = LogContext.of("memory");
        out.log()
                .event(
                        LogEvent.MEMORY_SNAPSHOT,
                        context,
                        "Heap " + heap.used() + " of " + heap.total() + " MB",
                        field("heapUsed", heap.used()),
                        field("heapTotal", heap.total()),
                        field("rss", SystemFigures.residentMb()));
        long percent = heap.total() == 0 ? 0 : 100 * heap.live() / heap.total();
        if (percent >= WARNING_PERCENT) {
            out.log()
                    .event(
                            LogEvent.MEMORY_WARNING,
                            context,
                            "The heap is " + percent + " % full after collection",
                            field("heapUsed", heap.live()),
                            field("heapTotal", heap.total()),
                            field("percentageUsed", percent),
                            field("threshold", WARNING_PERCENT));
        }
    }
}
