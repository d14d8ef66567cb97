package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.hyperliquid.mapping.OrderMapping;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Orders to the signed bytes of their request: mapping, msgpack, hash, signature, JSON. Thread-safe. */
final class OrderBytes {
    /** A key that guards nothing. */
    static final String KEY_HEX = "0x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final Signer signer = new Signer(PrivateKey.ofHex(KEY_HEX));
    private final AtomicLong nonce = new AtomicLong(1_795_000_000_000L);

    byte[] of(Command.PlaceOrders place) {
        List<OrderSpec> specs = new ArrayList<>();
        for (ApprovedOrder approved : place.orders()) {
            specs.add(OrderMapping.spec(approved.order(), Example.RULES.assetId()));
        }
        Action action = new Action.Order(specs, Grouping.NONE, null);
        ExchangeRequest request =
                L1Signing.sign(signer, action, nonce.incrementAndGet(), null, place.expiresAfterMs(), Network.MAINNET);
        return Json.bytes(request.tree());
    }
}
