package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;

/** The fields of a candle, each named by one letter. */
final class CandleFields {
    private static final String KEYS = "tTsiochlvn";
    private static final int ALL = (1 << KEYS.length()) - 1;
    private static final int E8 = 8;

    private String coin = "";
    private String interval = "";
    private long openMs;
    private long closeMs;
    private long open;
    private long close;
    private long high;
    private long low;
    private long volume;
    private long trades;

    void read(JsonCursor cursor, Names names) throws BadFrame {
        int seen = 0;
        do {
            cursor.key();
            byte key = cursor.onlyByte();
            int bit = key == 0 ? -1 : KEYS.indexOf(key);
            if (bit < 0) {
                cursor.skip(2);
                continue;
            }
            seen = cursor.once(seen, 1 << bit);
            field(cursor, names, key);
        } while (cursor.more('}'));
        cursor.all(seen, ALL);
    }

    private void field(JsonCursor cursor, Names names, byte key) throws BadFrame {
        switch (key) {
            case 't' -> openMs = cursor.integer();
            case 'T' -> closeMs = cursor.integer();
            case 's' -> {
                cursor.text(Reason.WRONG_TYPE);
                coin = names.of(cursor);
            }
            case 'i' -> {
                cursor.text(Reason.WRONG_TYPE);
                interval = names.of(cursor);
            }
            case 'o' -> open = cursor.unsignedE8();
            case 'c' -> close = cursor.unsignedE8();
            case 'h' -> high = cursor.unsignedE8();
            case 'l' -> low = cursor.unsignedE8();
            case 'v' -> volume = cursor.decimal(E8, true);
            case 'n' -> trades = cursor.integer();
            default -> cursor.skip(2);
        }
    }

    void tell(FrameListener listener) {
        listener.onCandle(coin, interval, openMs, closeMs, open, high, low, close, volume, trades);
    }
}
