package dev.sparkstacker.wire.sign;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it, which is not SHA3-256: the padding differs. */
public final class Keccak {
    private static final int BITS = 256;

    private Keccak() {}

    /** Hash of the concatenation of the parts. */
    public static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(BITS);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[BITS / 8];
        digest.doFinal(out, 0);
        return out;
    }
}
