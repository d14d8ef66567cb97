package dev.sparkstacker.app.config.bind;

import java.util.Map;
import java.util.Optional;

/** Keys of other bots' configurations that mean something here under another name. */
final class Predecessors {
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("dry_run", "Write \"mode\": \"paper\" instead."),
            Map.entry("dryRun", "Write \"mode\": \"paper\" instead."),
            Map.entry("exchanges", "Accounts stand under \"accounts\", the venue under \"venue\"."),
            Map.entry("private_key", "A key never stands here; name it under \"keyRef\"."),
            Map.entry("privateKey", "A key never stands here; name it under \"keyRef\"."),
            Map.entry("wallet_address", "Write \"address\"."),
            Map.entry("testnet", "Write \"venue\": { \"network\": \"testnet\" }."),
            Map.entry("market", "Write \"markets\": [ … ]."),
            Map.entry("timeframe", "Write \"interval\"."),
            Map.entry("stop_loss_pct", "Write \"stopPct\"."),
            Map.entry("take_profit_pct", "Write \"targetPct\"."),
            Map.entry("main_leverage", "Write \"main\": { \"leverage\": … }."),
            Map.entry("hedge_leverage", "Write \"hedge\": { \"leverage\": … }."));

    private Predecessors() {}

    static Optional<String> hint(String key) {
        return Optional.ofNullable(HINTS.get(key));
    }
}
