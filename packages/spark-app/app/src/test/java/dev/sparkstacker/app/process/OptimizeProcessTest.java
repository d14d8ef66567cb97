package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.cli.WalkedBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search in a process of its own that is stopped, killed, and begun again. */
class OptimizeProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> RESULTS =
            List.of("trials.csv", "folds.csv", "out-of-sample.csv", "heatmap.csv", "optimization.json");

    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");

    @Test
    void afterCtrlCAndAfterAKillTheSameCommandGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
        data = folder.resolve("ethusdt_1m.csv");
        Files.writeString(data, WalkedBars.text(1_500));
        try (ProductProcess whole = ProductProcess.start(Map.of(), search("whole"))) {
            assertThat(whole.awaitExit(PATIENCE)).as("%s", whole.lines()).isZero();
        }

        try (ProductProcess stopped = ProductProcess.startHearingCtrlC(Map.of(), search("broken"))) {
            awaitTrials(5);
            stopped.pressCtrlC();
            assertThat(stopped.awaitExit(PATIENCE)).isEqualTo(5);
            assertThat(stopped.firstLine(line -> line.contains("Stopped. What was run is kept")))
                    .as("%s", stopped.lines())
                    .isPresent();
        }
        int kept = trials();
        assertThat(kept).isBetween(5, wholeTrials() - 1);
        assertThat(Files.readString(log("broken")))
                .as("every run is kept as a whole line")
                .endsWith("}\n");
        assertThat(folder.resolve("broken").resolve("optimization.json")).doesNotExist();

        try (ProductProcess killed = ProductProcess.start(Map.of(), search("broken"))) {
            killed.awaitLine("going on", line -> line.contains("Going on with " + kept + " runs"), PATIENCE);
            awaitTrials(kept + 5);
            killed.kill();
        }
        assertThat(folder.resolve("broken").resolve("optimization.json")).doesNotExist();

        try (ProductProcess resumed = ProductProcess.start(Map.of(), search("broken"))) {
            assertThat(resumed.awaitExit(PATIENCE)).as("%s", resumed.lines()).isZero();
        }
        for (String name : RESULTS) {
            assertThat(Files.readString(folder.resolve("broken").resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readString(folder.resolve("whole").resolve(name)));
        }
    }

    private String[] search(String out) {
        return new String[] {
            "optimize",
            "--strategy",
            "macd",
            "--data",
            data.toString(),
            "--vary",
            "fastBars=4..9",
            "--vary",
            "slowBars=20,25,30",
            "--folds",
            "2",
            "--threads",
            "2",
            "--out",
            folder.resolve(out).toString()
        };
    }

    private Path log(String out) {
        return folder.resolve(out).resolve("trials.jsonl");
    }

    private int trials() throws IOException {
        return Files.exists(log("broken")) ? Files.readAllLines(log("broken")).size() - 1 : 0;
    }

    private int wholeTrials() throws IOException {
        return Files.readAllLines(log("whole")).size() - 1;
    }

    private void awaitTrials(int count) {
        Awaitility.await("trials")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> trials() >= count);
    }
}
