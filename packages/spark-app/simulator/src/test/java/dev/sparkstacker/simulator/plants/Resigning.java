package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.RequestSigner;
import dev.sparkstacker.wire.sign.Signer;

/** Signs a posted action anew, with another nonce. */
final class Resigning {
    private Resigning() {}

    static String withNonce(String body, long nonce) {
        try {
            ExchangeRequest request = ExchangeRequest.read(Json.parse(body));
            Address address = RequestSigner.recover(request, Network.MAINNET).orElseThrow();
            ExchangeRequest again = L1Signing.sign(
                    signer(address), request.typedAction(), nonce, null, request.expiresAfter(), Network.MAINNET);
            return Json.text(again.tree());
        } catch (WireException unreadable) {
            throw new IllegalArgumentException("What the connector posts is readable", unreadable);
        }
    }

    static long nonceOf(String body) {
        try {
            return ExchangeRequest.read(Json.parse(body)).nonce();
        } catch (WireException unreadable) {
            throw new IllegalArgumentException("What the connector posts is readable", unreadable);
        }
    }

    private static Signer signer(Address address) {
        return Scene.KEYS.stream()
                .map(Scene.Keys::agent)
                .filter(agent -> agent.address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
