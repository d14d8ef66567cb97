package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.control.ControlDesk;
import dev.sparkstacker.sandbox.control.ControlServer;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.persist.ClockFile;
import dev.sparkstacker.sandbox.persist.SavedState;
import dev.sparkstacker.sandbox.persist.StateLog;
import dev.sparkstacker.sandbox.persist.StateRecorder;
import dev.sparkstacker.sandbox.price.DataFileException;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import dev.sparkstacker.sandbox.server.NonceWindows;
import dev.sparkstacker.sandbox.server.ServerConfig;
import dev.sparkstacker.sandbox.server.ServerException;
import dev.sparkstacker.sandbox.server.VenueCore;
import dev.sparkstacker.sandbox.server.VenueDesk;
import dev.sparkstacker.sandbox.server.VenueLoop;
import dev.sparkstacker.sandbox.server.VenueServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running simulated Hyperliquid: exchange, prices, memory and protocol server.
 *
 * <pre>
 *  start: read the log - restore accounts - play the missed venue time - serve
 *  stop : stop serving - stop the exchange - write the clock
 *  kill : nothing to do; the next start reads what was written before each answer left
 * </pre>
 */
public final class Sandbox implements AutoCloseable {
    private final VenueLoop loop;
    private final VenueServer server;
    private final StateKeeper keeper;
    private final FaultPlan faults;
    private final @Nullable ControlServer control;

    private final FeedEnd feedEnd;

    private Sandbox(
            VenueLoop loop, VenueServer server, StateKeeper keeper, FaultPlan faults, @Nullable ControlServer control) {
        this.control = control;
        this.feedEnd = new FeedEnd(loop.core());
        loop.post(() -> loop.core().addStepListener(feedEnd));
        this.loop = loop;
        this.server = server;
        this.keeper = keeper;
        this.faults = faults;
    }

    /** Starts as {@link #start(SandboxConfig, SandboxOptions)} with the venue's own rules and limits. */
    public static Sandbox start(SandboxConfig config) {
        return start(config, SandboxOptions.usual());
    }

    /**
     * Starts; when it returns, the time since the last run has been played and the port is open.
     *
     * @throws DataFileException if the recorded market cannot be used
     * @throws ServerException if the port cannot be opened
     * @throws dev.sparkstacker.sandbox.persist.StateException if the state folder is in use, damaged or not writable
     */
    public static Sandbox start(SandboxConfig config, SandboxOptions options) {
        List<Instrument> instruments = new ArrayList<>();
        for (SandboxMarket market : config.markets()) {
            instruments.add(market.instrument(instruments.size(), config.minNotional()));
        }
        SourceChoice choice = new SourceChoice(config, instruments);
        Path folder = config.stateFolder().resolve(choice.folder());
        StateLog log = StateLog.open(folder, true, options.disk());
        try {
            return open(config, options, instruments, choice, folder, log);
        } catch (RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    private static Sandbox open(
            SandboxConfig config,
            SandboxOptions options,
            List<Instrument> instruments,
            SourceChoice choice,
            Path folder,
            StateLog log) {
        SavedState saved = SavedState.of(log.read());
        saved.requireMarkets(instruments);
        ClockFile clockFile = new ClockFile(folder);
        long machineMs = options.machine().millis();
        Optional<ClockFile.Reading> last = saved.isEmpty() ? Optional.empty() : clockFile.read();
        Long resumeMs = last.map(reading -> Math.max(reading.venueMs(), saved.venueMs()))
                .orElse(null);
        PriceSource source = choice.open(machineMs, resumeMs, saved.genesisMs());
        long venueMs = last.map(reading -> reading.resumeAt(machineMs)).orElse(source.startMs());
        if (source.kind() == SourceKind.LIVE) {
            venueMs = Math.max(venueMs, machineMs);
        }
        VenueClock clock = new VenueClock(options.machine(), venueMs, config.speedPermille());
        VenueRules rules = options.rules().withLatencyMs(config.latencyMs()).withMinNotional(config.minNotional());
        List<MarketSpec> specs = instruments.stream().map(MarketSpec::of).toList();
        VenueCore core = new VenueCore(specs, rules, source, clock, new ExchangeListener() {});
        VenueLoop loop = new VenueLoop(core);
        Long genesis = saved.genesisMs();
        StateRecorder recorder = new StateRecorder(
                log, core.exchange(), genesis == null ? SourceChoice.genesis(source.startMs()) : genesis);
        NonceWindows nonces = new NonceWindows();
        saved.restore(core.exchange(), (signer, nonce) -> {
            nonces.restore(signer, nonce);
            recorder.knownNonce(signer, nonce);
        });
        core.addListener(recorder);
        openAccounts(config, core.exchange());
        recorder.compact();
        StateKeeper keeper = new StateKeeper(log, clockFile, recorder, clock, source, config.speedPermille());
        core.exchange().beforeReply(keeper::flush);
        core.addStepListener(keeper);
        loop.start();
        return serve(config, options, loop, keeper, nonces, recorder);
    }

    private static Sandbox serve(
            SandboxConfig config,
            SandboxOptions options,
            VenueLoop loop,
            StateKeeper keeper,
            NonceWindows nonces,
            StateRecorder recorder) {
        try {
            long target = loop.core().clock().nowMs();
            while (loop.ask(Exchange::nowMs).join() < target) {
                Thread.onSpinWait();
            }
            ServerConfig serverConfig = new ServerConfig(config.bindAddress(), config.port());
            VenueServer server = VenueServer.start(
                    serverConfig,
                    loop,
                    new VenueDesk.Setup(
                            options.limits(), options.faults(), nonces, recorder::usedNonce, keeper::isWriting));
            return new Sandbox(loop, server, keeper, options.faults(), control(options, loop, server, keeper));
        } catch (RuntimeException failed) {
            loop.close();
            keeper.closeFiles();
            throw failed;
        }
    }

    private static @Nullable ControlServer control(
            SandboxOptions options, VenueLoop loop, VenueServer server, StateKeeper keeper) {
        Integer port = options.controlPort();
        if (port == null) {
            return null;
        }
        try {
            return ControlServer.start(port, new ControlDesk(loop, options.faults(), keeper::flushOrFail));
        } catch (IOException refused) {
            server.close();
            throw new ServerException(
                    "The side channel cannot listen on port " + port + " of this machine: " + refused.getMessage()
                            + ". Stop the other process or choose another port.",
                    refused);
        }
    }

    private static void openAccounts(SandboxConfig config, Exchange exchange) {
        for (SandboxAccount account : config.accounts()) {
            Address address = Address.of(account.address().text());
            if (exchange.account(address) == null) {
                exchange.openAccount(address, account.name(), account.startingBalance());
            }
            for (dev.sparkstacker.wire.sign.Address agent : account.agents()) {
                exchange.approveConfiguredAgent(address, Address.of(agent.text()), account.name());
            }
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The port of the side channel, if there is one. */
    public OptionalInt controlPort() {
        return control == null ? OptionalInt.empty() : OptionalInt.of(control.port());
    }

    /** How often the disk refused to take its state. */
    public long refusedWrites() {
        return keeper.refusals();
    }

    /**
     * Sets who is told, once and on the exchange's thread, that a recording has come to its end: from then on the
     * markets have no data.
     */
    public void onFeedEnd(Consumer<String> listener) {
        var _ = loop.ask(_ -> {
            feedEnd.onEnd(listener);
            return true;
        });
    }

    /** What its prices are. */
    public SourceKind feedKind() {
        return loop.core().source().kind();
    }

    /** Its prices in one line for people. */
    public String feedDescription() {
        return loop.core().source().description();
    }

    /** Venue time in milliseconds. */
    public long venueTimeMs() {
        return loop.core().clock().nowMs();
    }

    /** Lets a stepped clock go on: the caller has nothing left to do up to this venue time. */
    public void idleUpTo(long venueTimeMs) {
        loop.core().clock().idleUpTo(venueTimeMs);
    }

    /** What goes wrong at the edges; may be changed at any time. */
    public FaultPlan faults() {
        return faults;
    }

    /** The thread that owns the exchange, for whoever must look inside. */
    public VenueLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        if (control != null) {
            control.close();
        }
        server.close();
        loop.close();
        keeper.close();
    }
}
