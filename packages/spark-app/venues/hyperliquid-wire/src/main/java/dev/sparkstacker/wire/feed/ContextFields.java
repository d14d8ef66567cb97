package dev.sparkstacker.wire.feed;

import java.nio.charset.StandardCharsets;

/** The fields of a perp market's context that trading needs; the others are passed over. */
final class ContextFields {
    private static final byte[] MARK_PX = ascii("markPx");
    private static final byte[] ORACLE_PX = ascii("oraclePx");
    private static final byte[] MID_PX = ascii("midPx");
    private static final byte[] FUNDING = ascii("funding");
    private static final byte[] OPEN_INTEREST = ascii("openInterest");
    private static final int REQUIRED = 1 | 2 | 8 | 16;

    private long mark;
    private long oracle;
    private long mid;
    private long funding;
    private long openInterest;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void read(JsonCursor cursor) throws BadFrame {
        cursor.object();
        int found = 0;
        mid = FrameListener.ABSENT;
        do {
            cursor.key();
            if (cursor.is(MARK_PX)) {
                found = cursor.once(found, 1);
                mark = cursor.unsignedE8();
            } else if (cursor.is(ORACLE_PX)) {
                found = cursor.once(found, 2);
                oracle = cursor.unsignedE8();
            } else if (cursor.is(MID_PX)) {
                found = cursor.once(found, 4);
                mid = cursor.isNull() ? FrameListener.ABSENT : cursor.unsignedE8();
            } else if (cursor.is(FUNDING)) {
                found = cursor.once(found, 8);
                funding = cursor.decimal(12, true);
            } else if (cursor.is(OPEN_INTEREST)) {
                found = cursor.once(found, 16);
                openInterest = cursor.decimal(8, true);
            } else {
                cursor.skip(3);
            }
        } while (cursor.more('}'));
        cursor.all(found, REQUIRED);
    }

    void tell(String coin, FrameListener listener) {
        listener.onAssetCtx(coin, mark, oracle, mid, funding, openInterest);
    }
}
