package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that choose a part of trading; without one, everything is meant. */
final class ScopeOptions {
    @Option(names = "--strategy", paramLabel = "NAME", description = "This strategy only.")
    private @Nullable String strategy;

    @Option(names = "--market", paramLabel = "MARKET", description = "This market only, ETH-USD.")
    private @Nullable String market;

    @Option(names = "--account", paramLabel = "NAME", description = "This account only.")
    private @Nullable String account;

    /** The part, or null for everything. @throws CommandFailure if more than one is named or a name is malformed */
    @Nullable
    HaltScope scope() {
        List<HaltScope> scopes = new ArrayList<>();
        try {
            if (strategy != null) {
                scopes.add(new HaltScope.OneStrategy(new StrategyId(strategy)));
            }
            if (market != null) {
                scopes.add(new HaltScope.OneMarket(MarketId.parse(market)));
            }
            if (account != null) {
                scopes.add(new HaltScope.OneAccount(new AccountId(account)));
            }
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(malformed.getMessage()), malformed);
        }
        if (scopes.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Name one of --strategy, --market and --account, or none for everything.");
        }
        return scopes.isEmpty() ? null : scopes.getFirst();
    }
}
