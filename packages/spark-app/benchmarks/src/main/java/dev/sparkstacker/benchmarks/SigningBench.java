package dev.sparkstacker.benchmarks;

import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Signature;
import dev.sparkstacker.wire.exchange.Tif;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signatures of digests, and whole orders with encoding and hash. */
@State(Scope.Thread)
public class SigningBench {
    private static final int DIGEST_BYTES = 32;

    private final Signer signer = new Signer(PrivateKey.ofHex(OrderBytes.KEY_HEX));
    private final ECDSASigner peer = peer();
    private final byte[] digest = new byte[DIGEST_BYTES];
    private final Action order = new Action.Order(
            List.of(new OrderSpec(
                    0,
                    true,
                    new BigDecimal("2271.4"),
                    new BigDecimal("0.0035"),
                    false,
                    new OrderType.Limit(Tif.IOC),
                    "0x00000007000001000000000000290000")),
            Grouping.NONE,
            null);
    private long nonce = 1_795_000_000_000L;

    private static ECDSASigner peer() {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        ECDSASigner ecdsa = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        ecdsa.init(true, new ECPrivateKeyParameters(new BigInteger(OrderBytes.KEY_HEX.substring(2), 16), domain));
        return ecdsa;
    }

    /** The product's signer on a digest: r, s and v. */
    @Benchmark
    public Signature digests() {
        return signer.sign(nextDigest());
    }

    /** An order action: tree, msgpack, hash, EIP-712 digest, signature. */
    @Benchmark
    public ExchangeRequest orders() {
        nonce++;
        return L1Signing.sign(signer, order, nonce, null, nonce + 5_000, Network.MAINNET);
    }

    /** The peer: BouncyCastle's own ECDSA on its fast curve; r and s only. */
    @Benchmark
    public BigInteger[] bouncyCastle() {
        return peer.generateSignature(nextDigest());
    }

    private byte[] nextDigest() {
        for (int i = 0; i < DIGEST_BYTES && ++digest[i] == 0; i++) {
            digest[i] = 0;
        }
        return digest;
    }
}
