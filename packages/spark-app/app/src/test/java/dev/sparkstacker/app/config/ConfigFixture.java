package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sparkstacker.app.config.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads texts as if they were the configuration file {@code config.json} of a fresh home folder. */
record ConfigFixture(Path home) {
    static final String VALID = """
            {
              "paper": { "venueRules": { "minNotionalUsd": 0.1 } },
              "accounts": [ { "name": "main" }, { "name": "hedge" } ],
              "strategies": [
                {
                  "id": "macd-eth",
                  "type": "macd",
                  "markets": ["ETH-USD"],
                  "interval": "1m",
                  "parameters": { "fastBars": 8, "slowBars": 21, "signalBars": 5 },
                  "main": { "account": "main", "marginUsd": 0.80, "leverage": 10 },
                  "hedge": { "account": "hedge", "marginUsd": 0.20, "leverage": 5 },
                  "exits": { "stopPct": 5, "targetPct": 10, "maxHoldHours": 24 }
                }
              ]
            }
            """;

    EffectiveConfig load(String text) {
        return load(text, Map.of(), List.of());
    }

    EffectiveConfig load(String text, Map<String, String> environment, List<ConfigRequest.Flag> flags) {
        Path file = home.resolve("config.json");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConfigLoader.load(new ConfigRequest(file, home, environment, flags));
    }

    /** The problems of a text that must not load, one line each. */
    List<String> problemsOf(String text) {
        return problemsOf(text, Map.of(), List.of());
    }

    List<String> problemsOf(String text, Map<String, String> environment, List<ConfigRequest.Flag> flags) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> load(text, environment, flags));
        if (failure == null) {
            throw new AssertionError("It loaded");
        }
        return failure.problems().stream().map(Problem::describe).toList();
    }

    /** The valid text with one part replaced. */
    static String validWith(String part, String replacement) {
        if (!VALID.contains(part)) {
            throw new IllegalArgumentException("No such part: " + part);
        }
        return VALID.replace(part, replacement);
    }
}
