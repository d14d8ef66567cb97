package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.wire.Network;
import java.util.List;

/**
 * The venue a run trades on and how its accounts are reached.
 *
 * @param network whose signatures are made
 * @param restUrl base of the REST paths
 * @param wsUrl the websocket
 * @param accounts how each account is reached
 * @param minNotional the least order value the venue accepts
 * @param feed where prices come from and how real they are, for people
 * @param closer ends what was started for it
 */
record VenueLink(
        Network network,
        String restUrl,
        String wsUrl,
        List<AccountAccess> accounts,
        Usd minNotional,
        String feed,
        Runnable closer)
        implements AutoCloseable {
    @Override
    public void close() {
        closer.run();
    }
}
