package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.limits.WeightBudget;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.wire.Network;
import java.time.Duration;

/**
 * The HTTP side of one venue: one connection pool, one budget, one estimate of venue time, and the typed clients that share
 * them. Tools that only ask or act once use it directly.
 */
public final class VenueClients implements AutoCloseable {
    private final VenueTransport transport;
    private final Machine machine;
    private final VenueTime time;
    private final WeightBudget budget;
    private final InfoClient info;
    private final ExchangeClient exchange;

    /**
     * @param network whose signatures are made
     * @param restUrl base of {@code /info} and {@code /exchange}
     * @param transport closed with the clients
     */
    public VenueClients(
            Network network,
            String restUrl,
            Duration readTimeout,
            Machine machine,
            VenueTransport transport,
            ConnectorListener listener) {
        this.transport = transport;
        this.machine = machine;
        time = new VenueTime(machine);
        budget = new WeightBudget(
                () -> time.isKnown() ? time.venueTimeMs() : machine.epochMs(),
                WeightBudget.VENUE_LIMIT,
                listener::budgetChanged,
                machine);
        VenueHttp http = new VenueHttp(transport, restUrl, readTimeout, machine);
        info = new InfoClient(http, budget, time, listener);
        exchange = new ExchangeClient(http, network, budget, time, listener, machine);
    }

    /** Reads. */
    public InfoClient info() {
        return info;
    }

    /** Acts. */
    public ExchangeClient exchange() {
        return exchange;
    }

    /** Venue time, known once {@link InfoClient#probeTime} has answered. */
    public VenueTime time() {
        return time;
    }

    /** What all of them share of the venue's request budget. */
    public WeightBudget budget() {
        return budget;
    }

    /** What websockets are opened with. */
    public VenueTransport transport() {
        return transport;
    }

    /** What everything here runs on. */
    public Machine machine() {
        return machine;
    }

    @Override
    public void close() {
        transport.close();
    }
}
