package dev.sparkstacker.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * When one fault strikes at one edge.
 *
 * @param subject only passages of this subject, such as the action type {@code order}; null for all
 * @param timing which of these passages
 */
public record FaultRule(Edge<?> edge, Fault fault, @Nullable String subject, Timing timing) {
    /** @throws IllegalArgumentException if the fault cannot strike at the edge */
    public FaultRule {
        if (!edge.type().isInstance(fault)) {
            throw new IllegalArgumentException(
                    "'" + fault.kind() + "' cannot strike at the edge " + edge.name() + "; there can " + edge.kinds());
        }
    }

    /** Which passages of its edge a rule strikes. */
    public sealed interface Timing {
        /**
         * A script.
         *
         * @param first first passage struck, counted from 1 when the rule was set
         * @param times how many in a row
         */
        record Scripted(long first, long times) implements Timing {
            /** @throws IllegalArgumentException if either is not positive */
            public Scripted {
                if (first < 1 || times < 1) {
                    throw new IllegalArgumentException(
                            "A script begins at passage 1 or later and strikes at least once: " + first + ", " + times);
                }
            }
        }

        /**
         * By chance, in a window of venue time.
         *
         * @param permille the heat: how many of a thousand passages
         * @param fromMs venue time from which on
         * @param untilMs venue time before which
         */
        record Drawn(int permille, long fromMs, long untilMs) implements Timing {
            /** @throws IllegalArgumentException if the heat is not 0 to 1000 or the window is empty */
            public Drawn {
                if (permille < 0 || permille > 1_000 || fromMs >= untilMs) {
                    throw new IllegalArgumentException(
                            "A heat is 0 to 1000 per thousand in a window that is not empty: " + permille + ", "
                                    + fromMs + " to " + untilMs);
                }
            }
        }
    }

    /** The next so many passages. */
    public static <F extends Fault> FaultRule next(Edge<F> edge, F fault, int times) {
        return new FaultRule(edge, fault, null, new Timing.Scripted(1, times));
    }

    /** The passage of this number from now on, counted from 1. */
    public static <F extends Fault> FaultRule at(Edge<F> edge, F fault, long passage) {
        return new FaultRule(edge, fault, null, new Timing.Scripted(passage, 1));
    }

    /** So many of a thousand passages in a window of venue time. */
    public static <F extends Fault> FaultRule drawn(Edge<F> edge, F fault, int permille, long fromMs, long untilMs) {
        return new FaultRule(edge, fault, null, new Timing.Drawn(permille, fromMs, untilMs));
    }

    /** The same for passages of one subject only. */
    public FaultRule only(String ofSubject) {
        return new FaultRule(edge, fault, ofSubject, timing);
    }
}
