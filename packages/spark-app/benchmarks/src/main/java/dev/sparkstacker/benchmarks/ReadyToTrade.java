package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the command to the line that says entries are allowed; the launcher's own time included. */
final class ReadyToTrade implements Measurement {
    private static final int SPEED = 60;
    private static final long PATIENCE_SECONDS = 60;

    @Override
    public String name() {
        return "ready";
    }

    @Override
    public String about() {
        return "whole process: ./spark-stacker run until ready to trade, sandbox already listening";
    }

    @Override
    public boolean ownJvm() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws IOException, InterruptedException {
        Path folder = Folders.scratch("ready");
        try {
            PaperSetup setup = PaperSetup.shipped(folder, SPEED);
            try (Program _ = setup.startSandbox()) {
                return measure(setup, effort);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Figure> measure(PaperSetup setup, Effort effort) throws IOException, InterruptedException {
        double first = start(setup);
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < effort.starts(); i++) {
            later.add(start(setup));
        }
        double[] seconds = later.stream().mapToDouble(Double::doubleValue).toArray();
        return List.of(
                Figure.of(
                        "ready to trade, existing data folder",
                        Percentiles.median(seconds),
                        "s",
                        new Target.LessThan(1.5),
                        "median of " + seconds.length + " starts, launcher included"),
                Figure.of("ready to trade, first start", first, "s", new Target.None(), "new data folder"));
    }

    private static double start(PaperSetup setup) throws IOException, InterruptedException {
        try (Program application = setup.startApplication()) {
            return application.awaitSeconds(PATIENCE_SECONDS);
        }
    }
}
