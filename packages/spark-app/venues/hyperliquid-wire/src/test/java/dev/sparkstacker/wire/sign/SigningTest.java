package dev.sparkstacker.wire.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.MultiSigPayload;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Signature;
import dev.sparkstacker.wire.exchange.Tif;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SigningTest {
    private static final long SEED = 4711;
    private static final long NONCE = 1_700_000_000_000L;
    private static final Signer SIGNER = new Signer(PrivateKey.ofHex("0x" + "01".repeat(32)));
    private static final Action ORDER = new Action.Order(
            List.of(new OrderSpec(
                    0,
                    true,
                    new BigDecimal("120000.0"),
                    new BigDecimal("0.10"),
                    false,
                    new OrderType.Limit(Tif.GTC),
                    "0x000000000000000000000000000000ab")),
            Grouping.NONE,
            null);

    @Test
    void aKeyNeverShowsItself() {
        String hex = "0x" + "17".repeat(32);
        assertThat(PrivateKey.ofHex(hex)).hasToString("***");
        assertThat(new Signer(PrivateKey.ofHex(hex)).toString()).doesNotContain("1717");
        assertThatThrownBy(() -> PrivateKey.ofHex("17".repeat(31))).hasMessageNotContaining("1717");
        assertThatThrownBy(() -> PrivateKey.ofHex("0x" + "0".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Hex.of(PrivateKey.ofHex(hex).exportSecret())).isEqualTo(hex);
    }

    @Test
    void whateverIsSignedIsRecoveredAndSignedTheSameAgain() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] secret = new byte[32];
            byte[] digest = new byte[32];
            random.nextBytes(secret);
            random.nextBytes(digest);
            Signer signer = new Signer(PrivateKey.ofBytes(secret));
            Signature signature = signer.sign(digest);
            assertThat(signer.sign(digest)).isEqualTo(signature);
            assertThat(SignatureRecovery.recover(digest, signature)).contains(signer.address());
            assertThat(new BigInteger(signature.s().substring(2), 16)).isLessThanOrEqualTo(Secp256k1.HALF_N);
            digest[i % 32] ^= 1;
            assertThat(SignatureRecovery.recover(digest, signature))
                    .isNotEqualTo(java.util.Optional.of(signer.address()));
        }
    }

    @Test
    void multiplesOfTheGeneratorAgreeWithTheGeneralMethod() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            BigInteger k = i < 70 ? BigInteger.valueOf(i + 1L) : new BigInteger(256, random).mod(Secp256k1.N);
            assertThat(Secp256k1.generatorTimes(k))
                    .isEqualTo(Secp256k1.G.multiply(k).normalize());
        }
        BigInteger last = Secp256k1.N.subtract(BigInteger.ONE);
        assertThat(Secp256k1.generatorTimes(last))
                .isEqualTo(Secp256k1.G.negate().normalize());
    }

    @Test
    void nonsenseIsNobodysSignature() {
        byte[] digest = new byte[32];
        String one = "0x1";
        for (Signature bad : List.of(
                new Signature("", one, 27),
                new Signature(one, "0x0", 27),
                new Signature("0x0", one, 27),
                new Signature(one, one, 26),
                new Signature(one, one, Integer.MAX_VALUE),
                new Signature("0x" + "f".repeat(64), one, 27),
                new Signature("0x" + "f".repeat(65), one, 27),
                new Signature("0x5", one, 27),
                new Signature("1", one, 27))) {
            assertThat(SignatureRecovery.recover(digest, bad))
                    .as(bad.toString())
                    .isEmpty();
        }
    }

    @Test
    void aServerRecoversTheSignerWhateverTheKeyOrderOfThePost() throws WireException {
        Address vault = new Address("0x" + "AB".repeat(20));
        ExchangeRequest request = L1Signing.sign(SIGNER, ORDER, NONCE, vault, NONCE + 5000, Network.MAINNET);
        JsonNode sorted = Json.parse(("{'signature':%s,'expiresAfter':%d,'nonce':%d,'vaultAddress':'%s','action':"
                        + "{'grouping':'na','orders':[{'c':'0x000000000000000000000000000000ab','t':{'limit':{'tif':'Gtc'}},"
                        + "'s':'0.1','r':false,'p':'120000','b':true,'a':0}],'type':'order'}}")
                .formatted(Json.text(Signature.class, request.signature()), NONCE + 5000, NONCE, vault)
                .replace('\'', '"'));

        assertThat(RequestSigner.recover(ExchangeRequest.read(sorted), Network.MAINNET))
                .contains(SIGNER.address());
        assertThat(RequestSigner.recover(ExchangeRequest.read(request.tree()), Network.MAINNET))
                .contains(SIGNER.address());
        assertThat(RequestSigner.recover(request, Network.TESTNET))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(SIGNER.address()));
    }

    @Test
    void aPriceSignedWithTrailingZerosRecoversSomebodyElse() throws WireException {
        ObjectNode spelled = ORDER.tree();
        ((ObjectNode) spelled.get("orders").get(0)).put("p", "120000.0");
        byte[] digest = L1Signing.digest(spelled, NONCE, null, null, Network.MAINNET);
        ExchangeRequest request = new ExchangeRequest(spelled, NONCE, SIGNER.sign(digest), null, null);

        assertThat(RequestSigner.recover(request, Network.MAINNET))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(SIGNER.address()));
    }

    @Test
    void theVenuesSpellingHasLowerCaseAddressesPrefixedCloidsAndNoFalseFlags() throws WireException {
        JsonNode posted = Json.parse(
                "{\"cancels\":[{\"cloid\":\"000000000000000000000000000000AB\",\"asset\":1}],\"f\":false,\"type\":\"cancelByCloid\"}");
        assertThat(Json.text(CanonicalAction.of(posted)))
                .isEqualTo(
                        "{\"type\":\"cancelByCloid\",\"cancels\":[{\"asset\":1,\"cloid\":\"0x000000000000000000000000000000ab\"}]}");
        JsonNode unknown = Json.parse("{\"type\":\"brandNew\",\"z\":1,\"a\":\"0x" + "AB".repeat(20) + "\",\"n\":null}");
        assertThat(Json.text(CanonicalAction.of(unknown)))
                .isEqualTo("{\"type\":\"brandNew\",\"z\":1,\"a\":\"0x" + "ab".repeat(20) + "\",\"n\":null}");
        assertThatThrownBy(() -> CanonicalAction.of(Json.parse("{\"type\":\"brandNew\",\"z\":1.5}")))
                .isInstanceOf(WireException.class);
    }

    @Test
    void userSignedActionsAreRecoveredAndAgentsMayBeUnnamed() throws WireException {
        Action.ApproveAgent unnamed =
                new Action.ApproveAgent("0x66eee", "Testnet", "0x" + "cd".repeat(20), null, NONCE);
        Action.ApproveAgent empty = new Action.ApproveAgent("0x66eee", "Testnet", "0x" + "cd".repeat(20), "", NONCE);
        ExchangeRequest request = UserSigning.sign(SIGNER, unnamed, NONCE);

        ObjectNode explicitNull = unnamed.tree().putNull("agentName");
        assertThat(UserSigning.digest(explicitNull)).isEqualTo(UserSigning.digest(request.action()));
        assertThat(request.action().has("agentName")).isFalse();
        assertThat(UserSigning.sign(SIGNER, empty, NONCE).signature()).isEqualTo(request.signature());
        assertThat(RequestSigner.recover(request, Network.TESTNET)).contains(SIGNER.address());
    }

    @Test
    void aMultiSigEnvelopeIsRecovered() throws WireException {
        Address group = new Address("0x" + "12".repeat(20));
        byte[] inner = MultiSigSigning.innerL1Digest(
                ORDER.tree(), group, SIGNER.address(), NONCE, null, null, Network.MAINNET);
        Action.MultiSig action = new Action.MultiSig(
                "0x66eee",
                List.of(SIGNER.sign(inner)),
                new MultiSigPayload(group.text(), SIGNER.address().text(), ORDER.tree()));
        byte[] outer = MultiSigSigning.outerDigest(action.tree(), NONCE, null, null, Network.MAINNET);
        ExchangeRequest request = new ExchangeRequest(action.tree(), NONCE, SIGNER.sign(outer), null, null);

        assertThat(RequestSigner.recover(request, Network.MAINNET)).contains(SIGNER.address());
    }
}
