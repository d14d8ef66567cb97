package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where the time of each benchmark goes, as profiles showed it: one paragraph a benchmark in {@code profiles/NAME.md}, to
 * be written anew with each profile that is taken.
 */
final class Profiles {
    private Profiles() {}

    /** The paragraph, or that there is none. */
    static String of(String benchmark) {
        try (InputStream text = Profiles.class.getResourceAsStream("profiles/" + benchmark + ".md")) {
            return text == null
                    ? "no profile has been taken."
                    : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
