package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Trading actions: the action's hash is the connection id of a phantom agent, and that agent is signed. */
public final class L1Signing {
    private static final byte[] DOMAIN = Eip712.domain("Exchange", BigInteger.valueOf(1337));
    private static final byte[] AGENT_TYPE = Eip712.text("Agent(string source,bytes32 connectionId)");
    private static final byte[] MAINNET_SOURCE = Eip712.text(Network.MAINNET.source());
    private static final byte[] TESTNET_SOURCE = Eip712.text(Network.TESTNET.source());

    private L1Signing() {}

    /** The digest to sign for an action whose tree has its keys in hashing order. */
    public static byte[] digest(
            JsonNode action, long nonce, @Nullable Address vault, @Nullable Long expiresAfter, Network network) {
        return digest(ActionHash.of(action, nonce, vault, expiresAfter), network);
    }

    /** The digest to sign for an action. */
    public static byte[] digest(
            Action action, long nonce, @Nullable Address vault, @Nullable Long expiresAfter, Network network) {
        return digest(action.tree(), nonce, vault, expiresAfter, network);
    }

    /** The digest to sign for an action's hash. */
    public static byte[] digest(byte[] actionHash, Network network) {
        byte[] source = switch (network) {
            case MAINNET -> MAINNET_SOURCE;
            case TESTNET -> TESTNET_SOURCE;
        };
        return Eip712.digest(DOMAIN, Keccak.hash(AGENT_TYPE, source, actionHash));
    }

    /** A complete signed request. */
    public static ExchangeRequest sign(
            Signer signer,
            Action action,
            long nonce,
            @Nullable Address vault,
            @Nullable Long expiresAfter,
            Network network) {
        JsonNode tree = action.tree();
        byte[] digest = digest(tree, nonce, vault, expiresAfter, network);
        return new ExchangeRequest(tree, nonce, signer.sign(digest), vault == null ? null : vault.text(), expiresAfter);
    }
}
