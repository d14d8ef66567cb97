package dev.sparkstacker.app.tools.recording;

import java.nio.file.Path;

/** A recording cannot be read; the message names file and line. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line line of the content, the header being 1 */
    RecordingException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    RecordingException(Path file, long line, String problem, Throwable cause) {
        super(file + ":" + line + ": " + problem, cause);
    }
}
