package dev.sparkstacker.wire.sign;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** The curve and what signing and recovery share. */
final class Secp256k1 {
    static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    static final BigInteger N = CURVE.getN();
    static final BigInteger HALF_N = N.shiftRight(1);

    private static final GeneratorTable GENERATOR = new GeneratorTable(CURVE.getCurve(), CURVE.getG());

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
