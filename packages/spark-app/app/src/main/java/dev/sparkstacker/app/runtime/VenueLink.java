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
 * @param prices hears how the public price feed of a paper run fares; hears nothing where there is none
 * @param closer ends what was started for it
 */
record VenueLink(
        Network network,
        String restUrl,
        String wsUrl,
        List<AccountAccess> accounts,
        Usd minNotional,
        String feed,
        PriceFeedBridge prices,
        Runnable closer)
        implements AutoCloseable {
    /** A venue without a public price feed beside it. */
    VenueLink(
            Network network,
            String restUrl,
            String wsUrl,
            List<AccountAccess> accounts,
            Usd minNotional,
            String feed,
            Runnable closer) {
        this(network, restUrl, wsUrl, accounts, minNotional, feed, new PriceFeedBridge(), closer);
    }

    /** The same with a price feed that is told of. */
    VenueLink withPrices(PriceFeedBridge heard) {
        return new VenueLink(network, restUrl, wsUrl, accounts, minNotional, feed, heard, closer);
    }

    @Override
    public void close() {
        closer.run();
    }
}
