package dev.sparkstacker.app.config;

import static dev.sparkstacker.app.config.ConfigFixture.validWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The webhook is opened only with a secret that is one. */
class WebhookSettingsTest {
    private static final Map<String, String> KNOWN = Map.of("HOOK", "sixteen characters");

    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    @BeforeEach
    void inAFreshHome() {
        config = new ConfigFixture(home);
    }

    private static String with(String secretRef) {
        return validWith("\"accounts\":", "\"webhook\": { \"secretRef\": \"" + secretRef + "\" }, \"accounts\":")
                .replace("\"type\": \"macd\"", "\"type\": \"webhook\"")
                .replace("{ \"fastBars\": 8, \"slowBars\": 21, \"signalBars\": 5 }", "{}");
    }

    @Test
    void aSecretOfTheEnvironmentOpensIt() {
        EffectiveConfig effective = config.load(with("env:HOOK"), KNOWN, List.of());
        assertThat(effective.warnings()).isEmpty();
        assertThat(effective.values()).noneMatch(value -> value.text().contains("sixteen"));
    }

    @Test
    void aSecretThatIsNotThereOrCanBeGuessedIsRefused() {
        assertThat(config.problemsOf(with("env:HOOK")))
                .containsExactly("config.json:3:29: error: webhook.secretRef: the environment variable HOOK is not set."
                        + " Set it, or put it into .env: at least 16 characters that nobody guesses.");
        assertThat(config.problemsOf(with("env:HOOK"), Map.of("HOOK", "short"), List.of()))
                .singleElement()
                .asString()
                .contains("HOOK has 5 characters")
                .doesNotContain("short");
        assertThat(config.problemsOf(with("keystore:hook")))
                .singleElement()
                .asString()
                .contains("the keystore has no key \"hook\"");
        assertThat(config.problemsOf(with("the secret itself"), KNOWN, List.of()))
                .anyMatch(problem -> problem.contains("webhook.secretRef: expected keystore:NAME or env:NAME"));
    }

    @Test
    void anAccountsKeyIsNoSecretToShare() {
        String text =
                with("env:HOOK").replace("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"keyRef\": \"env:HOOK\" }");
        assertThat(config.problemsOf(text, KNOWN, List.of()))
                .singleElement()
                .asString()
                .contains("it is the key of account \"main\"");
    }

    @Test
    void webhookAndStrategyNeedEachOther() {
        String closed = validWith("\"type\": \"macd\"", "\"type\": \"webhook\"")
                .replace("{ \"fastBars\": 8, \"slowBars\": 21, \"signalBars\": 5 }", "{}");
        assertThat(config.load(closed).warnings())
                .extracting(Problem::describe)
                .singleElement()
                .asString()
                .contains("strategies[0].type: no signal can reach it");
        String unused = validWith("\"accounts\":", "\"webhook\": { \"secretRef\": \"env:HOOK\" }, \"accounts\":");
        assertThat(config.load(unused, KNOWN, List.of()).warnings())
                .extracting(Problem::describe)
                .singleElement()
                .asString()
                .contains("webhook: no strategy takes its signals");
    }
}
