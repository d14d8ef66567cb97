package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param markets the universe; a market's index is its asset id
 * @param accounts accounts that must exist
 * @param speedPermille speed of venue time in thousandths of real time; above 100,000 the clock is stepped
 * @param latencyMs venue milliseconds from an action's arrival to its effect
 * @param minNotional least order value
 * @param bindAddress address to listen on
 * @param port port, 0 for any free one
 * @param seed of generated prices and modelled paths
 * @param dataFile recorded market to replay instead of generating, or null
 * @param prices source to use instead of either, or null; venue time begins where it does
 * @param stateFolder where paper accounts are kept, in a folder of its own for each price source
 */
public record SandboxConfig(
        List<SandboxMarket> markets,
        List<SandboxAccount> accounts,
        int speedPermille,
        long latencyMs,
        Usd minNotional,
        String bindAddress,
        int port,
        long seed,
        @Nullable Path dataFile,
        @Nullable PriceSource prices,
        Path stateFolder) {}
