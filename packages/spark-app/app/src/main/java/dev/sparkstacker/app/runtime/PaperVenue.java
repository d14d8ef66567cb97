package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.config.model.PaperSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.RecordingException;
import dev.sparkstacker.app.tools.recording.RecordingSource;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.sandbox.PriceCheck;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.SandboxAccount;
import dev.sparkstacker.sandbox.SandboxConfig;
import dev.sparkstacker.sandbox.SandboxMarket;
import dev.sparkstacker.sandbox.SandboxOptions;
import dev.sparkstacker.sandbox.persist.StateException;
import dev.sparkstacker.sandbox.price.DataFileException;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import dev.sparkstacker.sandbox.server.ServerException;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The sandbox as the venue of a paper run: started in this process, or reached where one listens already. */
final class PaperVenue {
    private static final String OWN_RECORDING = ".ssm";

    private PaperVenue() {}

    static VenueLink open(EffectiveConfig config, DataFolder data, Terminal terminal) {
        URI external = config.config().paper().sandboxUrl();
        if (external != null) {
            return link(config, external.toString(), "the sandbox at " + external, PaperKeys::agent, () -> {});
        }
        PriceFeedBridge prices = new PriceFeedBridge();
        Sandbox sandbox = start(config, data.sandbox(), prices);
        sandbox.onFeedEnd(end -> terminal.err().println("feed      " + end));
        String url = "http://" + config.config().ports().bindAddress() + ":" + sandbox.port();
        return link(config, url, describe(config, sandbox), PaperKeys::agent, sandbox::close)
                .withPrices(prices);
    }

    /** The sandbox that listens outside, with the watchdog's own agents. */
    static VenueLink forWatchdog(EffectiveConfig config) {
        URI external = Objects.requireNonNull(config.config().paper().sandboxUrl());
        return link(config, external.toString(), "the sandbox at " + external, PaperKeys::watchdog, () -> {});
    }

    /**
     * Starts the sandbox alone.
     *
     * @param prices told how a public price feed fares, where there is one
     * @throws CommandFailure if it cannot start, with what would help
     */
    static Sandbox start(EffectiveConfig config, Path stateFolder, ConnectorListener prices) {
        SandboxConfig sandbox = sandboxConfig(config, stateFolder, prices);
        try {
            return start(config, sandbox);
        } catch (CommandFailure refused) {
            close(sandbox);
            throw refused;
        }
    }

    private static void close(SandboxConfig sandbox) {
        if (sandbox.prices() != null) {
            sandbox.prices().close();
        }
    }

    private static Sandbox start(EffectiveConfig config, SandboxConfig sandbox) {
        try {
            return Sandbox.start(sandbox, options(config));
        } catch (DataFileException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (ServerException | StateException refused) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(refused.getMessage()), refused);
        }
    }

    /**
     * Reads the recorded market as a start would, and starts nothing; empty where none is configured.
     *
     * @throws DataFileException if it cannot be used
     * @throws CommandFailure if it cannot be used
     */
    static Optional<PriceCheck.Found> checkPrices(EffectiveConfig config) {
        SandboxConfig sandbox = sandboxConfig(config, config.dataDir().resolve("sandbox"), ConnectorListener.NONE);
        try {
            return PriceCheck.run(sandbox);
        } finally {
            close(sandbox);
        }
    }

    private static SandboxOptions options(EffectiveConfig config) {
        SandboxOptions usual = SandboxOptions.usual();
        long budget = config.config().paper().venueRules().addressBudget();
        return new SandboxOptions(
                        usual.rules().withRequestBudget(budget), usual.limits(), usual.faults(), usual.machine())
                .withControlPort(config.config().ports().sandboxControl());
    }

    /** Where prices come from, how real they are, and how fast time runs. */
    static String describe(EffectiveConfig config, Sandbox sandbox) {
        SourceKind kind = sandbox.feedKind();
        return sandbox.feedDescription() + " [" + kind.name().toLowerCase(Locale.ROOT) + "], "
                + config.config().paper().speed().toPlainString() + "x real time";
    }

    private static VenueLink link(
            EffectiveConfig config, String url, String feed, Function<String, Signer> signer, Runnable closer) {
        List<AccountAccess> accounts = new ArrayList<>();
        for (AccountSettings account : config.config().accounts()) {
            String name = account.name().name();
            accounts.add(new AccountAccess(account.name(), PaperKeys.owner(name).address(), null, signer.apply(name)));
        }
        Usd minimum = config.config().paper().venueRules().minNotionalUsd();
        String wsUrl = url.replaceFirst("^http", "ws") + "/ws";
        return new VenueLink(Network.MAINNET, url, wsUrl, accounts, minimum, feed, closer);
    }

    private static SandboxConfig sandboxConfig(EffectiveConfig config, Path stateFolder, ConnectorListener prices) {
        PaperSettings paper = config.config().paper();
        if (paper.feed() == FeedKind.HYPERLIQUID) {
            return LiveFeeds.sandboxConfig(config, stateFolder, accounts(config), prices);
        }
        Path file = paper.feed() == FeedKind.FILE ? paper.dataFile() : null;
        List<SandboxMarket> universe =
                file == null ? SandboxMarkets.all() : SandboxMarkets.forFile(file, markets(config));
        PriceSource recording =
                file != null && file.toString().endsWith(OWN_RECORDING) ? recording(config, file, universe) : null;
        return new SandboxConfig(
                universe,
                accounts(config),
                speedPermille(paper.speed()),
                paper.latencyMs(),
                paper.venueRules().minNotionalUsd(),
                config.config().ports().bindAddress(),
                config.config().ports().sandbox(),
                paper.seed(),
                recording == null ? file : null,
                recording,
                stateFolder);
    }

    private static PriceSource recording(EffectiveConfig config, Path file, List<SandboxMarket> universe) {
        PaperSettings paper = config.config().paper();
        List<Instrument> instruments = new ArrayList<>();
        for (SandboxMarket market : universe) {
            instruments.add(
                    market.instrument(instruments.size(), paper.venueRules().minNotionalUsd()));
        }
        try {
            return new RecordingSource(file, instruments, paper.seed());
        } catch (RecordingException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The recording " + file + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    static int speedPermille(BigDecimal speed) {
        return speed.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    static Set<MarketId> markets(EffectiveConfig config) {
        Set<MarketId> markets = new TreeSet<>();
        for (StrategySettings strategy : config.config().strategies()) {
            markets.addAll(strategy.allMarkets());
        }
        return markets;
    }

    private static List<SandboxAccount> accounts(EffectiveConfig config) {
        List<SandboxAccount> accounts = new ArrayList<>();
        for (AccountSettings account : config.config().accounts()) {
            String name = account.name().name();
            accounts.add(new SandboxAccount(
                    name,
                    PaperKeys.owner(name).address(),
                    config.config().paper().startingBalanceUsd(),
                    List.of(
                            PaperKeys.agent(name).address(),
                            PaperKeys.watchdog(name).address())));
        }
        return accounts;
    }
}
