package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.limits.WeightBudget;
import dev.sparkstacker.wire.Network;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * The HTTP side of one venue: one connection pool, one budget, one estimate of venue time, and the typed clients that share
 * them. Tools that only ask or act once use it directly.
 */
public final class VenueClients implements AutoCloseable {
    private final HttpClient client;
    private final VenueTime time;
    private final WeightBudget budget;
    private final InfoClient info;
    private final ExchangeClient exchange;

    /**
     * @param network whose signatures are made
     * @param restUrl base of {@code /info} and {@code /exchange}
     */
    public VenueClients(
            Network network,
            String restUrl,
            Duration connectTimeout,
            Duration readTimeout,
            MachineClock machine,
            ConnectorListener listener) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        time = new VenueTime(machine);
        budget = new WeightBudget(
                () -> time.isKnown() ? time.venueTimeMs() : machine.epochMs(),
                WeightBudget.VENUE_LIMIT,
                listener::budgetChanged);
        VenueHttp http = new VenueHttp(client, restUrl, readTimeout, machine);
        info = new InfoClient(http, budget, time, listener);
        exchange = new ExchangeClient(http, network, budget, time, listener);
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

    /** The client that websockets are opened with. */
    public HttpClient transport() {
        return client;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
