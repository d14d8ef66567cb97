package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
    private static final Task FIRST = new Task(Landscape.space().at(5), new Window(0, 10));
    private static final Task SECOND = new Task(Landscape.space().at(6), new Window(0, 10));
    private static final Outcome RAN = new Outcome.Ran(List.of(0.25, -0.125), 3.5, 1.25, 7, "abc");

    @TempDir
    Path folder;

    @Test
    void holdsWhatWasKept() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (TrialLog log = TrialLog.open(file, "study")) {
            log.keep(FIRST, RAN);
            log.keep(SECOND, new Outcome.Refused("x above y"));
        }
        try (TrialLog log = TrialLog.open(file, "study")) {
            assertThat(log.find(FIRST)).contains(RAN);
            assertThat(log.find(SECOND)).contains(new Outcome.Refused("x above y"));
            assertThat(log.find(new Task(FIRST.candidate(), new Window(0, 11)))).isEmpty();
        }
    }

    @Test
    void aCutAtAnyByteOfTheLastLineLosesThatLineOnlyAndCanBeWrittenOn() throws Exception {
        Path file = folder.resolve("log.jsonl");
        long firstEnd;
        try (TrialLog log = TrialLog.open(file, "study")) {
            log.keep(FIRST, RAN);
            firstEnd = Files.size(file);
            log.keep(SECOND, RAN);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) firstEnd; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (TrialLog log = TrialLog.open(file, "study")) {
                assertThat(log.find(FIRST)).as("cut at %d", length).contains(RAN);
                assertThat(log.find(SECOND)).as("cut at %d", length).isEmpty();
                log.keep(SECOND, RAN);
            }
            assertThat(Files.readAllBytes(file))
                    .as("mended after a cut at %d", length)
                    .isEqualTo(whole);
        }
    }

    @Test
    void refusesTheLogOfAnotherStudyAndLeavesItAsItIs() throws Exception {
        Path file = folder.resolve("log.jsonl");
        TrialLog.open(file, "study").close();
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> TrialLog.open(file, "another"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another study");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refusesWhatIsDamagedInTheMiddleWithItsLine() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (TrialLog log = TrialLog.open(file, "study")) {
            log.keep(FIRST, RAN);
            log.keep(SECOND, RAN);
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), "rubbish", lines.get(2)), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TrialLog.open(file, "study"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
