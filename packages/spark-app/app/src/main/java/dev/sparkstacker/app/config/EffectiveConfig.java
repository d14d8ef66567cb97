package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.bind.EffectiveValue;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.config.TradingConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration as it counts, checked.
 *
 * @param config the typed settings
 * @param values every setting with who set it
 * @param places where settings stand, for problems found later, such as a market the venue does not know
 * @param warnings what is allowed but worth knowing
 * @param hash SHA-256 over every setting that decides what is traded, 64 hexadecimal digits
 * @param home the folder that relative folders start at
 */
public record EffectiveConfig(
        AppConfig config, List<EffectiveValue> values, Places places, List<Problem> warnings, String hash, Path home) {
    /** Folder of journal, database, sandbox state and keystore. */
    public Path dataDir() {
        return home.resolve(config.dataDir());
    }

    /** Folder of the log files. */
    public Path logDir() {
        return home.resolve(config.logDir());
    }

    public boolean isLive() {
        return config.mode() == Mode.LIVE;
    }

    /** What the engine must know. */
    public TradingConfig trading() {
        return TradingConfigs.of(config);
    }
}
