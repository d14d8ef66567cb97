package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.Places;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Everything that must hold between settings. */
public final class Checks {
    private Checks() {}

    /** Runs all checks and adds what they find. */
    public static void run(
            AppConfig config, Places places, Map<String, String> environment, Path home, List<Problem> problems) {
        Scope scope = new Scope(config, places, problems);
        PortChecks.run(scope);
        PaperChecks.run(scope);
        AccountChecks.run(scope);
        StrategyChecks.run(scope);
        NetAccountChecks.run(scope);
        SizingChecks.run(scope);
        NotionalChecks.run(scope);
        RiskChecks.run(scope);
        KeyChecks.run(scope, environment, home);
        WebhookChecks.run(scope, environment, home);
        EmergencyChecks.run(scope);
    }
}
