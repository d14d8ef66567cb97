package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same journal gives the same decisions and the same state in any virtual machine. */
class ReplayEqualityTest {
    private static final int AT_ONCE = 4;

    private static final List<List<String>> SURROUNDINGS = List.of(
            List.of("-XX:+UseSerialGC", "-Xmx128m", "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"),
            List.of(
                    "-XX:+UseParallelGC",
                    "-Xmx256m",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Europe/Istanbul"),
            List.of(
                    "-XX:+UseZGC",
                    "-Xmx512m",
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=Africa/Cairo"),
            List.of(
                    "-XX:+UseG1GC",
                    "-Xmx256m",
                    "-Duser.language=de",
                    "-Duser.country=DE",
                    "-Dfile.encoding=ISO-8859-1"),
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx96m",
                    "-Duser.language=th",
                    "-Duser.country=TH",
                    "-Duser.timezone=Asia/Bangkok"),
            List.of(
                    "-XX:+UseParallelGC",
                    "-Xmx192m",
                    "-Duser.language=hi",
                    "-Duser.country=IN",
                    "-Duser.timezone=Asia/Kolkata"),
            List.of("-XX:+UseZGC", "-Xmx256m", "-Duser.language=fa", "-Duser.country=IR", "-Dfile.encoding=US-ASCII"),
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx160m",
                    "-Duser.language=ja",
                    "-Duser.timezone=Asia/Tokyo",
                    "-Dfile.encoding=Shift_JIS"),
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-Xmx256m", "-Duser.timezone=Pacific/Apia"),
            List.of("-XX:-UseCompressedOops", "-XX:+UseSerialGC", "-Xmx128m", "-Duser.timezone=America/St_Johns"));

    @TempDir
    private Path folder = Path.of("");

    /** One child process. */
    private record Child(List<String> options, String from, Process process, Path output) {}

    @Test
    @Timeout(120)
    void twentyOtherVirtualMachinesComeToTheSameHashes() throws IOException, InterruptedException {
        Path journal = folder.resolve("journal");
        RecordedRun.Left left = RecordedRun.of(journal, 20, 60);
        assertThat(left.commands()).isGreaterThan(20);

        List<Child> running = new ArrayList<>();
        int finished = 0;
        for (String from : List.of("zero", "snapshot")) {
            for (List<String> options : SURROUNDINGS) {
                if (running.size() == AT_ONCE) {
                    requireEqual(running.removeFirst(), left);
                    finished++;
                }
                Path output = folder.resolve("run-" + from + "-" + SURROUNDINGS.indexOf(options));
                running.add(new Child(options, from, ReplayProcess.start(journal, from, options, output), output));
            }
        }
        for (Child child : running) {
            requireEqual(child, left);
            finished++;
        }
        assertThat(finished).isEqualTo(20);
    }

    private static void requireEqual(Child child, RecordedRun.Left left) throws IOException, InterruptedException {
        boolean ended = child.process().waitFor(60, TimeUnit.SECONDS);
        child.process().destroyForcibly();
        String printed = Files.readString(child.output(), StandardCharsets.ISO_8859_1);

        assertThat(ended)
                .as("%s from %s ended: %s", child.options(), child.from(), printed)
                .isTrue();
        assertThat(child.process().waitFor())
                .as("%s from %s: %s", child.options(), child.from(), printed)
                .isZero();
        assertThat(Screen.value(printed, "last event")).isEqualTo(Long.toString(left.lastSequence()));
        assertThat(Screen.value(printed, "state hash")).isEqualTo(Divergence.hex(left.stateHash()));
        assertThat(Screen.value(printed, "commands hash")).isEqualTo(Divergence.hex(left.commandsHash()));
    }
}
