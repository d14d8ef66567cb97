package dev.sparkstacker.app.tools.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an import found: rows that are wrong, holes, and what a person should look at. */
final class Findings {
    private static final int SHOWN = 50;

    private final List<String> problems = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private long problemCount;
    private long gapCount;
    private long missing;
    private long doubtCount;

    void problem(Path file, long line, String what) {
        add(problems, ++problemCount, file.getFileName() + ":" + line + ": " + what);
    }

    /** @param bars how many bars are missing; 0 where that has no meaning */
    void gap(long afterMs, long untilMs, long bars) {
        missing += bars;
        add(
                gaps,
                ++gapCount,
                "gap: nothing between " + Instant.ofEpochMilli(afterMs) + " and " + Instant.ofEpochMilli(untilMs)
                        + (bars > 0 ? ", " + bars + (bars == 1 ? " bar" : " bars") + " missing" : ""));
    }

    void doubt(Path file, long line, String what) {
        add(doubts, ++doubtCount, "look at " + file.getFileName() + ":" + line + ": " + what);
    }

    boolean isBad() {
        return problemCount > 0;
    }

    long problems() {
        return problemCount;
    }

    void print(PrintWriter out) {
        print(out, gaps, gapCount);
        print(out, doubts, doubtCount);
        print(out, problems, problemCount);
        if (gapCount > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d %s%s; a recording has none of it either, nothing is made up",
                    gapCount,
                    gapCount == 1 ? "gap" : "gaps",
                    missing > 0 ? String.format(Locale.ROOT, ", %,d bars missing", missing) : ""));
        }
    }

    private static void print(PrintWriter out, List<String> lines, long count) {
        lines.forEach(out::println);
        if (count > lines.size()) {
            out.println("... and " + (count - lines.size()) + " more like these");
        }
    }

    private static void add(List<String> lines, long count, String line) {
        if (count <= SHOWN) {
            lines.add(line);
        }
    }
}
