package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.source.Problem;
import java.util.List;

/**
 * Judges a configuration by everything that can be known without opening a socket: the markets of the paper venue, its
 * prices, the recorded file. A start and {@code config check} ask the same judge.
 */
public interface ConfigJudge {
    /** What is wrong or worth knowing, and what only a start can tell. */
    Judgement judge(EffectiveConfig config);

    /**
     * A judgement.
     *
     * @param problems errors and warnings beyond those of loading
     * @param left what was not judged and why, or empty
     */
    record Judgement(List<Problem> problems, String left) {
        /** Goes on only without errors. @throws ConfigException with all problems, if there is an error among them */
        public void require() {
            if (problems.stream().anyMatch(Problem::isError)) {
                throw new ConfigException(problems);
            }
        }
    }
}
