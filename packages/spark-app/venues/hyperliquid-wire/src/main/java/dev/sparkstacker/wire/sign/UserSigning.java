package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Actions that move money or authority: their own fields are signed, exactly as spelled, by the account's own key. */
public final class UserSigning {
    private static final String DOMAIN_NAME = "HyperliquidSignTransaction";
    private static final UserSignedFields.Field CHAIN = new UserSignedFields.Field("string", "hyperliquidChain");

    private UserSigning() {}

    /** Whether an action of this type is signed this way. */
    public static boolean isUserSigned(String actionType) {
        return UserSignedFields.of(actionType).isPresent();
    }

    /**
     * The digest to sign.
     *
     * @param action the action as it is posted; a missing {@code agentName} is signed as the empty string
     * @throws WireException when the type is not user-signed or a field is missing or of the wrong type
     */
    public static byte[] digest(JsonNode action) throws WireException {
        return digest(action, List.of());
    }

    /** The digest that one signer of a multi-sig account signs for a user-signed action. */
    public static byte[] multiSigDigest(JsonNode action, Address multiSigUser, Address outerSigner)
            throws WireException {
        return digest(action, List.of(multiSigUser, outerSigner));
    }

    private static byte[] digest(JsonNode action, List<Address> multiSig) throws WireException {
        String type = text(action, "type");
        UserSignedFields struct = UserSignedFields.of(type)
                .orElseThrow(() -> new WireException(Reason.UNKNOWN_TYPE, "/type", type + " is not user-signed"));
        List<UserSignedFields.Field> fields = new ArrayList<>();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        add(fields, words, CHAIN, word(action, CHAIN));
        if (!multiSig.isEmpty()) {
            add(
                    fields,
                    words,
                    new UserSignedFields.Field("address", "payloadMultiSigUser"),
                    Eip712.word(multiSig.get(0)));
            add(fields, words, new UserSignedFields.Field("address", "outerSigner"), Eip712.word(multiSig.get(1)));
        }
        for (UserSignedFields.Field field : struct.fields()) {
            add(fields, words, field, word(action, field));
        }
        return digest(struct.structName(), fields, words.toByteArray(), chainId(action));
    }

    /** The digest of the outer signature of a multi-sig action. */
    static byte[] multiSigEnvelopeDigest(String chainName, byte[] multiSigActionHash, long nonce, BigInteger chainId) {
        List<UserSignedFields.Field> fields = List.of(
                CHAIN,
                new UserSignedFields.Field("bytes32", "multiSigActionHash"),
                new UserSignedFields.Field("uint64", "nonce"));
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        words.writeBytes(Eip712.text(chainName));
        words.writeBytes(multiSigActionHash);
        words.writeBytes(Eip712.word(BigInteger.valueOf(nonce)));
        return digest("HyperliquidTransaction:SendMultiSig", fields, words.toByteArray(), chainId);
    }

    private static void add(
            List<UserSignedFields.Field> fields,
            ByteArrayOutputStream words,
            UserSignedFields.Field field,
            byte[] word) {
        fields.add(field);
        words.writeBytes(word);
    }

    private static byte[] digest(
            String structName, List<UserSignedFields.Field> fields, byte[] words, BigInteger chainId) {
        String type = fields.stream()
                .map(f -> f.type() + " " + f.name())
                .collect(Collectors.joining(",", structName + "(", ")"));
        return Eip712.digest(Eip712.domain(DOMAIN_NAME, chainId), Keccak.hash(Eip712.text(type), words));
    }

    private static byte[] word(JsonNode action, UserSignedFields.Field field) throws WireException {
        String name = field.name();
        JsonNode value = action.get(name);
        return switch (field.type()) {
            case "string" ->
                Eip712.text((value == null || value.isNull()) && name.equals("agentName") ? "" : text(action, name));
            case "bool" -> {
                if (value == null || !value.isBoolean()) {
                    throw wrong(name, "true or false");
                }
                yield Eip712.word(value.booleanValue());
            }
            case "address" -> {
                String address = text(action, name);
                if (!Address.isAddress(address)) {
                    throw wrong(name, "an address");
                }
                yield Eip712.word(new Address(address));
            }
            case "uint64" -> {
                if (value == null
                        || !value.isIntegralNumber()
                        || value.bigIntegerValue().signum() < 0) {
                    throw wrong(name, "an unsigned integer");
                }
                yield Eip712.word(value.bigIntegerValue());
            }
            default -> throw wrong(name, "a string, bool, address or uint64, not " + field.type());
        };
    }

    /**
     * The digest of an action whose signed fields are given instead of taken from the table, for types it does not list.
     *
     * @param structName for example {@code HyperliquidTransaction:UsdSend}
     * @param typedNames for example {@code string hyperliquidChain}; types string, bool, address and uint64
     */
    public static byte[] digest(JsonNode action, String structName, List<String> typedNames) throws WireException {
        List<UserSignedFields.Field> fields = new ArrayList<>();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        for (String typedName : typedNames) {
            int blank = typedName.indexOf(' ');
            UserSignedFields.Field field =
                    new UserSignedFields.Field(typedName.substring(0, blank), typedName.substring(blank + 1));
            add(fields, words, field, word(action, field));
        }
        return digest(structName, fields, words.toByteArray(), chainId(action));
    }

    static BigInteger chainId(JsonNode action) throws WireException {
        String hex = text(action, "signatureChainId");
        if (!hex.matches("0x[0-9a-fA-F]{1,64}")) {
            throw wrong("signatureChainId", "0x and hex");
        }
        return new BigInteger(hex.substring(2), 16);
    }

    static String text(JsonNode object, String name) throws WireException {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new WireException(Reason.MISSING_FIELD, "/" + name, "required");
        }
        if (!value.isString()) {
            throw wrong(name, "a string");
        }
        return value.stringValue();
    }

    private static WireException wrong(String name, String expected) {
        return new WireException(Reason.WRONG_TYPE, "/" + name, "expected " + expected);
    }

    /**
     * A complete signed request.
     *
     * @param nonce must equal the action's own time or nonce
     */
    public static ExchangeRequest sign(Signer signer, Action.UserSigned action, long nonce) {
        JsonNode tree = action.tree();
        try {
            return new ExchangeRequest(tree, nonce, signer.sign(digest(tree)), null, null);
        } catch (WireException e) {
            throw new IllegalArgumentException("the action cannot be signed: " + e.getMessage(), e);
        }
    }
}
