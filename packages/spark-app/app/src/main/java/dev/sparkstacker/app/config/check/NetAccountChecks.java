package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The venue nets positions per account and market: one direction, one leverage, one margin mode. */
final class NetAccountChecks {
    private static final String WHY =
            "The venue nets per account and market, so a hedge on the main leg's account only makes the position"
                    + " smaller and pays twice the fees. Name another account: a second wallet with its own agent, a"
                    + " sub-account or a vault.";

    private NetAccountChecks() {}

    /** What an account holds in a market. */
    private record Use(Leverage leverage, LegRole role, StrategySettings strategy, String path) {}

    private record Slot(String venueAccount, MarketId market) {}

    static void run(Scope scope) {
        Map<Slot, Use> uses = new LinkedHashMap<>();
        for (StrategySettings strategy : scope.config().strategies()) {
            String mainPath = scope.pathOf(strategy.main());
            HedgeSettings hedge = strategy.hedge();
            for (MarketId market : strategy.markets()) {
                Slot slot = new Slot(venueAccount(scope, strategy.main().account()), market);
                use(scope, uses, slot, new Use(strategy.main().leverage(), LegRole.MAIN, strategy, mainPath));
                if (hedge != null && !onOneAccount(scope, strategy, hedge)) {
                    Slot hedgeSlot = new Slot(venueAccount(scope, hedge.account()), hedge.marketOr(market));
                    use(
                            scope,
                            uses,
                            hedgeSlot,
                            new Use(hedge.leverage(), LegRole.HEDGE, strategy, scope.pathOf(hedge)));
                }
            }
            if (hedge != null && onOneAccount(scope, strategy, hedge)) {
                refuse(scope, strategy, hedge);
            }
        }
    }

    private static boolean onOneAccount(Scope scope, StrategySettings strategy, HedgeSettings hedge) {
        return venueAccount(scope, strategy.main().account()).equals(venueAccount(scope, hedge.account()));
    }

    private static void refuse(Scope scope, StrategySettings strategy, HedgeSettings hedge) {
        boolean sameName = strategy.main().account().equals(hedge.account());
        scope.error(
                scope.pathOf(hedge) + ".account",
                sameName
                        ? "the hedge leg is on the main leg's account \"" + hedge.account() + "\""
                        : "the accounts \"" + strategy.main().account() + "\" and \"" + hedge.account()
                                + "\" are one account at the venue",
                WHY);
    }

    private static void use(Scope scope, Map<Slot, Use> uses, Slot slot, Use use) {
        Use earlier = uses.putIfAbsent(slot, use);
        if (earlier == null) {
            return;
        }
        if (!earlier.leverage().equals(use.leverage())) {
            scope.error(
                    use.path() + ".leverage",
                    slot.market() + " has " + use.leverage() + " here and " + earlier.leverage() + " at "
                            + scope.placeOf(earlier.path() + ".leverage") + " on the same account",
                    "The venue knows one leverage per account and market: use one value or two accounts.");
        }
        if (earlier.role() != use.role()) {
            scope.warning(
                    use.path(),
                    slot.market() + " is also traded by " + earlier.strategy().id() + " in the other role",
                    "Entries against a held position are denied as OPPOSITE_ON_NET_ACCOUNT.");
        }
    }

    /** What tells accounts apart at the venue: the vault or sub-account, else the address, else our own name. */
    private static String venueAccount(Scope scope, AccountId id) {
        for (AccountSettings account : scope.config().accounts()) {
            if (account.name().equals(id)) {
                String traded = account.vaultAddress() == null ? account.address() : account.vaultAddress();
                return traded == null ? id.name() : traded.toLowerCase(Locale.ROOT);
            }
        }
        return id.name();
    }
}
