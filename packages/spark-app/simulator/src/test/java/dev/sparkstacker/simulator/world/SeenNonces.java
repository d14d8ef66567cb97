package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.RequestSigner;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjLongConsumer;

/** Reads signer and nonce of every act that leaves, from its bytes. */
final class SeenNonces extends PassedOn {
    private final ObjLongConsumer<String> seen;

    SeenNonces(VenueTransport transport, ObjLongConsumer<String> seen) {
        super(transport);
        this.seen = seen;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        if (uri.getPath().equals("/exchange")) {
            try {
                ExchangeRequest request = ExchangeRequest.read(Json.parse(body));
                String signer = RequestSigner.recover(request, Network.MAINNET)
                        .orElseThrow()
                        .text();
                seen.accept(signer, request.nonce());
            } catch (WireException unreadable) {
                throw new IllegalArgumentException("What the connector posts is readable", unreadable);
            }
        }
        return super.post(uri, body);
    }
}
