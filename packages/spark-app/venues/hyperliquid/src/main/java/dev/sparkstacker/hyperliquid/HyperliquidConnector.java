package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.command.AccountPort;
import dev.sparkstacker.hyperliquid.command.CommandRunner;
import dev.sparkstacker.hyperliquid.feed.PostClient;
import dev.sparkstacker.hyperliquid.feed.Streams;
import dev.sparkstacker.hyperliquid.http.ExchangeClient;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.AddressBudget;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.hyperliquid.mapping.MarketMapping;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.wire.info.AssetCtx;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import dev.sparkstacker.wire.sign.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The live side of the product: everything that is exchanged with Hyperliquid, or with the sandbox that speaks its protocol.
 *
 * <pre>
 *  new ──connect()──► time known, markets and accounts checked, nonces open ──start(sink)──► streams open, commands taken
 *        throws: nothing has been sent that changes anything                                 close(): acts end, sockets close
 * </pre>
 *
 * <p>Between {@link #connect} and {@link #start} only the clocks and the clients may be used: that is when a recovering
 * engine learns venue time.
 */
public final class HyperliquidConnector implements VenueGateway, Clocks, AutoCloseable {
    private final ConnectorConfig config;
    private final ConnectorListener listener;
    private final Surroundings around;
    private final SocketTiming timing;
    private final VenueClients clients;
    private final Map<String, Nonces> noncesBySigner = new TreeMap<>();
    private final Map<AccountId, Address> masters = new TreeMap<>();
    private @Nullable Connected connected;
    private volatile @Nullable Started started;
    private volatile @Nullable PostClient posts;

    private record Connected(InstrumentTable table, List<Instrument> instruments, MetaAndAssetCtxs meta) {}

    private record Started(Streams streams, CommandRunner commands, Housekeeping housekeeping) {}

    /** A connector with the usual timing. Nothing is sent yet. */
    public HyperliquidConnector(ConnectorConfig config, ConnectorListener listener) {
        this(config, listener, MachineClock.SYSTEM, SocketTiming.usual(config.connectTimeout()));
    }

    /** A connector with a clock and socket timing of the caller's. */
    public HyperliquidConnector(
            ConnectorConfig config, ConnectorListener listener, MachineClock machine, SocketTiming timing) {
        this(config, listener, Surroundings.real(config, machine), timing);
    }

    /** A connector in a world of the caller's. */
    public HyperliquidConnector(
            ConnectorConfig config, ConnectorListener listener, Surroundings around, SocketTiming timing) {
        this.config = config;
        this.listener = listener;
        this.around = around;
        this.timing = timing;
        this.clients = new VenueClients(
                config.network(),
                config.restUrl(),
                config.readTimeout(),
                around.machine(),
                around.transport(),
                listener);
    }

    /**
     * Reads venue time and the market rules, and checks every account. Sends nothing that changes anything.
     *
     * @throws VenueSetupException if the venue cannot be reached, or cannot be traded on as configured
     */
    public void connect() throws VenueSetupException, InterruptedException {
        if (connected != null) {
            return;
        }
        try {
            clients.info().probeTime(Priority.ASK);
            MetaAndAssetCtxs meta = clients.info().ask(new InfoRequest.MetaAndCtxs(null), Priority.ASK);
            InstrumentTable table = new InstrumentTable(meta.meta(), config.minNotional());
            List<Instrument> instruments = VenueChecks.markets(table, config.markets());
            VenueChecks checks = new VenueChecks(clients.info(), clients.time());
            for (AccountAccess access : config.accounts()) {
                masters.put(access.id(), checks.account(access));
                nonces(access.signer().address());
            }
            clients.info().probeTime(Priority.ASK);
            connected = new Connected(table, instruments, meta);
        } catch (ReadException e) {
            throw new VenueSetupException(
                    "The venue at " + config.restUrl() + " could not be asked: " + e.getMessage(), e);
        } catch (Impossible e) {
            throw new VenueSetupException("The venue's market rules make no sense: " + e.getMessage(), e);
        }
    }

    /**
     * Takes commands from here on, publishes the market rules and first prices, and opens the streams. Connects first where
     * that has not been done.
     *
     * @param sink where every event goes; called from many threads
     */
    public void start(EventSink sink) throws VenueSetupException, InterruptedException {
        if (started != null) {
            throw new IllegalStateException("The connector is started already");
        }
        connect();
        Connected ready = connected;
        if (ready == null) {
            throw new IllegalStateException("not connected");
        }
        List<AccountPort> ports = new ArrayList<>();
        List<AccountWatch> watches = new ArrayList<>();
        for (AccountAccess access : config.accounts()) {
            AddressBudget budget = new AddressBudget();
            ports.add(new AccountPort(access, nonces(access.signer().address()), budget));
            watches.add(new AccountWatch(
                    access,
                    masters.get(access.id()),
                    clients.time(),
                    budget,
                    clients.info(),
                    sink,
                    listener,
                    around.machine().nanos()));
        }
        Streams streams = new Streams(config.wsUrl(), clients, timing, listener, sink);
        CommandRunner commands = new CommandRunner(ports, clients, ready.table, sink, listener);
        Housekeeping housekeeping = new Housekeeping(clients, streams, watches);
        started = new Started(streams, commands, housekeeping);
        for (Instrument instrument : ready.instruments) {
            sink.publish(new MarketEvent.InstrumentListed(instrument));
            firstContext(ready, instrument, sink);
        }
        posts = streams.watch(config.markets(), config.feedLimits());
        config.accounts().forEach(streams::follow);
        housekeeping.start();
    }

    private static void firstContext(Connected ready, Instrument instrument, EventSink sink) {
        List<AssetCtx> contexts = ready.meta.contexts();
        if (instrument.assetId() >= contexts.size()) {
            return;
        }
        try {
            sink.publish(MarketMapping.context(instrument.market(), contexts.get(instrument.assetId())));
        } catch (Impossible e) {
            sink.publish(new SystemEvent.FrameMalformed(
                    "metaAndAssetCtxs", "IMPOSSIBLE_VALUE", String.valueOf(e.getMessage())));
        }
    }

    private Nonces nonces(Address signer) throws VenueSetupException {
        try {
            Nonces open = noncesBySigner.get(signer.text());
            if (open == null) {
                open = Nonces.open(around.nonces(), signer.text(), clients.time());
                noncesBySigner.put(signer.text(), open);
            }
            return open;
        } catch (NonceException e) {
            throw new VenueSetupException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The nonces that an account's acts are signed with. Whoever else signs with that key takes them here, so that none is
     * used twice.
     *
     * @throws IllegalStateException before {@link #connect}
     */
    public Nonces nonces(AccountAccess access) {
        Nonces open = noncesBySigner.get(access.signer().address().text());
        if (open == null) {
            throw new IllegalStateException("Nonces are open once the connector has connected");
        }
        return open;
    }

    /** @throws IllegalStateException before {@link #start} */
    @Override
    public void prepare(Command command) {
        commands().prepare(command);
    }

    /** @throws IllegalStateException before {@link #start} */
    @Override
    public void submit(Command command) {
        commands().submit(command);
    }

    private CommandRunner commands() {
        Started running = started;
        if (running == null) {
            throw new IllegalStateException("The connector takes commands once it is started");
        }
        return running.commands;
    }

    @Override
    public long venueTimeMs() {
        return clients.time().venueTimeMs();
    }

    @Override
    public long machineTimeMs() {
        return clients.time().machineTimeMs();
    }

    /** Venue time with its rate and skew. */
    public VenueTime time() {
        return clients.time();
    }

    /** Reads that are no commands, sharing the connector's budget. */
    public InfoClient info() {
        return clients.info();
    }

    /** Acts that are no commands, sharing the connector's budget. */
    public ExchangeClient exchange() {
        return clients.exchange();
    }

    /** The same reads and acts over the market websocket. @throws IllegalStateException before {@link #start} */
    public PostClient posts() {
        PostClient client = posts;
        if (client == null) {
            throw new IllegalStateException("Requests can be posted once the connector is started");
        }
        return client;
    }

    /** The rules of the configured markets. @throws IllegalStateException before {@link #connect} */
    public List<Instrument> instruments() {
        Connected ready = connected;
        if (ready == null) {
            throw new IllegalStateException("Market rules are known once the connector has connected");
        }
        return ready.instruments;
    }

    /** Ends: acts under way get two seconds, then sockets and connections close. */
    @Override
    public void close() {
        Started running = started;
        if (running != null) {
            running.housekeeping.close();
            running.commands.close();
            running.streams.close();
        }
        clients.close();
        for (Nonces nonces : noncesBySigner.values()) {
            try {
                nonces.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A nonce file could not be closed", e);
            }
        }
    }
}
