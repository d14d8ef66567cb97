package dev.sparkstacker.app.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration that ships, for tests that wait for trades. */
public final class ShippedConfig {
    private ShippedConfig() {}

    /** With averages so short that it trades every few bars. */
    public static String eager() throws IOException {
        return Files.readString(Path.of("packages/shared/config.json"))
                .replace("\"fastBars\": 8", "\"fastBars\": 2")
                .replace("\"slowBars\": 21", "\"slowBars\": 4")
                .replace("\"signalBars\": 5", "\"signalBars\": 2");
    }
}
