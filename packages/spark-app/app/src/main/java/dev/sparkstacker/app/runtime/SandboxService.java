package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.SandboxLauncher;
import dev.sparkstacker.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** {@code sandbox}: the simulated venue alone, for any client that speaks its protocol. */
public final class SandboxService implements SandboxLauncher {
    @Override
    public ExitCode serve(EffectiveConfig config, Terminal terminal) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (DataFolder data = DataFolder.open(config.dataDir().resolve("sandbox-alone"));
                Sandbox sandbox = PaperVenue.start(config, data.sandbox())) {
            String url = config.config().ports().bindAddress() + ":" + sandbox.port();
            terminal.out().println("prices    " + PaperVenue.describe(config, sandbox));
            terminal.out()
                    .println("serving   http://" + url + "/info  http://" + url + "/exchange  ws://" + url + "/ws");
            terminal.out().flush();
            Signals.onStop(stopped::countDown);
            stopped.await();
            terminal.out().println("stopped   in order");
            return ExitCode.OK;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }
}
