package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.cli.KeyringAccess;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.WatchdogSettings;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.guard.NonceSource;
import dev.sparkstacker.app.guard.VenueDoors;
import dev.sparkstacker.app.guard.Watchdog;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.WatchdogLauncher;
import dev.sparkstacker.app.secret.KeyReference;
import dev.sparkstacker.app.secret.KeyResolver;
import dev.sparkstacker.app.secret.KeystoreException;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code watchdog}: one at a time for each data folder, with its own agents and nonces. */
final class WatchdogService implements WatchdogLauncher {
    @Override
    public ExitCode watch(EffectiveConfig config, boolean ofRun, Terminal terminal) {
        Path data = config.dataDir();
        if (!config.isLive() && config.config().paper().sandboxUrl() == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The sandbox of this configuration lives in the instance's own process and dies with it: there would"
                            + " be nothing to act on. Start \"spark-stacker sandbox\" and name it in paper.sandboxUrl.");
        }
        try {
            Files.createDirectories(data);
            try (FileChannel lock = FileChannel.open(
                            data.resolve("watchdog.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.tryLock()) {
                if (held == null) {
                    throw new CommandFailure(ExitCode.ENVIRONMENT, "Another watchdog watches " + data + " already.");
                }
                return watchLocked(config, ofRun, terminal);
            }
        } catch (IOException disk) {
            throw StartFailures.explain(disk);
        }
    }

    private static ExitCode watchLocked(EffectiveConfig config, boolean ofRun, Terminal terminal) throws IOException {
        if (ofRun) {
            Signals.ignoreInterrupts();
        } else {
            Thread watching = Thread.currentThread();
            Signals.onStop(watching::interrupt);
        }
        WatchdogSettings settings = config.config().watchdog();
        Watchdog.Terms terms = new Watchdog.Terms(
                config.dataDir(),
                settings.silentMs(),
                settings.action(),
                config.config().accounts().stream()
                        .filter(AccountSettings::deadMansSwitch)
                        .map(AccountSettings::name)
                        .toList(),
                config.config().deadMansSwitch().timeoutMs());
        VenueLink link = link(config, terminal);
        Path nonces = config.dataDir().resolve("watchdog-nonces");
        try (VenueDoors doors = new VenueDoors(
                        config,
                        link.network(),
                        link.restUrl(),
                        link.accounts(),
                        (access, time) -> noncesOf(access, nonces, time),
                        ConnectorListener.NONE);
                Watchdog watchdog = new Watchdog(terms, doors, line -> say(terminal, line))) {
            if (ofRun) {
                Optional<ProcessHandle> instance = ProcessHandle.current().parent();
                watchdog.runFor(() -> instance.map(ProcessHandle::isAlive).orElse(false));
                say(terminal, "ends: the instance was stopped in order, or never traded");
            } else {
                watchdog.run();
            }
        } catch (InterruptedException asked) {
            say(terminal, "stopped");
        }
        return ExitCode.OK;
    }

    /** Opened when the first is needed: venue time is known by then. */
    private static NonceSource noncesOf(AccountAccess access, Path folder, Clocks venueTime) {
        List<Nonces> open = new ArrayList<>();
        return () -> {
            synchronized (open) {
                if (open.isEmpty()) {
                    open.add(Nonces.open(folder, access.signer().address().text(), venueTime));
                }
                return open.getFirst().nextUnkept();
            }
        };
    }

    private static void say(Terminal terminal, String line) {
        terminal.out().println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        terminal.out().flush();
    }

    private static VenueLink link(EffectiveConfig config, Terminal terminal) {
        return config.isLive() ? live(config, terminal) : PaperVenue.forWatchdog(config);
    }

    private static VenueLink live(EffectiveConfig config, Terminal terminal) {
        KeyringAccess keyring = new KeyringAccess(terminal, config.dataDir(), terminal.environment());
        KeyResolver keys = new KeyResolver(terminal.environment(), keyring.keystore(), () -> keyring.password(false));
        return VenueLinks.live(config, account -> signer(config, account, keys));
    }

    private static Signer signer(EffectiveConfig config, AccountSettings account, KeyResolver keys) {
        String reference = config.config().watchdog().keys().stream()
                .filter(key -> key.account().equals(account.name()))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "The watchdog has no key for account " + account.name()
                                + ". Approve an agent of its own with \"keys create-agent\" and name its key under"
                                + " watchdog.keys."))
                .keyRef();
        try {
            return new Signer(keys.resolve(KeyReference.parse(reference)));
        } catch (KeystoreException missing) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The watchdog's key of account " + account.name() + ": " + missing.getMessage(),
                    missing);
        }
    }
}
