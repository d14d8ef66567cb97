package dev.sparkstacker.wire.sign;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The part of EIP-712 that the venue uses: flat structs, one kind of domain.
 *
 * <pre>
 * digest = keccak256( 19 01 | domainSeparator | keccak256( typeHash | word | word | ... ) )
 * </pre>
 */
public final class Eip712 {
    private static final int WORD = 32;
    private static final byte[] PREFIX = {0x19, 0x01};
    private static final byte[] DOMAIN_TYPE =
            text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final byte[] VERSION = text("1");

    private Eip712() {}

    /** The separator of a domain of version 1 with the zero contract. */
    public static byte[] domain(String name, BigInteger chainId) {
        return Keccak.hash(DOMAIN_TYPE, text(name), VERSION, word(chainId), new byte[WORD]);
    }

    /** The digest to sign. */
    public static byte[] digest(byte[] domainSeparator, byte[] structHash) {
        return Keccak.hash(PREFIX, domainSeparator, structHash);
    }

    /** A string (or a type's text) as a word: its hash. */
    public static byte[] text(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An unsigned integer as a word.
     *
     * @throws IllegalArgumentException when negative or beyond 256 bits
     */
    public static byte[] word(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 8 * WORD) {
            throw new IllegalArgumentException("not an unsigned 256-bit integer: " + value);
        }
        return right(value.toByteArray());
    }

    /** A flag as a word. */
    public static byte[] word(boolean value) {
        return word(value ? BigInteger.ONE : BigInteger.ZERO);
    }

    /** An address as a word. */
    public static byte[] word(Address address) {
        return right(address.bytes());
    }

    private static byte[] right(byte[] bytes) {
        byte[] word = new byte[WORD];
        int length = Math.min(bytes.length, WORD);
        System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
        return word;
    }
}
