package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.JournalTools.ReplayOptions;
import dev.sparkstacker.domain.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Replaying and verifying the journal of a real run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalDeskTest {
    private static final ReplayOptions FROM_ZERO = new ReplayOptions(true, Long.MAX_VALUE, false);
    private static final ReplayOptions FROM_SNAPSHOT = new ReplayOptions(false, Long.MAX_VALUE, false);

    @TempDir
    private Path folder = Path.of("");

    private Path journal = Path.of("");
    private RecordedRun.Left left = new RecordedRun.Left(0, 0, 0, 0);
    private final JournalDesk desk = new JournalDesk(RecordedRun.BUILD);

    @BeforeAll
    void runForFourHours(@TempDir Path shared) throws IOException {
        journal = shared.resolve("journal");
        left = RecordedRun.of(journal, 7, 240);
        assertThat(left.lastSequence()).isGreaterThan(3_000);
        assertThat(left.commands()).isGreaterThan(50);
    }

    @Test
    void replayFromTheFirstEventGivesTheStateThatWasLeft() {
        Screen screen = new Screen();

        assertThat(desk.replay(journal, FROM_ZERO, screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.value("start")).isEqualTo("first event");
        assertThat(screen.value("events")).isEqualTo(Long.toString(left.lastSequence()));
        assertThat(screen.value("commands")).isEqualTo(Long.toString(left.commands()));
        assertThat(screen.value("commands hash")).isEqualTo(Divergence.hex(left.commandsHash()));
        assertThat(screen.value("state hash")).isEqualTo(Divergence.hex(left.stateHash()));
    }

    @Test
    void replayFromTheNewestSnapshotGivesTheSame() {
        Screen screen = new Screen();

        assertThat(desk.replay(journal, FROM_SNAPSHOT, screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.value("start")).startsWith("snapshot after event ");
        assertThat(Long.parseLong(screen.value("events"))).isLessThan(left.lastSequence());
        assertThat(screen.value("last event")).isEqualTo(Long.toString(left.lastSequence()));
        assertThat(screen.value("commands hash")).isEqualTo(Divergence.hex(left.commandsHash()));
        assertThat(screen.value("state hash")).isEqualTo(Divergence.hex(left.stateHash()));
    }

    @Test
    void everyCommandIsPrintedWithTheEventThatCausedIt() {
        Screen screen = new Screen();

        desk.replay(journal, new ReplayOptions(true, Long.MAX_VALUE, true), screen.terminal());

        assertThat(screen.out().lines().filter(line -> line.matches("\\d+ [A-Z]\\w+\\[.*")))
                .hasSize((int) left.commands());
    }

    @Test
    void replayUntilAnEventBeforeTheSnapshotBeginsWithTheFirst() {
        Screen screen = new Screen();

        assertThat(desk.replay(journal, new ReplayOptions(false, 1_000, false), screen.terminal()))
                .isEqualTo(ExitCode.OK);
        assertThat(screen.value("start")).isEqualTo("first event");
        assertThat(screen.value("last event")).isEqualTo("1000");
    }

    @Test
    void nothingInTheFolderIsChangedOrLocked() throws IOException {
        List<String> before = listing(journal);

        desk.replay(journal, FROM_SNAPSHOT, new Screen().terminal());
        desk.verify(journal, new Screen().terminal());

        assertThat(listing(journal)).isEqualTo(before);
    }

    @Test
    void aCommandThatWasNotDecidedSoIsTheFirstDivergence() throws IOException {
        Path tampered = folder.resolve("tampered");
        int[] seen = {0};
        new RecordedRun(tampered, 7, output -> {}, commands -> {
                    seen[0]++;
                    return seen[0] == 12 ? twice(commands) : commands;
                })
                .run(60);
        Screen screen = new Screen();

        assertThat(desk.replay(tampered, FROM_ZERO, screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).containsPattern("DIVERGED at event \\d+ ").contains("replayed  (none)");
        assertThat(screen.out()).contains("Either the file was changed since, or the engine depends on");
    }

    @Test
    void aDivergenceFromAnotherBuildIsExplainedByThat() throws IOException {
        Path tampered = folder.resolve("other-build");
        new RecordedRun(tampered, 7, output -> {}, JournalDeskTest::twice).run(20);
        Screen screen = new Screen();

        assertThat(new JournalDesk("test+2").replay(tampered, FROM_ZERO, screen.terminal()))
                .isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).contains("Build test+1 decided this, build test+2 replays it");
    }

    @Test
    void aSoundJournalVerifies() {
        Screen screen = new Screen();

        assertThat(desk.verify(journal, screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("epoch 1").contains("epoch 2").endsWith("sound\n");
    }

    @Test
    void aFlippedByteIsFoundWithFileAndOffsetAndRemedy() throws IOException {
        Path copy = copyOfJournal("flipped");
        Path segment = copy.resolve("segment-00000000000000000001.sjl");
        byte[] bytes = Files.readAllBytes(segment);
        int at = bytes.length / 2;
        bytes[at] ^= 0x10;
        Files.write(segment, bytes);
        Screen screen = new Screen();

        assertThat(desk.verify(copy, screen.terminal())).isEqualTo(ExitCode.FOUND);
        String bad = screen.out()
                .lines()
                .filter(line -> line.startsWith("BAD "))
                .findFirst()
                .orElseThrow();
        assertThat(bad).startsWith("BAD segment-00000000000000000001.sjl at byte ");
        long offset = Long.parseLong(bad.replaceAll(".* at byte (\\d+):.*", "$1"));
        assertThat(offset).isLessThanOrEqualTo(at).isGreaterThan(at - 4_096L);
        assertThat(screen.err()).contains("restore").contains("backup");
    }

    @Test
    void aReplayOfADamagedJournalSaysWhereInsteadOfGuessing() throws IOException {
        Path copy = copyOfJournal("damaged");
        Path segment = copy.resolve("segment-00000000000000000001.sjl");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 3] ^= 0x01;
        Files.write(segment, bytes);
        Screen screen = new Screen();

        assertThat(desk.replay(copy, FROM_ZERO, screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.err()).contains("segment-00000000000000000001.sjl at byte ");
    }

    @Test
    void aTornTailIsNoProblem() throws IOException {
        Path copy = copyOfJournal("torn");
        Path newest = newestSegment(copy);
        Files.write(newest, new byte[] {1, 2, 3, 4, 5, 6, 7}, StandardOpenOption.APPEND);
        Screen screen = new Screen();

        assertThat(desk.verify(copy, screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("torn tail");
        assertThat(desk.replay(copy, FROM_ZERO, screen.terminal())).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFolderWithoutAJournalIsNamedAndNotCreated() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> desk.verify(nowhere, new Screen().terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(nowhere.toString());
        assertThatThrownBy(() -> desk.replay(nowhere, FROM_ZERO, new Screen().terminal()))
                .isInstanceOf(CommandFailure.class);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aJournalShortenedByRetentionReplaysFromItsSnapshotOnly() throws IOException {
        Path copy = copyOfJournal("shortened");
        Path first = copy.resolve("segment-00000000000000000001.sjl");
        Files.move(first, copy.resolve("archive-00000000000000000001.sjl"));
        Screen screen = new Screen();

        assertThatThrownBy(() -> desk.replay(copy, FROM_ZERO, screen.terminal()))
                .isInstanceOf(CommandFailure.class);
        assertThat(desk.replay(copy, FROM_SNAPSHOT, screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.value("state hash")).isEqualTo(Divergence.hex(left.stateHash()));
    }

    private static List<Command> twice(List<Command> commands) {
        List<Command> more = new ArrayList<>(commands);
        more.add(commands.getFirst());
        return more;
    }

    private Path copyOfJournal(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(journal.relativize(file)));
            }
        }
        return copy;
    }

    private static Path newestSegment(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segment-"))
                    .sorted()
                    .toList()
                    .getLast();
        }
    }

    private static List<String> listing(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return lines;
    }
}
