package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.exchange.Signature;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Finds the account that signed a digest. A wrong digest gives some other account, not an error. */
public final class SignatureRecovery {
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,64}");
    private static final int FIELD_BYTES = 32;

    /** The curve with its endomorphism, which makes multiplying an arbitrary point faster; only a venue recovers. */
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private SignatureRecovery() {}

    /** The signer, or empty when r, s, v are no signature at all (the venue then says {@code Unable to recover signer.}). */
    public static Optional<Address> recover(byte[] digest, Signature signature) {
        if (!HEX.matcher(signature.r()).matches() || !HEX.matcher(signature.s()).matches()) {
            return Optional.empty();
        }
        int parity = signature.v() - 27;
        if (parity != 0 && parity != 1) {
            return Optional.empty();
        }
        return recover(digest, number(signature.r()), number(signature.s()), parity);
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }

    private static Optional<Address> recover(byte[] digest, BigInteger r, BigInteger s, int parity) {
        BigInteger n = Secp256k1.N;
        if (r.signum() == 0 || s.signum() == 0 || r.compareTo(n) >= 0 || s.compareTo(n) >= 0) {
            return Optional.empty();
        }
        byte[] compressed = new byte[FIELD_BYTES + 1];
        compressed[0] = (byte) (2 + parity);
        System.arraycopy(BigIntegers.asUnsignedByteArray(FIELD_BYTES, r), 0, compressed, 1, FIELD_BYTES);
        ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no point of the curve has this x coordinate
        }
        BigInteger inverse = BigIntegers.modOddInverse(n, r);
        BigInteger minusE = n.subtract(new BigInteger(1, digest).mod(n));
        ECPoint publicKey = ECAlgorithms.sumOfTwoMultiplies(
                        CURVE.getG(),
                        minusE.multiply(inverse).mod(n),
                        point,
                        s.multiply(inverse).mod(n))
                .normalize();
        return publicKey.isInfinity() ? Optional.empty() : Optional.of(Secp256k1.address(publicKey));
    }
}
