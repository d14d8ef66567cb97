package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.OrderSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.machine.VirtualThreads;
import dev.sparkstacker.hyperliquid.net.JdkTransport;
import dev.sparkstacker.wire.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A way to the venue that shares nothing with the engine's: own connections, own budget, own clock, a door an account. */
public final class VenueDoors implements AutoCloseable {
    private static final long PAUSE_MS = 200;
    private static final long VIGIL_MS = 5_000;

    private final EffectiveConfig config;
    private final VenueClients clients;
    private final List<HttpDoor> doors = new ArrayList<>();

    /** Says where the nonces of an account's signer come from. */
    @FunctionalInterface
    public interface Signing {
        /** Those of an account; {@code venueTime} is known by the time one is taken. */
        NonceSource of(AccountAccess access, Clocks venueTime);
    }

    /**
     * Opens the ways; sends nothing.
     *
     * @param accounts how each account is reached
     */
    public VenueDoors(
            EffectiveConfig config,
            Network network,
            String restUrl,
            List<AccountAccess> accounts,
            Signing signing,
            ConnectorListener listener) {
        this.config = config;
        this.clients = new VenueClients(
                network,
                restUrl,
                ConnectorConfig.READ_TIMEOUT,
                VirtualThreads.SYSTEM,
                new JdkTransport(ConnectorConfig.CONNECT_TIMEOUT),
                listener);
        MarketRules rules = new MarketRules(clients.info());
        long expiresAfterMs = config.config().orders().expiresAfterMs();
        for (AccountAccess access : accounts) {
            NonceSource nonces = signing.of(access, clients.time());
            doors.add(new HttpDoor(access, clients, rules, nonces, expiresAfterMs));
        }
    }

    List<HttpDoor> doors() {
        return List.copyOf(doors);
    }

    /** The doors, each with the markets that the product trades behind it. */
    Map<AccountDoor, Set<MarketId>> withMarkets() {
        Map<AccountId, Set<MarketId>> traded = new TreeMap<>();
        for (StrategySettings strategy : config.config().strategies()) {
            Set<MarketId> main = traded.computeIfAbsent(strategy.main().account(), key -> new TreeSet<>());
            main.addAll(strategy.markets());
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                traded.computeIfAbsent(hedge.account(), key -> new TreeSet<>()).addAll(strategy.allMarkets());
            }
        }
        Map<AccountDoor, Set<MarketId>> all = new LinkedHashMap<>();
        doors.forEach(door -> all.put(door, traded.getOrDefault(door.account(), Set.of())));
        return all;
    }

    /** How an emergency goes about its work, from how orders are worked. */
    Rescue.Terms terms() {
        OrderSettings orders = config.config().orders();
        return new Rescue.Terms(
                orders.exitSlippagePct().stream().map(Rate::ofPct).toList(),
                orders.exitStepMs(),
                Math.max(orders.protectionTimeoutMs(), orders.protectionTimeoutMachineMs()),
                orders.expiresAfterMs() + orders.absentAfterMs(),
                PAUSE_MS,
                VIGIL_MS);
    }

    /** How fast the venue's clock runs against the machine's, as far as it is known. */
    double venueRate() {
        return clients.time().rate();
    }

    @Override
    public void close() {
        clients.close();
    }
}
