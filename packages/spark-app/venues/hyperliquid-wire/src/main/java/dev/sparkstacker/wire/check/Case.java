package dev.sparkstacker.wire.check;

import java.util.Locale;

/**
 * The result of checking one thing.
 *
 * @param name file and place in it
 * @param detail what was found; for a mismatch what differs and where
 */
public record Case(String name, Kind kind, String detail) {

    /** How it went. */
    public enum Kind {
        /** As documented. */
        OK,
        /** Not as documented, or not reproduced. */
        MISMATCH,
        /** Of a type or channel that the protocol does not document; carried without loss. */
        UNKNOWN,
        /** Nothing that could be checked, for the reason in the detail. */
        SKIPPED
    }

    static Case ok(String name, String detail) {
        return new Case(name, Kind.OK, detail);
    }

    static Case mismatch(String name, String detail) {
        return new Case(name, Kind.MISMATCH, detail);
    }

    static Case unknown(String name, String detail) {
        return new Case(name, Kind.UNKNOWN, detail);
    }

    static Case skipped(String name, String detail) {
        return new Case(name, Kind.SKIPPED, detail);
    }

    /** The case as one line. */
    public String line() {
        String oneLine = detail.replaceAll("\\R", " ");
        return String.format(
                Locale.ROOT,
                "%-8s %s%s",
                kind.name().toLowerCase(Locale.ROOT),
                name,
                oneLine.isEmpty() ? "" : ": " + oneLine);
    }
}
