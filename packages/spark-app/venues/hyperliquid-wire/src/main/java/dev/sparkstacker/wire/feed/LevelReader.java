package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;

/** Reads price levels. */
final class LevelReader {
    private static final byte[] PX = {'p', 'x'};
    private static final byte[] SZ = {'s', 'z'};

    /** One side of a book. */
    void side(JsonCursor cursor, BookSide side) throws BadFrame {
        side.clear();
        cursor.take('[', Reason.WRONG_TYPE);
        if (cursor.takeIf(']')) {
            return;
        }
        do {
            if (side.isFull()) {
                throw cursor.bad(Reason.TOO_LARGE, "more than " + BookSide.MAX_LEVELS + " levels");
            }
            level(cursor, side);
        } while (cursor.more(']'));
    }

    /** One side of a bbo: a level or null. */
    void best(JsonCursor cursor, BookSide side) throws BadFrame {
        side.clear();
        if (!cursor.isNull()) {
            level(cursor, side);
        }
    }

    private static void level(JsonCursor cursor, BookSide side) throws BadFrame {
        cursor.object();
        long price = 0;
        long size = 0;
        long orders = 0;
        int found = 0;
        do {
            cursor.key();
            if (cursor.is(PX)) {
                found = cursor.once(found, 1);
                price = cursor.unsignedE8();
            } else if (cursor.is(SZ)) {
                found = cursor.once(found, 2);
                size = cursor.unsignedE8();
            } else if (cursor.onlyByte() == 'n') {
                found = cursor.once(found, 4);
                orders = cursor.integer();
            } else {
                cursor.skip(5);
            }
        } while (cursor.more('}'));
        cursor.all(found, 7);
        if (orders < 0 || orders > Integer.MAX_VALUE) {
            throw cursor.bad(Reason.BAD_VALUE, "number of orders");
        }
        side.add(price, size, (int) orders);
    }
}
