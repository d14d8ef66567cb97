package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.secret.KeyReference;
import dev.sparkstacker.app.secret.KeyText;
import dev.sparkstacker.app.secret.Keystore;
import dev.sparkstacker.app.secret.KeystoreException;
import dev.sparkstacker.domain.AccountId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Live trading has an address and a usable key for every account it trades on. No password is needed to see that. */
final class KeyChecks {
    private KeyChecks() {}

    static void run(Scope scope, Map<String, String> environment, Path home) {
        if (scope.config().mode() != Mode.LIVE) {
            return;
        }
        Set<AccountId> used = usedAccounts(scope);
        Path keystore = home.resolve(scope.config().dataDir()).resolve("keystore.json");
        for (AccountSettings account : scope.config().accounts()) {
            if (used.contains(account.name())) {
                address(scope, account);
                key(scope, account, environment, keystore);
            }
        }
    }

    /** Accounts that a strategy trades on. */
    static Set<AccountId> usedAccounts(Scope scope) {
        Set<AccountId> used = new LinkedHashSet<>();
        for (StrategySettings strategy : scope.config().strategies()) {
            used.add(strategy.main().account());
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                used.add(hedge.account());
            }
        }
        return used;
    }

    private static void address(Scope scope, AccountSettings account) {
        String path = scope.pathOf(account) + ".address";
        if (account.address() == null && scope.sound(path)) {
            scope.error(
                    path,
                    "live trading needs the address of account \"" + account.name() + "\"",
                    "Give the wallet's own address, not the agent's.");
        }
    }

    private static void key(Scope scope, AccountSettings account, Map<String, String> environment, Path keystore) {
        String path = scope.pathOf(account) + ".keyRef";
        String text = account.keyRef();
        if (!scope.sound(path)) {
            return;
        }
        if (text == null) {
            scope.error(
                    path,
                    "live trading needs a key for account \"" + account.name() + "\"",
                    "Make an agent with \"keys create-agent " + account.name() + "\" and write \"keystore:"
                            + account.name() + "\", or name an environment variable as env:NAME.");
            return;
        }
        switch (KeyReference.parse(text)) {
            case KeyReference.InEnvironment(String variable) -> inEnvironment(scope, path, variable, environment);
            case KeyReference.InKeystore(String name) -> inKeystore(scope, path, name, keystore);
        }
    }

    private static void inEnvironment(Scope scope, String path, String variable, Map<String, String> environment) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            scope.error(path, "the environment variable " + variable + " is not set", "Set it, or use the keystore.");
            return;
        }
        try {
            KeyText.parse(value);
        } catch (KeystoreException malformed) {
            scope.error(
                    path,
                    "the environment variable " + variable + " holds no key",
                    String.valueOf(malformed.getMessage()));
        }
    }

    static void inKeystore(Scope scope, String path, String name, Path file) {
        try {
            List<String> names = new Keystore(file, new SecureRandom())
                    .list().stream().map(Keystore.KeyInfo::name).toList();
            if (!names.contains(name)) {
                String known = names.isEmpty() ? "The keystore is empty." : "Known: " + String.join(", ", names) + ".";
                scope.error(
                        path,
                        "the keystore has no key \"" + name + "\"",
                        known + " Add it with \"keys import " + name + "\" or \"keys create-agent " + name + "\".");
            }
        } catch (KeystoreException damaged) {
            scope.error(path, String.valueOf(damaged.getMessage()), "");
        }
    }
}
