package dev.sparkstacker.wire.sign;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256K1Curve;

/**
 * The curve that keys and signatures are on. It is made directly: looking it up by name would load every curve there is,
 * at every start.
 */
final class Secp256k1 {
    private static final ECCurve CURVE = new SecP256K1Curve();

    /** The generator, uncompressed. */
    static final ECPoint G = CURVE.decodePoint(Hex.bytes("04"
            + "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
            + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));

    /** The order of the generator. */
    static final BigInteger N = CURVE.getOrder();

    static final BigInteger HALF_N = N.shiftRight(1);

    private static final GeneratorTable GENERATOR = new GeneratorTable(CURVE, G);

    private Secp256k1() {}

    /** A multiple of the generator, affine; precomputed tables make this the fast path. */
    static ECPoint generatorTimes(BigInteger k) {
        return GENERATOR.times(k);
    }

    /** The account of a public key: the last 20 bytes of the hash of its coordinates. */
    static Address address(ECPoint publicKey) {
        byte[] encoded = publicKey.getEncoded(false);
        byte[] coordinates = java.util.Arrays.copyOfRange(encoded, 1, encoded.length);
        byte[] hash = Keccak.hash(coordinates);
        return new Address(Hex.of(java.util.Arrays.copyOfRange(hash, 12, hash.length)));
    }
}
