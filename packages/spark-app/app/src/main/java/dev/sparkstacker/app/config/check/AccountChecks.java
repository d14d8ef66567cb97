package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.bind.Nearest;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts have distinct names and the strategies name only them. */
final class AccountChecks {
    private AccountChecks() {}

    static void run(Scope scope) {
        Map<AccountId, AccountSettings> byName = new LinkedHashMap<>();
        for (AccountSettings account : scope.config().accounts()) {
            AccountSettings earlier = byName.putIfAbsent(account.name(), account);
            if (earlier != null) {
                String first = scope.pathOf(earlier) + ".name";
                scope.error(
                        scope.pathOf(account) + ".name",
                        "the name " + account.name() + " is taken at " + scope.placeOf(first),
                        "Give every account its own name.");
            }
        }
        if (!scope.sound("accounts")) {
            return;
        }
        List<String> names = byName.keySet().stream().map(AccountId::name).toList();
        for (StrategySettings strategy : scope.config().strategies()) {
            known(scope, names, strategy.main().account(), scope.pathOf(strategy.main()));
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                known(scope, names, hedge.account(), scope.pathOf(hedge));
            }
        }
    }

    private static void known(Scope scope, List<String> names, AccountId account, String legPath) {
        if (!names.contains(account.name())) {
            String remedy = names.isEmpty()
                    ? "Add it under \"accounts\"."
                    : Nearest.hint(account.name(), names) + " Accounts stand under \"accounts\".";
            scope.error(legPath + ".account", "there is no account \"" + account + "\"", remedy);
        }
    }
}
