package dev.sparkstacker.indicators;

/** The first word of an indicator's saved state: its kind, as up to eight ASCII letters packed into a long, first letter highest. */
final class StateTag {
    private StateTag() {}

    static long of(String letters) {
        if (letters.isEmpty() || letters.length() > Long.BYTES) {
            throw new IllegalArgumentException("a state tag has 1 to 8 letters, was '" + letters + "'");
        }
        long tag = 0;
        for (int i = 0; i < letters.length(); i++) {
            tag = tag << Byte.SIZE | letters.charAt(i);
        }
        return tag;
    }
}
