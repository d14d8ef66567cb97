package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.config.model.WebhookSettings;
import dev.sparkstacker.app.secret.KeyReference;
import dev.sparkstacker.app.webhook.SharedSecret;
import java.nio.file.Path;
import java.util.Map;

/** The webhook has a secret of its own, and strategies and webhook need each other. */
final class WebhookChecks {
    private static final String TYPE = "webhook";

    private WebhookChecks() {}

    static void run(Scope scope, Map<String, String> environment, Path home) {
        WebhookSettings webhook = scope.config().webhook();
        if (webhook == null) {
            unreachable(scope);
            return;
        }
        if (scope.config().strategies().stream()
                .noneMatch(strategy -> strategy.type().equals(TYPE))) {
            scope.warning("webhook", "no strategy takes its signals", "Add a strategy of type \"webhook\".");
        }
        String path = "webhook.secretRef";
        if (!scope.sound(path)) {
            return;
        }
        switch (KeyReference.parse(webhook.secretRef())) {
            case KeyReference.InEnvironment(String variable) -> inEnvironment(scope, path, variable, environment);
            case KeyReference.InKeystore(String name) ->
                KeyChecks.inKeystore(
                        scope,
                        path,
                        name,
                        home.resolve(scope.config().dataDir()).resolve("keystore.json"));
        }
        for (AccountSettings account : scope.config().accounts()) {
            if (webhook.secretRef().equals(account.keyRef())) {
                scope.error(
                        path,
                        "it is the key of account \"" + account.name() + "\"",
                        "A key never leaves the product; make a secret of its own.");
            }
        }
    }

    private static void inEnvironment(Scope scope, String path, String variable, Map<String, String> environment) {
        int length = environment.getOrDefault(variable, "").length();
        if (length < SharedSecret.LEAST_CHARACTERS) {
            scope.error(
                    path,
                    "the environment variable " + variable
                            + (length == 0 ? " is not set" : " has " + length + " characters"),
                    "Set it, or put it into .env: at least " + SharedSecret.LEAST_CHARACTERS
                            + " characters that nobody guesses.");
        }
    }

    private static void unreachable(Scope scope) {
        for (StrategySettings strategy : scope.config().strategies()) {
            if (strategy.type().equals(TYPE)) {
                scope.warning(
                        scope.pathOf(strategy) + ".type",
                        "no signal can reach it, because no webhook is configured",
                        "Add \"webhook\": { \"secretRef\": \"env:WEBHOOK_SECRET\" }.");
            }
        }
    }
}
