package dev.sparkstacker.telemetry.watch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every watcher, made together. */
public final class Watchers {
    public final OutputTelemetry outputs;
    public final EventTelemetry events;
    public final CommandTelemetry commands;
    public final RequestTelemetry requests;
    public final FrameTelemetry frames;
    public final LinkTelemetry links;
    public final EngineTelemetry engine;
    public final SystemTelemetry system;
    public final GuardTelemetry guard;
    public final DiskWatch disk;

    private final MemoryWatch memory;
    private final LegBook legs = new LegBook();

    /** Makes them. {@code onDisk} hears partition and state whenever a disk's state changes. */
    public Watchers(
            Outlet out,
            InstantSource clock,
            Path data,
            Path logs,
            DiskWatch.Reader disks,
            MemoryWatch.Reader heap,
            BiConsumer<String, DiskWatch.State> onDisk) {
        outputs = new OutputTelemetry(out, legs);
        events = new EventTelemetry(out);
        commands = new CommandTelemetry(out);
        requests = new RequestTelemetry(out, clock);
        frames = new FrameTelemetry(out, clock);
        links = new LinkTelemetry(out, clock);
        engine = new EngineTelemetry(out);
        system = new SystemTelemetry(out);
        guard = new GuardTelemetry(out);
        disk = new DiskWatch(out, data, logs, disks, onDisk);
        memory = new MemoryWatch(out, heap);
    }

    /** How full the disks are: a journal fills one within a minute, so this is looked at every few seconds. */
    public void lookAtDisks() {
        disk.check();
    }

    /** What is due each minute: disks, memory, the longest latencies, lines left out and lost. */
    public void housekeep(Map<String, Long> suppressedLines, Map<String, Long> lostLines) {
        disk.check();
        memory.check();
        engine.report();
        system.logSummary(suppressedLines, lostLines);
    }

    /** A crash dump was written. */
    public void crashDumped(Path file, boolean reconstructed) {
        system.crashDump(file, reconstructed);
    }
}
