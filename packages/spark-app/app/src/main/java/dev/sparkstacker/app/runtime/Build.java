package dev.sparkstacker.app.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which code this is.
 *
 * @param version the product's version
 * @param commit the commit it was built from, or {@code unknown}
 * @param builtAt when it was built, so that two builds of one commit with other local changes are not taken for one
 */
record Build(String version, String commit, String builtAt) {
    /** Reads what the build wrote beside the classes. */
    static Build current() {
        Properties properties = new Properties();
        try (InputStream stream = Build.class.getResourceAsStream("/spark-stacker-build.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Build(
                properties.getProperty("version", "unknown"),
                properties.getProperty("commit", "unknown"),
                properties.getProperty("builtAt", "unknown"));
    }

    /** All of it in one word. */
    String id() {
        return version + "+" + commit + "." + builtAt;
    }
}
