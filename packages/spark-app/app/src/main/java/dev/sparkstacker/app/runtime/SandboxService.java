package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.SandboxLauncher;
import dev.sparkstacker.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code sandbox}: the simulated venue alone, for any client that speaks its protocol. */
public final class SandboxService implements SandboxLauncher {
    @Override
    public ExitCode serve(EffectiveConfig config, Terminal terminal) {
        Path folder = config.dataDir().resolve("sandbox-alone");
        Premises.ofSandbox(config, folder);
        Traces traces = Traces.before(folder);
        try (DataFolder data = DataFolder.open(folder)) {
            return serve(config, start(config, data, traces, terminal), terminal);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Sandbox start(EffectiveConfig config, DataFolder data, Traces traces, Terminal terminal)
            throws IOException {
        try {
            return PaperVenue.start(
                    config,
                    data.sandbox(),
                    new PriceFeedLines(line -> terminal.out().println(line)));
        } catch (RuntimeException refused) {
            data.withdraw();
            traces.takeBack();
            throw refused;
        }
    }

    /** A client trades as this account with this key, which guards nothing but simulated money. */
    private static String describe(String account) {
        return "account   " + account + " " + PaperKeys.owner(account).address() + ", paper key "
                + PaperKeys.ownerHex(account);
    }

    private static ExitCode serve(EffectiveConfig config, Sandbox started, Terminal terminal) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Sandbox sandbox = started) {
            String url = config.config().ports().bindAddress() + ":" + sandbox.port();
            terminal.out().println("prices    " + PaperVenue.describe(config, sandbox));
            terminal.out()
                    .println("serving   http://" + url + "/info  http://" + url + "/exchange  ws://" + url + "/ws");
            config.config()
                    .accounts()
                    .forEach(account ->
                            terminal.out().println(describe(account.name().name())));
            sandbox.controlPort()
                    .ifPresent(port -> terminal.out().println("control   http://127.0.0.1:" + port + "/status"));
            sandbox.onFeedEnd(end -> terminal.out().println("feed      " + end));
            terminal.out().flush();
            Signals.onStop(stopped::countDown);
            stopped.await();
            terminal.out().println("stopped   in order");
            return ExitCode.OK;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }
}
