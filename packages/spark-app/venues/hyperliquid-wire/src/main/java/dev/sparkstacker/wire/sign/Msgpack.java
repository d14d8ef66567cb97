package dev.sparkstacker.wire.sign;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Msgpack of an action in its key order, every value in the smallest encoding, which is what the venue hashes.
 *
 * <pre>
 * map    80+n | de n16 | df n32          string a0+n | d9 n8 | da n16 | db n32
 * array  90+n | dc n16 | dd n32          null c0   false c2   true c3
 * int >= 0   00..7f | cc u8 | cd u16 | ce u32 | cf u64
 * int <  0   e0..ff | d0 i8 | d1 i16 | d2 i32 | d3 i64
 * </pre>
 */
public final class Msgpack {
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private Msgpack() {}

    /**
     * Packs a tree.
     *
     * @throws IllegalArgumentException for a number with a fraction or beyond 64 bits: actions carry decimals as strings
     */
    public static byte[] pack(JsonNode tree) {
        Msgpack packer = new Msgpack();
        packer.value(tree);
        return packer.out.toByteArray();
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                header(node.size(), 0x80, 15, 0xde);
                for (Map.Entry<String, JsonNode> entry : node.properties()) {
                    string(entry.getKey());
                    value(entry.getValue());
                }
            }
            case ARRAY -> {
                header(node.size(), 0x90, 15, 0xdc);
                for (JsonNode child : node) {
                    value(child);
                }
            }
            case STRING -> string(node.stringValue());
            case BOOLEAN -> out.write(node.booleanValue() ? 0xc3 : 0xc2);
            case NULL -> out.write(0xc0);
            case NUMBER -> number(node);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    /** Header of a container: fix form up to {@code fixMax}, then 16 bits, then 32 bits. */
    private void header(int size, int fix, int fixMax, int code16) {
        if (size <= fixMax) {
            out.write(fix | size);
        } else if (size <= 0xffff) {
            out.write(code16);
            bigEndian(size, 2);
        } else {
            out.write(code16 + 1);
            bigEndian(size, 4);
        }
    }

    private void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 31 && utf8.length <= 0xff) {
            out.write(0xd9);
            out.write(utf8.length);
        } else {
            header(utf8.length, 0xa0, 31, 0xda);
        }
        out.write(utf8, 0, utf8.length);
    }

    private void number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("a number with a fraction cannot be hashed: " + node);
        }
        if (node.canConvertToLong()) {
            integer(node.longValue());
            return;
        }
        BigInteger big = node.bigIntegerValue();
        if (big.signum() < 0 || big.compareTo(MAX_UNSIGNED) > 0) {
            throw new IllegalArgumentException("an integer beyond 64 bits cannot be hashed");
        }
        out.write(0xcf);
        bigEndian(big.longValue(), 8);
    }

    private void integer(long n) {
        if (n >= 0) {
            unsigned(n);
        } else if (n >= -32) {
            out.write((int) n & 0xff);
        } else if (n >= Byte.MIN_VALUE) {
            coded(0xd0, n, 1);
        } else if (n >= Short.MIN_VALUE) {
            coded(0xd1, n, 2);
        } else if (n >= Integer.MIN_VALUE) {
            coded(0xd2, n, 4);
        } else {
            coded(0xd3, n, 8);
        }
    }

    private void unsigned(long n) {
        if (n <= 0x7f) {
            out.write((int) n);
        } else if (n <= 0xff) {
            coded(0xcc, n, 1);
        } else if (n <= 0xffff) {
            coded(0xcd, n, 2);
        } else if (n <= 0xffff_ffffL) {
            coded(0xce, n, 4);
        } else {
            coded(0xcf, n, 8);
        }
    }

    private void coded(int code, long n, int bytes) {
        out.write(code);
        bigEndian(n, bytes);
    }

    private void bigEndian(long n, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (n >>> shift) & 0xff);
        }
    }
}
