package dev.sparkstacker.domain.codec;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that keeps every Java string as it is: a lone surrogate, which plain UTF-8 cannot hold, takes its three-byte
 * form. Each string has exactly one encoding and decoding accepts no other.
 */
final class Utf8 {
    private Utf8() {}

    static int encodedLength(String text) {
        int chars = text.length();
        int length = chars;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length++;
                if (c >= 0x800) {
                    length++;
                    if (isPair(text, i)) {
                        i++;
                    }
                }
            }
        }
        return length;
    }

    /** Encodes into an array with room enough. */
    static void encode(String text, byte[] target, int offset) {
        int at = offset;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xC0 | (c >> 6));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (isPair(text, i)) {
                int point = text.codePointAt(i++);
                target[at++] = (byte) (0xF0 | (point >> 18));
                target[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                target[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (point & 0x3F));
            } else {
                target[at++] = (byte) (0xE0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    /** Decodes a range that lies within the array. @throws CodecException for anything but a string's one encoding */
    static String decode(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] < 0) {
                return decodeBeyondAscii(bytes, offset, end);
            }
        }
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    private static String decodeBeyondAscii(byte[] bytes, int offset, int end) {
        StringBuilder text = new StringBuilder(end - offset);
        int at = offset;
        while (at < end) {
            int lead = bytes[at] & 0xFF;
            int more = lead < 0x80 ? 0 : lead < 0xC0 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF8 ? 3 : -1;
            if (more < 0 || at + more >= end) {
                throw new CodecException("Not UTF-8", at);
            }
            int point = more == 0 ? lead : lead & (0x3F >> more);
            for (int i = 1; i <= more; i++) {
                int next = bytes[at + i] & 0xFF;
                if ((next & 0xC0) != 0x80) {
                    throw new CodecException("Not UTF-8", at + i);
                }
                point = (point << 6) | (next & 0x3F);
            }
            if (!isShortest(point, more) || completesPair(text, point)) {
                throw new CodecException("Not the canonical UTF-8 of a string", at);
            }
            text.appendCodePoint(point);
            at += 1 + more;
        }
        return text.toString();
    }

    private static boolean isShortest(int point, int more) {
        return switch (more) {
            case 0 -> true;
            case 1 -> point >= 0x80;
            case 2 -> point >= 0x800;
            default -> point >= 0x10000 && point <= Character.MAX_CODE_POINT;
        };
    }

    private static boolean completesPair(StringBuilder text, int point) {
        return point >= Character.MIN_LOW_SURROGATE
                && point <= Character.MAX_LOW_SURROGATE
                && !text.isEmpty()
                && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
