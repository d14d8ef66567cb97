package dev.sparkstacker.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path logs;

    @Test
    void aNewDayBeginsANewFile() throws IOException {
        try (RollingFile file = open(1_000)) {
            file.write(line("one"), MONDAY);
            file.write(line("two"), MONDAY.plusDays(1));
        }
        assertThat(names()).containsExactly("trading-2026-01-05.0.jsonl", "trading-2026-01-06.0.jsonl");
    }

    @Test
    void aFileThatWouldGrowTooLargeIsClosedFirst() throws IOException {
        try (RollingFile file = open(10)) {
            file.write(line("12345678"), MONDAY);
            file.write(line("abc"), MONDAY);
            file.write(line("def"), MONDAY);
        }
        assertThat(names()).containsExactly("trading-2026-01-05.0.jsonl", "trading-2026-01-05.1.jsonl");
        assertThat(Files.readString(logs.resolve("trading/trading-2026-01-05.1.jsonl")))
                .isEqualTo("abc\ndef\n");
    }

    @Test
    void aLineLargerThanAFileIsStillWrittenWhole() throws IOException {
        try (RollingFile file = open(5)) {
            file.write(line("longer than five"), MONDAY);
        }
        assertThat(Files.readString(logs.resolve("trading/trading-2026-01-05.0.jsonl")))
                .isEqualTo("longer than five\n");
    }

    @Test
    void aRestartOnTheSameDayGoesOnWithTheSameFile() throws IOException {
        try (RollingFile file = open(1_000)) {
            file.write(line("before"), MONDAY);
        }
        try (RollingFile file = open(1_000)) {
            file.write(line("after"), MONDAY);
        }
        assertThat(Files.readString(logs.resolve("trading/trading-2026-01-05.0.jsonl")))
                .isEqualTo("before\nafter\n");
    }

    @Test
    void finishedFilesAreCompressedAlsoThoseOfAnEarlierProcess() throws IOException {
        try (RollingFile file = open(1_000)) {
            file.write(line("yesterday"), MONDAY.minusDays(1));
        }
        try (RollingFile file = open(1_000)) {
            file.write(line("today"), MONDAY);
            file.tidy(MONDAY);
        }
        assertThat(names()).containsExactly("trading-2026-01-04.0.jsonl.gz", "trading-2026-01-05.0.jsonl");
        try (var zip =
                new GZIPInputStream(Files.newInputStream(logs.resolve("trading/trading-2026-01-04.0.jsonl.gz")))) {
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("yesterday\n");
        }
    }

    @Test
    void aCompressedFileOfTodayIsNeverContinued() throws IOException {
        Files.createDirectories(logs.resolve("trading"));
        Files.writeString(logs.resolve("trading/trading-2026-01-05.3.jsonl.gz"), "");
        try (RollingFile file = open(1_000)) {
            file.write(line("new"), MONDAY);
        }
        assertThat(names()).contains("trading-2026-01-05.4.jsonl");
    }

    @Test
    void filesPastTheirRetentionAreDeletedAndForeignFilesAreLeftAlone() throws IOException {
        Files.createDirectories(logs.resolve("trading"));
        Files.writeString(logs.resolve("trading/trading-2025-12-28.0.jsonl.gz"), "");
        Files.writeString(logs.resolve("trading/trading-2025-12-29.0.jsonl.gz"), "");
        Files.writeString(logs.resolve("trading/notes.txt"), "mine");
        try (RollingFile file = open(1_000)) {
            file.tidy(MONDAY);
        }
        assertThat(names()).containsExactly("notes.txt", "trading-2025-12-29.0.jsonl.gz", "trading-2026-01-05.0.jsonl");
    }

    private RollingFile open(long maxBytes) throws IOException {
        RollingFile file = new RollingFile(logs, "trading", maxBytes, 7);
        file.open(MONDAY);
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(logs.resolve("trading"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
