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
import org.junit.jupiter.api.io.TempDir;

/** The same journal gives the same decisions and the same state in any virtual machine. */
class ReplayEqualityTest {
    private static final int AT_ONCE = 4;
    private static final long FIRST_SEED = 20;

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
    private record Child(String what, Process process, Path output, RecordedRun.Left left) {}

    /** Each child has a deadline of its own, so the whole ends by itself however many there are. */
    @Test
    void otherVirtualMachinesComeToTheSameHashes() throws IOException, InterruptedException {
        int runs = Campaign.cases(20, 500);
        List<Child> running = new ArrayList<>();
        int equal = 0;
        for (long seed = FIRST_SEED; equal + running.size() < runs; seed++) {
            Path journal = folder.resolve("journal-" + seed);
            RecordedRun.Left left = RecordedRun.of(journal, seed, 60);
            assertThat(left.commands()).as("commands of seed %s", seed).isGreaterThan(20);
            for (String from : List.of("zero", "snapshot")) {
                for (List<String> options : SURROUNDINGS) {
                    if (running.size() == AT_ONCE) {
                        requireEqual(running.removeFirst());
                        equal++;
                    }
                    running.add(start(seed, journal, left, from, options));
                }
            }
        }
        for (Child child : running) {
            requireEqual(child);
            equal++;
        }
        System.out.println("replay equality: " + equal + " virtual machines, seeds from " + FIRST_SEED);
        assertThat(equal).isEqualTo(runs);
    }

    private Child start(long seed, Path journal, RecordedRun.Left left, String from, List<String> options)
            throws IOException {
        Path output = folder.resolve("run-" + seed + "-" + from + "-" + SURROUNDINGS.indexOf(options));
        Process process = ReplayProcess.start(journal, from, options, output);
        return new Child("seed " + seed + " from " + from + " with " + options, process, output, left);
    }

    private static void requireEqual(Child child) throws IOException, InterruptedException {
        boolean ended = child.process().waitFor(60, TimeUnit.SECONDS);
        child.process().destroyForcibly();
        String printed = Files.readString(child.output(), StandardCharsets.ISO_8859_1);
        RecordedRun.Left left = child.left();

        assertThat(ended).as("%s ended: %s", child.what(), printed).isTrue();
        assertThat(child.process().waitFor())
                .as("%s: %s", child.what(), printed)
                .isZero();
        assertThat(Screen.value(printed, "last event")).as(child.what()).isEqualTo(Long.toString(left.lastSequence()));
        assertThat(Screen.value(printed, "state hash")).as(child.what()).isEqualTo(Divergence.hex(left.stateHash()));
        assertThat(Screen.value(printed, "commands hash"))
                .as(child.what())
                .isEqualTo(Divergence.hex(left.commandsHash()));
    }
}
