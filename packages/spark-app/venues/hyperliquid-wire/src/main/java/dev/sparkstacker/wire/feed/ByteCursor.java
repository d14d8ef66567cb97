package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The structure of a JSON text, byte by byte: white space, punctuation, strings. */
abstract sealed class ByteCursor permits JsonCursor {
    byte[] bytes = new byte[0];
    int position;
    int end;
    private int start;
    private int textStart;
    private int textEnd;
    private boolean beyondAscii;

    void reset(byte[] frame, int offset, int length) {
        bytes = frame;
        start = offset;
        position = offset;
        end = offset + length;
        beyondAscii = false;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    BadFrame bad(Reason reason, String detail) {
        return new BadFrame(reason, detail + " at byte " + position);
    }

    /** The next byte that is not white space, without taking it. */
    byte peek() throws BadFrame {
        while (position < end) {
            byte b = bytes[position];
            if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
                return b;
            }
            position++;
        }
        throw bad(Reason.NOT_JSON, "the frame ends early");
    }

    boolean takeIf(char expected) throws BadFrame {
        if (peek() == expected) {
            position++;
            return true;
        }
        return false;
    }

    void take(char expected, Reason otherwise) throws BadFrame {
        if (peek() != expected) {
            throw bad(otherwise, "expected '" + expected + "'");
        }
        position++;
    }

    /** After an element: true when another follows, false when the container closes. */
    boolean more(char close) throws BadFrame {
        byte b = peek();
        position++;
        if (b == ',') {
            return true;
        } else if (b == close) {
            return false;
        }
        position--;
        throw bad(Reason.NOT_JSON, "expected ',' or '" + close + "'");
    }

    /** Fails unless only white space is left. */
    void atEnd() throws BadFrame {
        while (position < end) {
            byte b = bytes[position];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                throw bad(Reason.NOT_JSON, "something follows the message");
            }
            position++;
        }
        if (beyondAscii) {
            checkUtf8();
        }
    }

    private void checkUtf8() throws BadFrame {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, end - start));
        } catch (CharacterCodingException e) {
            throw bad(Reason.NOT_JSON, "not UTF-8");
        }
    }

    /** Reads a key and its colon; see {@link #is}. */
    void key() throws BadFrame {
        text(Reason.NOT_JSON);
        take(':', Reason.NOT_JSON);
    }

    /** Reads a string; its raw bytes are then available to {@link #is}, {@link #textHash} and {@link #copyText}. */
    void text(Reason otherwise) throws BadFrame {
        take('"', otherwise);
        textStart = position;
        while (position < end) {
            byte b = bytes[position];
            if (b == '"') {
                textEnd = position++;
                return;
            } else if (b == '\\') {
                escape();
            } else if (b >= 0 && b < ' ') {
                throw bad(Reason.NOT_JSON, "control character in a string");
            } else {
                beyondAscii |= b < 0;
                position++;
            }
        }
        throw bad(Reason.NOT_JSON, "the frame ends inside a string");
    }

    private void escape() throws BadFrame {
        position++;
        byte kind = position < end ? bytes[position] : 0;
        position++;
        if (kind == 'u') {
            for (int i = 0; i < 4; i++, position++) {
                if (position >= end || Character.digit(bytes[position], 16) < 0) {
                    throw bad(Reason.NOT_JSON, "incomplete escape");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0 || kind == 0) {
            throw bad(Reason.NOT_JSON, "unknown escape");
        }
    }

    boolean is(byte[] expected) {
        int length = textEnd - textStart;
        if (length != expected.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[textStart + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The only byte of the last string, 0 when it has another length. */
    byte onlyByte() {
        return textEnd - textStart == 1 ? bytes[textStart] : 0;
    }

    int textLength() {
        return textEnd - textStart;
    }

    int textHash() {
        int hash = 0;
        for (int i = textStart; i < textEnd; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    boolean textEquals(String text) {
        int length = textEnd - textStart;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[textStart + i]) {
                return false;
            }
        }
        return true;
    }

    String copyText() throws BadFrame {
        for (int i = textStart; i < textEnd; i++) {
            if (bytes[i] == '\\' || bytes[i] < 0) {
                throw bad(Reason.BAD_VALUE, "a name with an escape or beyond ASCII");
            }
        }
        return new String(bytes, textStart, textEnd - textStart, StandardCharsets.US_ASCII);
    }
}
