package dev.sparkstacker.telemetry.health;

import org.jspecify.annotations.Nullable;

/** Judges one part of the product. Runs on a thread of its own and may take up to two seconds. */
@FunctionalInterface
public interface HealthCheck {
    /** Judges. What it throws counts as {@link Status#ERROR} with the error's text. */
    Result check();

    /** How a part is. */
    enum Status {
        OK,
        /** It works, but somebody should look. */
        WARNING,
        /** It does not work. */
        ERROR,
        /** It endangers the whole. */
        CRITICAL
    }

    /**
     * A judgement.
     *
     * @param status how the part is
     * @param message what is wrong, or null where nothing is
     * @param usagePercent how full it is, for parts that fill up, or null
     */
    record Result(
            Status status,
            @Nullable String message,
            @Nullable Double usagePercent) {
        /** All is well. */
        public static Result ok() {
            return new Result(Status.OK, null, null);
        }

        /** It works, but. */
        public static Result warning(String message) {
            return new Result(Status.WARNING, message, null);
        }

        /** It does not work. */
        public static Result error(String message) {
            return new Result(Status.ERROR, message, null);
        }

        /** How full it is. */
        public static Result usage(Status status, double usagePercent) {
            return new Result(status, null, usagePercent);
        }
    }
}
