package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.command.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explains to a person where a replay first differs from what was recorded. */
final class Divergence {
    private static final String NONE = "(none)";

    private Divergence() {}

    static List<String> ofCommands(RecordedTurn recorded, List<Command> replayed, String thisBuild) {
        List<Command> then = recorded.commands();
        int first = 0;
        while (first < Math.min(then.size(), replayed.size()) && then.get(first).equals(replayed.get(first))) {
            first++;
        }
        List<String> lines = new ArrayList<>(where(recorded));
        lines.add("  recorded " + then.size() + " commands, replayed " + replayed.size()
                + "; the first that differs is number " + (first + 1) + ":");
        lines.add("    recorded  " + at(then, first));
        lines.add("    replayed  " + at(replayed, first));
        lines.addAll(meaning(recorded, thisBuild));
        return lines;
    }

    static List<String> ofState(RecordedTurn recorded, long snapshotHash, long replayedHash, String thisBuild) {
        List<String> lines = new ArrayList<>(where(recorded));
        lines.add("  every command up to here is the same, but the state is not that of the snapshot taken here:");
        lines.add("    snapshot  " + hex(snapshotHash));
        lines.add("    replayed  " + hex(replayedHash));
        lines.addAll(meaning(recorded, thisBuild));
        return lines;
    }

    static List<String> ofHash(RecordedTurn last, long recordedHash, long replayedHash, String thisBuild) {
        List<String> lines = new ArrayList<>(where(last));
        lines.add("  every command is the same, but the rolling hash of commands is not that of the last commit:");
        lines.add("    recorded  " + hex(recordedHash));
        lines.add("    replayed  " + hex(replayedHash));
        lines.addAll(meaning(last, thisBuild));
        return lines;
    }

    static String hex(long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    private static List<String> where(RecordedTurn recorded) {
        return List.of(
                "DIVERGED at event " + recorded.event().sequence() + " ("
                        + Instant.ofEpochMilli(recorded.event().venueTimeMs()) + " venue time, epoch "
                        + recorded.writtenBy().epoch() + ", " + recorded.file() + ")",
                "  event " + recorded.event().event());
    }

    private static String at(List<Command> commands, int index) {
        return index < commands.size() ? commands.get(index).toString() : NONE;
    }

    private static List<String> meaning(RecordedTurn recorded, String thisBuild) {
        String then = recorded.writtenBy().build();
        if (!then.equals(thisBuild)) {
            return List.of("  Build " + then + " decided this, build " + thisBuild + " replays it: another build may"
                    + " decide differently. Replay with build " + then + " to prove the journal.");
        }
        return List.of(
                "  The same build must decide the same. Either the file was changed since, or the engine depends on"
                        + " something that is not in its events.",
                "  Keep the journal folder as it is, run ./spark-stacker verify-journal on it, and report both outputs.");
    }
}
