package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Signature;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.ActionHash;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.CanonicalAction;
import dev.sparkstacker.wire.sign.Hex;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.Msgpack;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.SignatureRecovery;
import dev.sparkstacker.wire.sign.Signer;
import dev.sparkstacker.wire.sign.UserSigning;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reproduces signing vectors: msgpack, action hash, digest, signature, and recovery of the signer from the signature. */
final class SigningVectors {
    private SigningVectors() {}

    /** Whether a file's content is a list of signing vectors. */
    static boolean recognises(JsonNode file) {
        return file.isArray()
                && !file.isEmpty()
                && file.get(0).isObject()
                && file.get(0).has("action")
                && (file.get(0).has("expected") || file.get(0).has("derived"));
    }

    /** Checks one vector. */
    static Case check(String name, JsonNode vector) {
        try {
            return checkVector(name, vector);
        } catch (WireException | IllegalArgumentException e) {
            return Case.mismatch(name, String.valueOf(e.getMessage()));
        }
    }

    private static Case checkVector(String name, JsonNode vector) throws WireException {
        JsonNode action = vector.path("action");
        if (!action.isObject()) {
            return Case.mismatch(name, "the action is not an object");
        }
        if (!isUserSigned(vector, action)) {
            List<String> asVenue = l1(vector, CanonicalAction.of(action));
            if (asVenue.isEmpty()) {
                return Case.ok(name, "");
            }
            return l1(vector, action).isEmpty()
                    ? Case.ok(name, "as spelled; the venue would sign another spelling")
                    : Case.mismatch(name, String.join("; ", asVenue));
        }
        List<String> differences = digestAndSignature(vector, userDigest(vector, action));
        return differences.isEmpty() ? Case.ok(name, "") : Case.mismatch(name, String.join("; ", differences));
    }

    private static boolean isUserSigned(JsonNode vector, JsonNode action) {
        return vector.path("eip712").isObject()
                || UserSigning.isUserSigned(action.path("type").asString(""));
    }

    private static byte[] userDigest(JsonNode vector, JsonNode action) throws WireException {
        JsonNode eip712 = vector.path("eip712");
        if (!eip712.isObject()) {
            return UserSigning.digest(action);
        }
        List<String> fields = new ArrayList<>();
        for (JsonNode field : eip712.path("fields")) {
            fields.add(
                    field.path("type").asString("") + " " + field.path("name").asString(""));
        }
        byte[] given = UserSigning.digest(action, eip712.path("primaryType").asString(""), fields);
        if (UserSigning.isUserSigned(action.path("type").asString(""))
                && fields.stream().noneMatch(f -> f.endsWith(" payloadMultiSigUser"))) {
            byte[] own = UserSigning.digest(action);
            if (!Hex.of(own).equals(Hex.of(given))) {
                throw new IllegalArgumentException("the field table of this action differs from the vector's fields");
            }
        }
        return given;
    }

    private static List<String> l1(JsonNode vector, JsonNode action) {
        List<String> differences = new ArrayList<>();
        compare(differences, vector, "msgpackHex", Hex.of(Msgpack.pack(action)));
        JsonNode vaultNode = vector.path("vaultAddress");
        @Nullable Address vault = vaultNode.isString() ? new Address(vaultNode.stringValue()) : null;
        JsonNode expires = vector.path("expiresAfter");
        byte[] hash = ActionHash.of(
                action,
                vector.path("nonce").asLong(0),
                vault,
                expires.isIntegralNumber() ? Long.valueOf(expires.longValue()) : null);
        compare(differences, vector, "actionHash", Hex.of(hash));
        Network network = vector.path("isMainnet").asBoolean(true) ? Network.MAINNET : Network.TESTNET;
        differences.addAll(digestAndSignature(vector, L1Signing.digest(hash, network)));
        return differences;
    }

    private static List<String> digestAndSignature(JsonNode vector, byte[] digest) {
        List<String> differences = new ArrayList<>();
        compare(differences, vector, "eip712Digest", Hex.of(digest));
        JsonNode key = vector.path("privateKey");
        if (key.isString()) {
            Signer signer = new Signer(PrivateKey.ofHex(key.stringValue()));
            Signature signature = signer.sign(digest);
            compare(differences, vector, "r", signature.r());
            compare(differences, vector, "s", signature.s());
            compare(differences, vector, "v", Integer.toString(signature.v()));
            JsonNode address = vector.path("signerAddress");
            if (address.isString()) {
                same(
                        differences,
                        "signerAddress",
                        address.stringValue(),
                        signer.address().text());
            }
        }
        recovery(differences, vector, digest);
        return differences;
    }

    private static void recovery(List<String> differences, JsonNode vector, byte[] digest) {
        JsonNode expected = vector.path("expected");
        JsonNode address = vector.path("signerAddress");
        if (address.isString()
                && expected.path("r").isString()
                && expected.path("s").isString()) {
            Signature published = new Signature(
                    expected.path("r").stringValue(),
                    expected.path("s").stringValue(),
                    expected.path("v").asInt(0));
            Optional<Address> recovered = SignatureRecovery.recover(digest, published);
            same(
                    differences,
                    "recovered signer",
                    address.stringValue(),
                    recovered.map(Address::text).orElse("nobody"));
        }
    }

    private static void compare(List<String> differences, JsonNode vector, String key, String actual) {
        for (String part : List.of("expected", "derived")) {
            JsonNode value = vector.path(part).path(key);
            if (value.isString() || value.isNumber()) {
                same(differences, key, value.asString(), actual);
            }
        }
    }

    private static void same(List<String> differences, String what, String expected, String actual) {
        if (!number(expected).equals(number(actual))) {
            differences.add(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** Hex without prefix, case and leading zeros: r and s are compared as numbers; msgpack never starts with a zero byte. */
    private static String number(String text) {
        String hex = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        return hex.matches("[0-9a-fA-F]+") ? new BigInteger(hex, 16).toString(16) : text;
    }
}
