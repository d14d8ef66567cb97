package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.WatchdogKey;
import dev.sparkstacker.app.config.model.WatchdogSettings;
import dev.sparkstacker.domain.AccountId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The watchdog can act where it must, and the venue's switch is armed only where it does no harm. */
final class EmergencyChecks {
    private EmergencyChecks() {}

    static void run(Scope scope) {
        Set<AccountId> traded = KeyChecks.usedAccounts(scope);
        scope.config().accounts().stream()
                .filter(AccountSettings::deadMansSwitch)
                .forEach(account -> deadMansSwitch(scope, account, traded.contains(account.name())));
        keys(scope);
        boolean dies =
                scope.config().mode() == Mode.PAPER && scope.config().paper().sandboxUrl() == null;
        if (scope.config().watchdog().enabled() && dies) {
            scope.warning(
                    "watchdog.enabled",
                    "the sandbox lives in the instance's own process and dies with it: no watchdog is started",
                    "Start \"spark-stacker sandbox\" and name it in paper.sandboxUrl to see the watchdog act.");
        }
        if (scope.config().mode() == Mode.LIVE && scope.config().watchdog().enabled()) {
            traded.forEach(account -> requireKey(scope, account));
        }
    }

    /** Every entry of the product is immediate-or-cancel: where it trades, only stops and targets rest. */
    private static void deadMansSwitch(Scope scope, AccountSettings account, boolean traded) {
        String path = scope.pathOf(account) + ".deadMansSwitch";
        String remedy = "Write false: positions rest on their stops. It is for accounts that rest entries, with a"
                + " watchdog that flattens.";
        WatchdogSettings watchdog = scope.config().watchdog();
        if (traded) {
            scope.error(
                    path,
                    "the venue's switch cancels every order of the account and closes nothing; on account \""
                            + account.name()
                            + "\" only stops and targets rest, so it would leave positions unprotected",
                    remedy);
        } else if (!watchdog.enabled() || watchdog.action() != EmergencyAction.FLATTEN) {
            scope.error(
                    path,
                    "the venue's switch closes nothing and is renewed by the watchdog, which "
                            + (watchdog.enabled() ? "does not flatten" : "is off"),
                    "Set watchdog.enabled to true and watchdog.action to \"flatten\", or write false.");
        }
    }

    private static void keys(Scope scope) {
        Map<String, AccountSettings> ownKeys = new TreeMap<>();
        Set<AccountId> known = new TreeSet<>();
        for (AccountSettings account : scope.config().accounts()) {
            known.add(account.name());
            if (account.keyRef() != null) {
                ownKeys.put(account.keyRef(), account);
            }
        }
        Set<AccountId> seen = new TreeSet<>();
        for (WatchdogKey key : scope.config().watchdog().keys()) {
            String path = scope.pathOf(key);
            if (!known.contains(key.account())) {
                scope.error(path + ".account", "there is no account \"" + key.account() + "\"", "See \"accounts\".");
            }
            if (!seen.add(key.account())) {
                scope.error(
                        path + ".account",
                        "account \"" + key.account() + "\" has a watchdog key already",
                        "Name each account once.");
            }
            AccountSettings owner = ownKeys.get(key.keyRef());
            if (owner != null) {
                scope.error(
                        path + ".keyRef",
                        "this is the key that account \"" + owner.name()
                                + "\" trades with; two processes would use the same nonces",
                        "Approve a second agent with \"keys create-agent\" and name its key here.");
            }
        }
    }

    private static void requireKey(Scope scope, AccountId account) {
        boolean has = scope.config().watchdog().keys().stream()
                .anyMatch(key -> key.account().equals(account));
        if (!has && scope.sound("watchdog")) {
            scope.error(
                    "watchdog.keys",
                    "the watchdog has no key for account \"" + account + "\"",
                    "Approve an agent of its own with \"keys create-agent\" and name its key, or set watchdog.enabled"
                            + " to false.");
        }
    }
}
