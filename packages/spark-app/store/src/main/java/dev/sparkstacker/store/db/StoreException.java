package dev.sparkstacker.store.db;

import org.jspecify.annotations.Nullable;

/** The store could not do what was asked. The message says what, where, and what helps. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreProblem problem;

    /**
     * @param problem what is wrong
     * @param place the file or the address, without secrets
     * @param doing what was being done, such as {@code opening the store}
     * @param cause the database's own error, or null where the store itself found the problem
     */
    public StoreException(StoreProblem problem, String place, String doing, @Nullable Throwable cause) {
        super(message(problem, place, doing, cause), cause);
        this.problem = problem;
    }

    /** What is wrong. */
    public StoreProblem problem() {
        return problem;
    }

    private static String message(StoreProblem problem, String place, String doing, @Nullable Throwable cause) {
        String said = cause == null ? "" : " (" + rootMessage(cause) + ")";
        return "Store " + place + ", " + doing + ": " + problem.what() + said + ". " + problem.remedy();
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message.strip();
    }
}
