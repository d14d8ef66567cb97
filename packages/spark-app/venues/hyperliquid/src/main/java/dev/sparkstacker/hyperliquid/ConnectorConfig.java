package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Everything the connector must be told.
 *
 * @param network whose signatures are made; explicit, because a proxy or a sandbox changes the URL
 * @param restUrl base of {@code /info} and {@code /exchange}, such as {@code https://api.hyperliquid.xyz}
 * @param wsUrl the websocket, such as {@code wss://api.hyperliquid.xyz/ws}
 * @param accounts the accounts traded on; no two signers may share a nonce file, so one signer may serve several accounts
 * @param markets the markets watched
 * @param minNotional the least order value the venue accepts; it publishes none, 10 USD on the real one
 * @param nonceFolder where nonces are kept
 * @param connectTimeout for TCP, TLS and websocket handshakes
 * @param readTimeout for one request and its whole answer
 * @param feedLimits when a feed is no longer trusted
 */
public record ConnectorConfig(
        Network network,
        String restUrl,
        String wsUrl,
        List<AccountAccess> accounts,
        List<MarketFeed> markets,
        Usd minNotional,
        Path nonceFolder,
        Duration connectTimeout,
        Duration readTimeout,
        FeedLimits feedLimits) {
    /** The connect timeout that fits nearly everybody. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The read timeout that fits nearly everybody. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private static final String MAINNET_HOST = "//api.hyperliquid.xyz";
    private static final String TESTNET_HOST = "//api.hyperliquid-testnet.xyz";

    public ConnectorConfig {
        accounts = List.copyOf(accounts);
        markets = List.copyOf(markets);
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("No market is configured: nothing could be traded or shown");
        }
        refuseTwice(accounts, AccountAccess::id, "account");
        refuseTwice(accounts, AccountAccess::address, "account address");
        refuseTwice(markets, MarketFeed::market, "market");
        String wrongHost = network == Network.MAINNET ? TESTNET_HOST : MAINNET_HOST;
        if (restUrl.contains(wrongHost) || wsUrl.contains(wrongHost)) {
            throw new IllegalArgumentException("Network " + network + " does not fit the URL " + restUrl + " / " + wsUrl
                    + ": signatures for one network are worthless on the other");
        }
    }

    /** The access to an account. @throws IllegalArgumentException if it is not configured */
    public AccountAccess account(AccountId id) {
        return accounts.stream()
                .filter(access -> access.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such account: " + id));
    }

    /** Whether the market is watched. */
    public boolean watches(MarketId market) {
        return markets.stream().anyMatch(feed -> feed.market().equals(market));
    }

    private static <T> void refuseTwice(List<T> items, Function<T, ?> key, String what) {
        if (items.stream().map(key).distinct().count() != items.size()) {
            throw new IllegalArgumentException("The same " + what + " is configured twice: "
                    + items.stream().map(key).toList());
        }
    }
}
