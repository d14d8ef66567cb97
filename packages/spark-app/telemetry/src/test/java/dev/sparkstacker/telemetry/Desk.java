package dev.sparkstacker.telemetry;

import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.telemetry.log.Level;
import dev.sparkstacker.telemetry.log.LogOptions;
import dev.sparkstacker.telemetry.log.Logs;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.Meters;
import dev.sparkstacker.telemetry.watch.DiskWatch;
import dev.sparkstacker.telemetry.watch.MemoryWatch;
import dev.sparkstacker.telemetry.watch.Outlet;
import dev.sparkstacker.telemetry.watch.Watchers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Logs, meters and watchers on real files, with clocks and disks that a test sets. */
public final class Desk implements AutoCloseable {
    public final Path folder;
    public final Meters meters = new Meters(() -> 5_000_000_000L);
    public final Logs logs;
    public final Watchers watch;

    public volatile Instant now = Instant.ofEpochMilli(Scene.NOON_MS);
    public volatile long nanos = 1;
    public volatile DiskWatch.Usage disk = new DiskWatch.Usage(1_000, 900);
    public volatile MemoryWatch.Heap heap = new MemoryWatch.Heap(50, 20, 100);
    public volatile boolean diskReadable = true;
    public final List<String> diskStates = new ArrayList<>();

    public Desk(Path folder) {
        this(folder, LogOptions.defaults(folder, "test", "paper").withMinimum(Level.TRACE));
    }

    public Desk(Path folder, LogOptions options) {
        this.folder = folder;
        InstantSource clock = () -> now;
        Clocks clocks = new Clocks() {
            @Override
            public long venueTimeMs() {
                return Scene.NOON_MS;
            }

            @Override
            public long machineTimeMs() {
                return now.toEpochMilli();
            }
        };
        logs = Logs.open(
                options,
                clocks,
                clock,
                () -> nanos,
                100,
                (event, level, category, timestamp, message, json) -> meters.log
                        .logEvents
                        .labelValues(Labels.of(level), category.folder())
                        .inc());
        meters.initialise(Scene.config(), "hyperliquid");
        Outlet outlet = new Outlet(logs.log(), meters, "hyperliquid", true, Scene.config());
        watch = new Watchers(
                outlet,
                clock,
                folder,
                folder,
                partition -> {
                    if (!diskReadable) {
                        throw new IOException("no such disk");
                    }
                    return disk;
                },
                () -> heap,
                (partition, state) -> diskStates.add(partition + " " + state));
    }

    /** The parsed lines of a folder, oldest first. */
    public List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(Catalogue.parse(line));
                }
            }
        }
        return lines;
    }

    /** The value of one series in the exposed text. */
    public double meter(String series) throws IOException {
        for (String line : meters.text().split("\n", -1)) {
            if (line.startsWith(series + " ")) {
                return Double.parseDouble(line.substring(series.length() + 1));
            }
        }
        throw new AssertionError("No series " + series + " in\n" + meters.text());
    }

    @Override
    public void close() {
        logs.close();
    }
}
