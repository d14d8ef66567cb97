package dev.sparkstacker.app.port;

/** What a command's exit status means. */
public enum ExitCode {
    OK(0, "done"),
    FOUND(1, "something is wrong with what was checked, a request was refused, or a stop left something unfinished"),
    USAGE(2, "wrong command line or configuration; nothing was started"),
    NOT_RUNNING(3, "no running instance can be reached"),
    ENVIRONMENT(4, "the surroundings do not allow it: port in use, folder locked or read-only, disk full"),
    FAILED(5, "it ended because of an error it could not handle");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String meaning() {
        return meaning;
    }
}
