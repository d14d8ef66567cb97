package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.json.WireException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Actions of multi-sig accounts: every signer signs the inner action, the last one signs the envelope. */
public final class MultiSigSigning {
    private MultiSigSigning() {}

    /** The digest that one signer signs for an inner trading action. */
    public static byte[] innerL1Digest(
            JsonNode action,
            Address multiSigUser,
            Address outerSigner,
            long nonce,
            @Nullable Address vault,
            @Nullable Long expiresAfter,
            Network network) {
        ArrayNode signed = JsonNodeFactory.instance.arrayNode();
        signed.add(multiSigUser.text()).add(outerSigner.text()).add(action);
        return L1Signing.digest(signed, nonce, vault, expiresAfter, network);
    }

    /** The digest of the envelope: the hash of the multiSig action without its type. */
    public static byte[] outerDigest(
            ObjectNode multiSig, long nonce, @Nullable Address vault, @Nullable Long expiresAfter, Network network)
            throws WireException {
        ObjectNode hashed = multiSig.deepCopy();
        hashed.remove("type");
        byte[] hash = ActionHash.of(hashed, nonce, vault, expiresAfter);
        return UserSigning.multiSigEnvelopeDigest(network.chainName(), hash, nonce, UserSigning.chainId(multiSig));
    }
}
