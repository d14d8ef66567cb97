package dev.sparkstacker.app.config;

import static dev.sparkstacker.app.config.ConfigFixture.validWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.source.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guard, watchdog and the venue's own switch in the configuration. */
class EmergencySettingsTest {
    private static final String ACCOUNTS = "\"accounts\": [ { \"name\": \"main\" }, { \"name\": \"hedge\" } ],";

    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    @BeforeEach
    void inThisTestsFolder() {
        config = new ConfigFixture(home);
    }

    @Test
    void aGuardThatWouldFireAtEveryPauseIsRefused() {
        assertThat(config.problemsOf(with("\"guard\": { \"silentMs\": 100 },")))
                .singleElement()
                .asString()
                .contains("guard.silentMs", "500");
    }

    @Test
    void theWatchdogNeedsAnAgentOfItsOwn() {
        String text = validWith("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"keyRef\": \"env:K\" }")
                .replace(
                        "\"accounts\"",
                        "\"watchdog\": { \"keys\": [ { \"account\": \"main\", \"keyRef\": \"env:K\" } ] },\n\"accounts\"");
        assertThat(config.problemsOf(text))
                .singleElement()
                .asString()
                .contains("watchdog.keys[0].keyRef", "account \"main\" trades with", "same nonces");
    }

    @Test
    void theWatchdogsKeysNameKnownAccountsOnce() {
        String keys = "\"watchdog\": { \"keys\": [ { \"account\": \"main\", \"keyRef\": \"env:A\" },"
                + " { \"account\": \"main\", \"keyRef\": \"env:B\" }, { \"account\": \"mian\", \"keyRef\": \"env:C\" } ] },";
        assertThat(config.problemsOf(with(keys)))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("watchdog.keys[1].account") && problem.contains("already"))
                .anyMatch(problem -> problem.contains("watchdog.keys[2].account") && problem.contains("\"mian\""));
    }

    @Test
    void aWatchdogOverASandboxThatDiesWithTheProcessIsAWarning() {
        assertThat(config.load(with("\"watchdog\": { \"enabled\": true },")).warnings())
                .extracting(Problem::describe)
                .singleElement()
                .asString()
                .contains("watchdog.enabled", "dies with it", "paper.sandboxUrl");
    }

    @Test
    void theVenuesSwitchNeedsAnAccountWithoutStrategiesAndAWatchdogThatFlattens() {
        String third = ACCOUNTS.replace(
                "{ \"name\": \"hedge\" }", "{ \"name\": \"hedge\" }, { \"name\": \"own\", \"deadMansSwitch\": true }");
        String outside = "\"paper\": { \"sandboxUrl\": \"http://127.0.0.1:1\", \"venueRules\"";
        String text = validWith(ACCOUNTS, third).replace("\"paper\": { \"venueRules\"", outside);
        assertThat(config.problemsOf(text)).singleElement().asString().contains("the watchdog, which is off");
        assertThat(config.problemsOf(watched(text, "halt")))
                .singleElement()
                .asString()
                .contains("does not flatten");
        assertThat(config.load(watched(text, "flatten")).warnings()).isEqualTo(List.of());
    }

    private static String watched(String text, String action) {
        return text.replace(
                "\"accounts\"", "\"watchdog\": { \"enabled\": true, \"action\": \"" + action + "\" },\n\"accounts\"");
    }

    private static String with(String settings) {
        return validWith(ACCOUNTS, settings + "\n" + ACCOUNTS);
    }
}
