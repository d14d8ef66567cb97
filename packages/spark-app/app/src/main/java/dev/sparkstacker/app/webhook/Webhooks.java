package dev.sparkstacker.app.webhook;

import dev.sparkstacker.app.cli.KeyringAccess;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.WebhookSettings;
import dev.sparkstacker.app.config.source.DotEnv;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.KeyReference;
import dev.sparkstacker.app.secret.KeyResolver;
import dev.sparkstacker.app.secret.KeystoreException;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Opens the webhook where one is configured. */
public final class Webhooks {
    private Webhooks() {}

    /**
     * Opens it.
     *
     * @param data the data folder, where the keystore is
     * @param engine hands a signal to the engine and waits for its answer
     * @throws CommandFailure if its secret cannot be read
     */
    public static void open(
            EffectiveConfig config,
            Path data,
            Terminal terminal,
            Telemetry telemetry,
            Function<LongFunction<SignalEvent>, Outcome> engine) {
        WebhookSettings settings = config.config().webhook();
        if (settings == null) {
            return;
        }
        Map<String, String> environment =
                DotEnv.beneath(config.home().resolve(".env"), terminal.environment(), new ArrayList<>());
        WebhookDesk desk = new WebhookDesk(
                secret(settings, data, terminal, environment),
                settings.perMinute(),
                config.trading().strategies(),
                engine,
                telemetry.watch().system,
                System::nanoTime);
        telemetry.receive(WebhookDesk.PATH, WebhookDesk.MOST_BYTES, desk);
    }

    private static SharedSecret secret(
            WebhookSettings settings, Path data, Terminal terminal, Map<String, String> environment) {
        try {
            return switch (KeyReference.parse(settings.secretRef())) {
                case KeyReference.InEnvironment(String variable) ->
                    new SharedSecret(environment.getOrDefault(variable, ""));
                case KeyReference.InKeystore named -> {
                    KeyringAccess keyring = new KeyringAccess(terminal, data, environment);
                    KeyResolver keys = new KeyResolver(environment, keyring.keystore(), () -> keyring.password(false));
                    yield new SharedSecret(
                            HexFormat.of().formatHex(keys.resolve(named).exportSecret()));
                }
            };
        } catch (KeystoreException | IllegalArgumentException missing) {
            throw new CommandFailure(ExitCode.USAGE, "webhook.secretRef: " + missing.getMessage(), missing);
        }
    }
}
