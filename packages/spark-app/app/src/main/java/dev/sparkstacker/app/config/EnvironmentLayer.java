package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.bind.Settings;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Overrides;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Lays the environment over the file: every {@code @Setting(env = …)}, and the names that need a rule of their own. */
public final class EnvironmentLayer {
    public static final String DRY_RUN = "DRY_RUN";
    public static final String TRADING_PAIRS = "TRADING_PAIRS";
    public static final String IS_TESTNET = "HYPERLIQUID_IS_TESTNET";
    public static final String PRIVATE_KEY = "HYPERLIQUID_PRIVATE_KEY";

    /** Names of other bots that mean nothing here, with the name that does. */
    private static final SequencedMap<String, String> FOREIGN = foreignNames();

    private final Map<String, String> environment;
    private final List<Problem> problems;

    EnvironmentLayer(Map<String, String> environment, List<Problem> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    ObjectValue over(ObjectValue file) {
        ObjectValue result = file;
        for (Map.Entry<String, String> name : Settings.environmentNames().entrySet()) {
            Optional<String> text = read(name.getKey());
            if (text.isPresent()) {
                result = Overrides.with(result, name.getValue(), Overrides.text(origin(name.getKey()), text.get()));
            }
        }
        Optional<String> pairs = read(TRADING_PAIRS);
        if (pairs.isPresent()) {
            result = Overrides.with(result, "strategies.*.markets", Overrides.list(origin(TRADING_PAIRS), pairs.get()));
        }
        Optional<Boolean> testnet = truth(IS_TESTNET);
        if (testnet.isPresent()) {
            Value network = Overrides.text(origin(IS_TESTNET), testnet.get() ? "testnet" : "mainnet");
            result = Overrides.with(result, "venue.network", network);
        }
        if (read(PRIVATE_KEY).isPresent() && !firstAccountNamesAKey(result)) {
            Value reference = Overrides.text(origin(PRIVATE_KEY), "env:" + PRIVATE_KEY);
            result = Overrides.with(result, "accounts.0.keyRef", reference);
        }
        warnOfForeignNames();
        return result;
    }

    /** {@code DRY_RUN=true} wins over everything, flags included. */
    ObjectValue dryRunOver(ObjectValue configuration) {
        return truth(DRY_RUN).orElse(false)
                ? Overrides.with(configuration, "mode", Overrides.text(origin(DRY_RUN), "paper"))
                : configuration;
    }

    private static boolean firstAccountNamesAKey(ObjectValue configuration) {
        Member accounts = configuration.members().get("accounts");
        return accounts == null
                || !(accounts.value() instanceof ListValue list)
                || list.items().isEmpty()
                || !(list.items().getFirst() instanceof ObjectValue first)
                || first.members().containsKey("keyRef");
    }

    private Optional<String> read(String name) {
        String text = environment.getOrDefault(name, "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<Boolean> truth(String name) {
        Optional<String> text = read(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> {
                problems.add(Problem.error(
                        origin(name),
                        "",
                        "expected true or false, got \"" + text.get() + "\"",
                        "Write true or false."));
                yield Optional.empty();
            }
        };
    }

    private void warnOfForeignNames() {
        FOREIGN.forEach((foreign, ours) -> {
            if (read(foreign).isPresent()) {
                problems.add(Problem.warning(origin(foreign), "", "is set but means nothing here", ours));
            }
        });
    }

    private static Origin.FromEnvironment origin(String name) {
        return new Origin.FromEnvironment(name);
    }

    private static SequencedMap<String, String> foreignNames() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        names.put("HL_WALLET_PRIVATE_KEY", "The name is HYPERLIQUID_PRIVATE_KEY.");
        names.put("HYPERLIQUID_TESTNET", "The name is HYPERLIQUID_IS_TESTNET.");
        names.put("RISK_MAX_POSITION_SIZE", "The name is MAX_POSITION_SIZE (USD).");
        names.put("RISK_MAX_TOTAL_EXPOSURE", "The name is MAX_TOTAL_EXPOSURE (USD).");
        names.put("RISK_MAX_DRAWDOWN", "The name is MAX_DRAWDOWN (USD, not a fraction).");
        names.put("RISK_STOP_LOSS_PERCENTAGE", "Set strategies[].exits.stopPct (5 = 5 %).");
        names.put("DRY_RUN_BALANCE", "Set paper.startingBalanceUsd.");
        return names;
    }
}
