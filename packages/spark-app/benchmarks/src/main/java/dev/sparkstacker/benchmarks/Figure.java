package dev.sparkstacker.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the result.
 *
 * @param what what was measured
 * @param value the figure, or null where it could not be measured; the note then says why
 * @param unit its unit
 * @param target what it is held to
 * @param peer the same work done by something else on the same machine, or empty
 * @param note how to read it, or empty
 */
record Figure(String what, @Nullable Double value, String unit, Target target, String peer, String note) {
    private static final String LINE = "FIGURE";
    private static final int FIELDS = 8;

    static Figure of(String what, double value, String unit, Target target, String note) {
        return new Figure(what, value, unit, target, "", note);
    }

    static Figure unmeasured(String what, String unit, Target target, String why) {
        return new Figure(what, null, unit, target, "", why);
    }

    Figure besides(String otherPeer) {
        return new Figure(what, value, unit, target, otherPeer, note);
    }

    /** The verdict in a word. */
    String verdict() {
        if (value == null) {
            return "not measured";
        }
        return target instanceof Target.None ? "" : isMissed() ? "**missed**" : "met";
    }

    /** Whether it was measured and does not reach its target. */
    boolean isMissed() {
        return value != null && !target.isMetBy(value);
    }

    /** The figure with its unit. */
    String measured() {
        return value == null ? "–" : Target.amount(value) + " " + unit;
    }

    /** The row as a line that another process can read. */
    String toLine() {
        String kind = switch (target) {
            case Target.AtLeast least -> "atLeast\t" + least.limit();
            case Target.LessThan less -> "lessThan\t" + less.limit();
            case Target.None none -> "none\t0";
        };
        return String.join("\t", LINE, what, value == null ? "" : value.toString(), unit, kind, peer, note);
    }

    /** Reads {@link #toLine}; empty for any other line. @throws IllegalArgumentException if the line is broken */
    static Optional<Figure> ofLine(String line) {
        if (!line.startsWith(LINE + "\t")) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>(List.of(line.split("\t", -1)));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("Not a figure: " + line);
        }
        double limit = Double.parseDouble(fields.get(5));
        Target target = switch (fields.get(4)) {
            case "atLeast" -> new Target.AtLeast(limit);
            case "lessThan" -> new Target.LessThan(limit);
            default -> new Target.None();
        };
        Double value = fields.get(2).isEmpty() ? null : Double.valueOf(fields.get(2));
        return Optional.of(new Figure(fields.get(1), value, fields.get(3), target, fields.get(6), fields.get(7)));
    }
}
