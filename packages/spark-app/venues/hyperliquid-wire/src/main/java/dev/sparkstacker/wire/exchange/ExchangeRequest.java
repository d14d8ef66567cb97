package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The envelope of POST /exchange.
 *
 * @param action kept as the tree that came or goes, because only it is signed; {@link #typedAction} reads it
 * @param nonce unix ms, unique for the signer
 * @param vaultAddress the vault or sub-account traded for
 * @param expiresAfter unix ms after which the venue refuses the action
 */
public record ExchangeRequest(
        JsonNode action,
        long nonce,
        Signature signature,
        @Nullable String vaultAddress,
        @Nullable Long expiresAfter) {

    /**
     * The action as a record.
     *
     * @throws WireException when its type is documented and its fields are not as documented
     */
    public Action typedAction() throws WireException {
        return Json.read(Action.class, action);
    }

    /** Reads what a client posted. */
    public static ExchangeRequest read(JsonNode body) throws WireException {
        return Json.read(ExchangeRequest.class, body);
    }

    /** The request as a tree, to be posted. */
    public JsonNode tree() {
        return Json.tree(ExchangeRequest.class, this);
    }
}
