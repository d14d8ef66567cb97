package dev.sparkstacker.app.secret;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A secp256k1 private key and the address it signs for. Its text form is {@code ***}. */
public final class PrivateKey {
    private static final int BYTES = 32;
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256k1").getN();

    private final byte[] bytes;

    private PrivateKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new random key. */
    public static PrivateKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        do {
            random.nextBytes(bytes);
        } while (!isValid(bytes));
        return new PrivateKey(bytes);
    }

    /** Reads {@code 0x} and 64 hexadecimal digits, the prefix optional. @throws KeystoreException if it is none */
    public static PrivateKey parse(String text) {
        String digits = text.strip();
        digits = digits.startsWith("0x") ? digits.substring(2) : digits;
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new KeystoreException("Not a private key: expected 0x and 64 hexadecimal digits, got "
                    + digits.length() + " characters that are " + (digits.matches("[0-9a-fA-F]*") ? "" : "not all ")
                    + "hexadecimal.");
        }
        return of(HexFormat.of().parseHex(digits));
    }

    static PrivateKey of(byte[] bytes) {
        if (bytes.length != BYTES || !isValid(bytes)) {
            throw new KeystoreException("Not a private key: it must be from 1 to the order of secp256k1.");
        }
        return new PrivateKey(bytes.clone());
    }

    /** The 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** {@code 0x} and 64 digits, as signers read it. */
    public Secret toSecret() {
        return new Secret("0x" + HexFormat.of().formatHex(bytes));
    }

    /** The address, {@code 0x} and 40 lower-case digits: the last 20 bytes of keccak-256 of the public point. */
    public String address() {
        ECPoint point = new FixedPointCombMultiplier()
                .multiply(CustomNamedCurves.getByName("secp256k1").getG(), new BigInteger(1, bytes))
                .normalize();
        byte[] encoded = point.getEncoded(false);
        KeccakDigest keccak = new KeccakDigest(256);
        keccak.update(encoded, 1, encoded.length - 1);
        byte[] hash = new byte[BYTES];
        keccak.doFinal(hash, 0);
        return "0x"
                + HexFormat.of().formatHex(Arrays.copyOfRange(hash, 12, BYTES)).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "***";
    }

    private static boolean isValid(byte[] bytes) {
        BigInteger value = new BigInteger(1, bytes);
        return value.signum() > 0 && value.compareTo(ORDER) < 0;
    }
}
