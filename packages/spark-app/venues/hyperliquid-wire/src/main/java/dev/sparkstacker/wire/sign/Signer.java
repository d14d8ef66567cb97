package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.exchange.Signature;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs digests: deterministic (RFC 6979 with SHA-256), s in the lower half, v from the parity of R. The same digest always gives
 * the same bytes. Thread-safe.
 */
public final class Signer {
    private static final int DIGEST_BYTES = 32;

    private final PrivateKey key;
    private final Address address;

    /** A signer for a key. */
    public Signer(PrivateKey key) {
        this.key = key;
        this.address = Secp256k1.address(Secp256k1.generatorTimes(key.secret()));
    }

    /** The account of the key. */
    public Address address() {
        return address;
    }

    /**
     * Signs a 32-byte digest.
     *
     * @throws IllegalArgumentException for another length
     */
    public Signature sign(byte[] digest) {
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("a digest has 32 bytes, got " + digest.length);
        }
        BigInteger n = Secp256k1.N;
        BigInteger e = new BigInteger(1, digest);
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(n, key.secret(), digest);
        while (true) {
            BigInteger k = nonces.nextK();
            ECPoint point = Secp256k1.generatorTimes(k);
            BigInteger r = point.getAffineXCoord().toBigInteger().mod(n);
            BigInteger s = BigIntegers.modOddInverse(n, k)
                    .multiply(e.add(key.secret().multiply(r)))
                    .mod(n);
            if (r.signum() != 0 && s.signum() != 0) {
                boolean odd = point.getAffineYCoord().testBitZero();
                boolean high = s.compareTo(Secp256k1.HALF_N) > 0;
                return new Signature(hex(r), hex(high ? n.subtract(s) : s), odd == high ? 27 : 28);
            }
        }
    }

    private static String hex(BigInteger value) {
        return Hex.of(BigIntegers.asUnsignedByteArray(DIGEST_BYTES, value));
    }

    @Override
    public String toString() {
        return "Signer[" + address + "]";
    }
}
