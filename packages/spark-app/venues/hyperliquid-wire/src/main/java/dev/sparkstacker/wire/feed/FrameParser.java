package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.nio.charset.StandardCharsets;

/**
 * Reads market data frames straight from their bytes: l2Book, bbo, trades, candle and activeAssetCtx. Anything odd becomes a
 * {@link FrameFailure}, never an exception. Keys may come in any order, unknown keys are passed over. One parser belongs to one
 * thread; it reuses its buffers.
 */
public final class FrameParser {
    /** Largest frame accepted, in bytes. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final byte[] CHANNEL = ascii("channel");
    private static final byte[] DATA = ascii("data");
    private static final byte[] COIN = ascii("coin");
    private static final byte[] TIME = ascii("time");
    private static final byte[] LEVELS = ascii("levels");
    private static final byte[] BBO = ascii("bbo");
    private static final byte[] PX = ascii("px");
    private static final byte[] SZ = ascii("sz");
    private static final byte[] SIDE = ascii("side");
    private static final byte[] TID = ascii("tid");
    private static final byte[] CTX = ascii("ctx");

    private final JsonCursor cursor = new JsonCursor();
    private final Names names = new Names();
    private final BookSide bids = new BookSide();
    private final BookSide asks = new BookSide();
    private final TradeBuffer trades = new TradeBuffer();
    private final CandleFields candle = new CandleFields();
    private final ContextFields context = new ContextFields();
    private final LevelReader levels = new LevelReader();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Parses a frame of text. */
    public void parse(String frame, FrameListener listener) {
        parse(frame.getBytes(StandardCharsets.UTF_8), listener);
    }

    /** Parses a frame of bytes. */
    public void parse(byte[] frame, FrameListener listener) {
        parse(frame, 0, frame.length, listener);
    }

    /** Parses a frame that is a part of a buffer. */
    public void parse(byte[] buffer, int offset, int length, FrameListener listener) {
        if (length > MAX_BYTES) {
            listener.onFailure(
                    new FrameFailure(Reason.TOO_LARGE, "", length + " bytes, at most " + MAX_BYTES + " are accepted"));
            return;
        }
        String channel = "";
        try {
            cursor.reset(buffer, offset, length);
            channel = envelope();
            int afterFrame = cursor.position();
            switch (channel) {
                case "l2Book" -> book(afterFrame, listener);
                case "bbo" -> bbo(afterFrame, listener);
                case "trades" -> trades(afterFrame, listener);
                case "candle" -> candle(afterFrame, listener);
                case "activeAssetCtx" -> assetCtx(afterFrame, listener);
                default -> {
                    finish(afterFrame);
                    listener.onOther(channel);
                }
            }
        } catch (BadFrame e) {
            listener.onFailure(new FrameFailure(e.reason(), channel, String.valueOf(e.getMessage())));
        }
    }

    private int dataStart;
    private boolean dataParsed;

    /**
     * Reads the outer object up to the data of a known channel (the usual order), or passes over the whole of it when the data
     * came first. Leaves the cursor after what it read.
     */
    private String envelope() throws BadFrame {
        cursor.take('{', cursor.peek() == '"' || cursor.peek() == '[' ? Reason.WRONG_TYPE : Reason.NOT_JSON);
        String channel = "";
        dataStart = -1;
        dataParsed = false;
        boolean any = !cursor.takeIf('}');
        while (any) {
            cursor.key();
            if (cursor.is(CHANNEL)) {
                if (!channel.isEmpty()) {
                    throw cursor.bad(Reason.DUPLICATE_KEY, "channel");
                }
                cursor.text(Reason.WRONG_TYPE);
                channel = names.of(cursor);
            } else if (cursor.is(DATA)) {
                if (dataStart >= 0) {
                    throw cursor.bad(Reason.DUPLICATE_KEY, "data");
                }
                cursor.peek();
                dataStart = cursor.position();
                if (isHot(channel)) {
                    dataParsed = true;
                    return channel;
                }
                cursor.skip(1);
            } else {
                cursor.skip(1);
            }
            any = cursor.more('}');
        }
        if (channel.isEmpty()) {
            throw cursor.bad(Reason.MISSING_FIELD, "channel");
        }
        return channel;
    }

    private static boolean isHot(String channel) {
        return switch (channel) {
            case "l2Book", "bbo", "trades", "candle", "activeAssetCtx" -> true;
            default -> false;
        };
    }

    /** Goes to the data, which {@link #envelope} has passed over only when it came before the channel. */
    private void data() throws BadFrame {
        if (dataStart < 0) {
            throw cursor.bad(Reason.MISSING_FIELD, "data");
        }
        cursor.moveTo(dataStart);
    }

    /** Reads the rest of the outer object and checks that nothing follows. */
    private void finish(int afterFrame) throws BadFrame {
        if (dataParsed) {
            while (cursor.more('}')) {
                cursor.key();
                if (cursor.is(CHANNEL) || cursor.is(DATA)) {
                    throw cursor.bad(Reason.DUPLICATE_KEY, "channel or data");
                }
                cursor.skip(1);
            }
        } else {
            cursor.moveTo(afterFrame);
        }
        cursor.atEnd();
    }

    private String name() throws BadFrame {
        cursor.text(Reason.WRONG_TYPE);
        return names.of(cursor);
    }

    private void book(int afterFrame, FrameListener listener) throws BadFrame {
        data();
        String coin = "";
        long time = 0;
        int found = 0;
        cursor.object();
        do {
            cursor.key();
            if (cursor.is(COIN)) {
                found = cursor.once(found, 1);
                coin = name();
            } else if (cursor.is(TIME)) {
                found = cursor.once(found, 2);
                time = cursor.integer();
            } else if (cursor.is(LEVELS)) {
                found = cursor.once(found, 4);
                cursor.take('[', Reason.WRONG_TYPE);
                levels.side(cursor, bids);
                cursor.take(',', Reason.WRONG_TYPE);
                levels.side(cursor, asks);
                cursor.take(']', Reason.WRONG_TYPE);
            } else {
                cursor.skip(2);
            }
        } while (cursor.more('}'));
        cursor.all(found, 7);
        finish(afterFrame);
        listener.onBook(coin, time, bids, asks);
    }

    private void bbo(int afterFrame, FrameListener listener) throws BadFrame {
        data();
        String coin = "";
        long time = 0;
        int found = 0;
        cursor.object();
        do {
            cursor.key();
            if (cursor.is(COIN)) {
                found = cursor.once(found, 1);
                coin = name();
            } else if (cursor.is(TIME)) {
                found = cursor.once(found, 2);
                time = cursor.integer();
            } else if (cursor.is(BBO)) {
                found = cursor.once(found, 4);
                cursor.take('[', Reason.WRONG_TYPE);
                levels.best(cursor, bids);
                cursor.take(',', Reason.WRONG_TYPE);
                levels.best(cursor, asks);
                cursor.take(']', Reason.WRONG_TYPE);
            } else {
                cursor.skip(2);
            }
        } while (cursor.more('}'));
        cursor.all(found, 7);
        finish(afterFrame);
        listener.onBbo(coin, time, bids, asks);
    }

    private void trades(int afterFrame, FrameListener listener) throws BadFrame {
        data();
        trades.clear();
        cursor.take('[', Reason.WRONG_TYPE);
        if (!cursor.takeIf(']')) {
            do {
                if (trades.isFull()) {
                    throw cursor.bad(Reason.TOO_LARGE, "more than " + TradeBuffer.MAX_TRADES + " trades");
                }
                trade();
            } while (cursor.more(']'));
        }
        finish(afterFrame);
        trades.tell(listener);
    }

    private void trade() throws BadFrame {
        cursor.object();
        String coin = "";
        Side side = Side.BID;
        long price = 0;
        long size = 0;
        long time = 0;
        long tid = 0;
        int found = 0;
        do {
            cursor.key();
            if (cursor.is(COIN)) {
                found = cursor.once(found, 1);
                coin = name();
            } else if (cursor.is(SIDE)) {
                found = cursor.once(found, 2);
                side = side();
            } else if (cursor.is(PX)) {
                found = cursor.once(found, 4);
                price = cursor.unsignedE8();
            } else if (cursor.is(SZ)) {
                found = cursor.once(found, 8);
                size = cursor.unsignedE8();
            } else if (cursor.is(TIME)) {
                found = cursor.once(found, 16);
                time = cursor.integer();
            } else if (cursor.is(TID)) {
                found = cursor.once(found, 32);
                tid = cursor.integer();
            } else {
                cursor.skip(3);
            }
        } while (cursor.more('}'));
        cursor.all(found, 63);
        trades.add(coin, time, side, price, size, tid);
    }

    private Side side() throws BadFrame {
        cursor.text(Reason.WRONG_TYPE);
        return switch (cursor.onlyByte()) {
            case 'A' -> Side.ASK;
            case 'B' -> Side.BID;
            default -> throw cursor.bad(Reason.BAD_VALUE, "a side is A or B");
        };
    }

    private void candle(int afterFrame, FrameListener listener) throws BadFrame {
        data();
        cursor.object();
        candle.read(cursor, names);
        finish(afterFrame);
        candle.tell(listener);
    }

    private void assetCtx(int afterFrame, FrameListener listener) throws BadFrame {
        data();
        String coin = "";
        int found = 0;
        cursor.object();
        do {
            cursor.key();
            if (cursor.is(COIN)) {
                found = cursor.once(found, 1);
                coin = name();
            } else if (cursor.is(CTX)) {
                found = cursor.once(found, 2);
                context.read(cursor);
            } else {
                cursor.skip(2);
            }
        } while (cursor.more('}'));
        cursor.all(found, 3);
        finish(afterFrame);
        context.tell(coin, listener);
    }
}
