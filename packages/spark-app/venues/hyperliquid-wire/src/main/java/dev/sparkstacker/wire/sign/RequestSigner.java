package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who signed a posted request, found the way the venue finds it. */
public final class RequestSigner {
    private RequestSigner() {}

    /**
     * Recovers the signer of a request of any type.
     *
     * @return the account, which is some stranger when the signature is over other bytes; empty when it is no signature at all
     * @throws WireException when the action is not as documented
     */
    public static Optional<Address> recover(ExchangeRequest request, Network network) throws WireException {
        return SignatureRecovery.recover(digest(request, network), request.signature());
    }

    private static byte[] digest(ExchangeRequest request, Network network) throws WireException {
        JsonNode action = request.action();
        String type = UserSigning.text(action, "type");
        if (UserSigning.isUserSigned(type)) {
            return UserSigning.digest(action);
        }
        Address vault = vault(request.vaultAddress());
        ObjectNode canonical = CanonicalAction.of(action);
        if (type.equals("multiSig")) {
            return MultiSigSigning.outerDigest(canonical, request.nonce(), vault, request.expiresAfter(), network);
        }
        return L1Signing.digest(canonical, request.nonce(), vault, request.expiresAfter(), network);
    }

    private static @Nullable Address vault(@Nullable String text) throws WireException {
        if (text == null) {
            return null;
        }
        if (!Address.isAddress(text)) {
            throw new WireException(Reason.BAD_VALUE, "/vaultAddress", "expected an address");
        }
        return new Address(text);
    }
}
