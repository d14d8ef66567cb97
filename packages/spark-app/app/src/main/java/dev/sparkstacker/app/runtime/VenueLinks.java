package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.cli.KeyringAccess;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.VenueNetwork;
import dev.sparkstacker.app.config.model.VenueSettings;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.app.secret.KeyReference;
import dev.sparkstacker.app.secret.KeyResolver;
import dev.sparkstacker.app.secret.KeystoreException;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Finds the venue that a configuration names: the sandbox on paper, Hyperliquid live. Nothing falls back silently. */
final class VenueLinks {
    private static final Usd LIVE_MINIMUM = Usd.of("10");
    private static final String CONFIRMATION = "trade live";

    VenueLink open(EffectiveConfig config, RuntimeLauncher.Options options, DataFolder data, Terminal terminal) {
        return config.isLive() ? live(config, options, data, terminal) : PaperVenue.open(config, data, terminal);
    }

    private static VenueLink live(
            EffectiveConfig config, RuntimeLauncher.Options options, DataFolder data, Terminal terminal) {
        if (!options.confirmLive()) {
            confirm(terminal);
        }
        KeyringAccess keyring = new KeyringAccess(terminal, data.path(), terminal.environment());
        KeyResolver keys = new KeyResolver(terminal.environment(), keyring.keystore(), () -> keyring.password(false));
        return live(config, account -> signer(account, keys));
    }

    /** The live venue, signed for by the given keys. */
    static VenueLink live(EffectiveConfig config, Function<AccountSettings, Signer> signers) {
        List<AccountAccess> accounts = new ArrayList<>();
        for (AccountSettings account : config.config().accounts()) {
            accounts.add(access(account, signers));
        }
        VenueSettings venue = config.config().venue();
        boolean mainnet = venue.network() == VenueNetwork.MAINNET;
        String host = mainnet ? "api.hyperliquid.xyz" : "api.hyperliquid-testnet.xyz";
        return new VenueLink(
                mainnet ? Network.MAINNET : Network.TESTNET,
                Objects.toString(venue.restUrl(), "https://" + host),
                Objects.toString(venue.websocketUrl(), "wss://" + host + "/ws"),
                accounts,
                LIVE_MINIMUM,
                "Hyperliquid " + venue.network().name().toLowerCase(java.util.Locale.ROOT) + " (live)",
                () -> {});
    }

    private static AccountAccess access(AccountSettings account, Function<AccountSettings, Signer> signers) {
        String address = account.address();
        if (address == null) {
            throw new CommandFailure(ExitCode.USAGE, "Account " + account.name() + " needs address for live trading.");
        }
        String vault = account.vaultAddress();
        Address read = new Address(vault == null ? address : vault);
        return new AccountAccess(account.name(), read, vault == null ? null : read, signers.apply(account));
    }

    private static Signer signer(AccountSettings account, KeyResolver keys) {
        String keyRef = account.keyRef();
        if (keyRef == null) {
            throw new CommandFailure(ExitCode.USAGE, "Account " + account.name() + " needs keyRef for live trading.");
        }
        try {
            return new Signer(keys.resolve(KeyReference.parse(keyRef)));
        } catch (KeystoreException missing) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Account " + account.name() + ": " + missing.getMessage(), missing);
        }
    }

    private static void confirm(Terminal terminal) {
        String answer = terminal.askLine()
                .apply("This sends real orders with real money. Type \"" + CONFIRMATION + "\" to go on: ")
                .orElse("");
        if (!answer.strip().equals(CONFIRMATION)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Live trading was not confirmed; nothing was sent. Type \"" + CONFIRMATION
                            + "\" when asked, or pass --confirm-live.");
        }
    }
}
