package dev.sparkstacker.wire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.json.WireException.Reason;
import dev.sparkstacker.wire.ws.WsMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameParserTest {
    private static final long SEED = 31_337;
    private static final String BOOK =
            "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":1787195067883,\"levels\":"
                    + "[[{\"px\":\"69172.0\",\"sz\":\"1.21098\",\"n\":5}],[{\"px\":\"69173.0\",\"sz\":\"8.4\",\"n\":30},{\"px\":\"69174\",\"sz\":\"0.00000001\",\"n\":1}]]}}";
    private static final String BBO =
            "{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":5,\"bbo\":[null,{\"px\":\"1.5\",\"sz\":\"2\",\"n\":3}]}}";
    private static final String TRADES =
            "{\"channel\":\"trades\",\"data\":[{\"coin\":\"ETH\",\"side\":\"A\",\"px\":\"1800.1\",\"sz\":\"0.5\",\"time\":7,\"hash\":\"0x0\",\"tid\":9,\"users\":[\"0x1\",\"0x2\"]}]}";
    private static final String CANDLE =
            "{\"channel\":\"candle\",\"data\":{\"t\":60000,\"T\":119999,\"s\":\"ETH\",\"i\":\"1m\",\"o\":\"1.0\",\"c\":\"2.0\",\"h\":\"3.0\",\"l\":\"0.5\",\"v\":\"3495670.8399999999\",\"n\":47}}";
    private static final String CTX =
            "{\"channel\":\"activeAssetCtx\",\"data\":{\"coin\":\"BTC\",\"ctx\":{\"funding\":\"-0.000003688\",\"openInterest\":\"34524.5\",\"prevDayPx\":\"1.0\",\"dayNtlVlm\":\"12377419030.3486595154\",\"premium\":null,\"oraclePx\":\"2.0\",\"markPx\":\"3.0\",\"midPx\":null,\"impactPxs\":null,\"dayBaseVlm\":\"1.0\"}}}";

    private final FrameParser parser = new FrameParser();
    private final Recorder heard = new Recorder();

    @Test
    void everyKindOfFrameIsRead() {
        for (String frame : List.of(BOOK, BBO, TRADES, CANDLE, CTX, "{\"channel\":\"pong\"}")) {
            parser.parse(frame, heard);
        }
        assertThat(heard.events)
                .containsExactly(
                        "book BTC 1787195067883 [6917200000000x121098000x5] [6917300000000x840000000x30, 6917400000000x1x1]",
                        "bbo BTC 5 [] [150000000x200000000x3]",
                        "trade ETH 7 ASK 180010000000 50000000 9",
                        "candle ETH 1m 60000 119999 100000000 300000000 50000000 200000000 349567084000000 47",
                        "ctx BTC 300000000 200000000 absent -3688000 3452450000000",
                        "other pong");
    }

    @Test
    void keysMayComeInAnyOrderWithOthersBetween() {
        parser.parse(
                " { \"data\" : {\"levels\":[[],[]],\"x\":{\"y\":[1,-2.5e3,\"\\u00e9\\n\",null,true]},\"time\":1,\"coin\":\"@107\"}, \"z\":[] , \"channel\":\"l2Book\" } ",
                heard);
        assertThat(heard.events).containsExactly("book @107 1 [] []");
    }

    @Test
    void oddFramesBecomeFailuresWithTheirReason() {
        fails(Reason.NOT_JSON, "Websocket connection established.");
        fails(Reason.NOT_JSON, "");
        fails(Reason.NOT_JSON, BOOK + "x");
        fails(Reason.NOT_JSON, BOOK.substring(0, BOOK.length() - 1));
        fails(Reason.NOT_JSON, BOOK.replace("\"n\":5", "\"n\":NaN").replace("NaN", "05"));
        fails(Reason.WRONG_TYPE, BOOK.replace("\"69172.0\"", "69172.0"));
        fails(Reason.WRONG_TYPE, BOOK.replace("\"n\":5", "\"n\":5.0"));
        fails(Reason.WRONG_TYPE, BOOK.replace("1787195067883", "\"1787195067883\""));
        fails(Reason.WRONG_TYPE, "[]");
        fails(Reason.MISSING_FIELD, BOOK.replace("\"px\":\"69172.0\",", ""));
        fails(Reason.MISSING_FIELD, "{}");
        fails(Reason.MISSING_FIELD, "{\"channel\":\"bbo\"}");
        fails(Reason.BAD_NUMBER, BOOK.replace("69172.0", "NaN"));
        fails(Reason.BAD_NUMBER, BOOK.replace("69172.0", "1e5"));
        fails(Reason.BAD_NUMBER, BOOK.replace("69172.0", "92233720368547758.08"));
        fails(Reason.BAD_NUMBER, BOOK.replace("69172.0", "1.000000001"));
        fails(Reason.BAD_NUMBER, BOOK.replace("1787195067883", "99999999999999999999"));
        fails(Reason.BAD_VALUE, BOOK.replace("69172.0", "-1.0"));
        fails(Reason.BAD_VALUE, TRADES.replace("\"A\"", "\"C\""));
        fails(Reason.DUPLICATE_KEY, BOOK.replace("\"n\":5", "\"n\":5,\"n\":6"));
        fails(Reason.DUPLICATE_KEY, CANDLE.replace("\"n\":47", "\"n\":47,\"o\":\"1.0\""));
        fails(Reason.TOO_DEEP, "{\"channel\":\"x\",\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        fails(Reason.TOO_LARGE, " ".repeat(FrameParser.MAX_BYTES + 1));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedEvenInKeysThatArePassedOver() {
        byte[] frame = "{\"channel\":\"bbo\",\"x\":\"??\",\"data\":{}}".getBytes(StandardCharsets.ISO_8859_1);
        frame[frame.length - 15] = (byte) 0xc3;
        parser.parse(frame, heard);
        assertThat(heard.events).hasSize(1).first().asString().startsWith("failure");
    }

    @Test
    void aFrameMayBeAPartOfABuffer() {
        byte[] frame = "{\"channel\":\"pong\",\"x\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        byte[] buffer = new byte[frame.length + 20];
        java.util.Arrays.fill(buffer, (byte) 0xff);
        System.arraycopy(frame, 0, buffer, 10, frame.length);
        parser.parse(buffer, 10, frame.length, heard);
        assertThat(heard.events).containsExactly("other pong");
    }

    @Test
    void nothingOfABrokenTradesFrameIsTold() {
        fails(Reason.MISSING_FIELD, TRADES.replace("]}]}", "]},{\"coin\":\"ETH\"}]}"));
    }

    private void fails(Reason reason, String frame) {
        heard.events.clear();
        parser.parse(frame, heard);
        assertThat(heard.events)
                .as(frame.substring(0, Math.min(frame.length(), 200)))
                .hasSize(1);
        assertThat(heard.events.getFirst()).startsWith("failure " + reason);
    }

    @Test
    void mutatedFramesAreNeverReadMoreLooselyThanByTheTreeParser() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> frames = List.of(BOOK, BBO, TRADES, CANDLE, CTX);
        int accepted = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] frame = frames.get(i % frames.size()).getBytes(StandardCharsets.UTF_8);
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                String alphabet = "{}[]\",:0123e.-ntf \\";
                frame[random.nextInt(frame.length)] = random.nextInt(6) == 0
                        ? (byte) random.nextInt(256)
                        : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            heard.events.clear();
            parser.parse(frame, heard);
            boolean read = heard.events.stream().noneMatch(e -> e.startsWith("failure"));
            if (read) {
                accepted++;
                assertThat(isJson(frame))
                        .as(new String(frame, StandardCharsets.ISO_8859_1))
                        .isTrue();
            }
        }
        assertThat(accepted).isPositive();
    }

    private static boolean isJson(byte[] frame) {
        try {
            Json.parse(frame);
            return true;
        } catch (WireException e) {
            return e.reason() == Reason.DUPLICATE_KEY; // keys that are passed over are not compared with each other
        }
    }

    @Test
    void framesOfEveryKindAgreeWithTheTreeParser() throws WireException {
        for (String frame : List.of(BOOK, BBO, TRADES, CANDLE, CTX)) {
            assertThat(WsMessage.read(Json.parse(frame))).isNotInstanceOf(WsMessage.Other.class);
        }
    }

    private static final class Recorder implements FrameListener {
        final List<String> events = new ArrayList<>();

        private static String levels(BookSide side) {
            List<String> levels = new ArrayList<>();
            for (int i = 0; i < side.size(); i++) {
                levels.add(side.priceE8(i) + "x" + side.sizeE8(i) + "x" + side.orders(i));
            }
            return levels.toString();
        }

        @Override
        public void onBook(String coin, long timeMs, BookSide bids, BookSide asks) {
            events.add("book " + coin + " " + timeMs + " " + levels(bids) + " " + levels(asks));
        }

        @Override
        public void onBbo(String coin, long timeMs, BookSide bid, BookSide ask) {
            events.add("bbo " + coin + " " + timeMs + " " + levels(bid) + " " + levels(ask));
        }

        @Override
        public void onTrade(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid) {
            events.add("trade " + coin + " " + timeMs + " " + side + " " + priceE8 + " " + sizeE8 + " " + tid);
        }

        @Override
        public void onCandle(
                String coin,
                String interval,
                long openMs,
                long closeMs,
                long openE8,
                long highE8,
                long lowE8,
                long closeE8,
                long volumeE8,
                long trades) {
            events.add("candle " + coin + " " + interval + " " + openMs + " " + closeMs + " " + openE8 + " " + highE8
                    + " " + lowE8 + " " + closeE8 + " " + volumeE8 + " " + trades);
        }

        @Override
        public void onAssetCtx(
                String coin, long markE8, long oracleE8, long midE8, long fundingE12, long openInterestE8) {
            events.add("ctx " + coin + " " + markE8 + " " + oracleE8 + " " + (midE8 == ABSENT ? "absent" : midE8) + " "
                    + fundingE12 + " " + openInterestE8);
        }

        @Override
        public void onOther(String channel) {
            events.add("other " + channel);
        }

        @Override
        public void onFailure(FrameFailure failure) {
            events.add("failure " + failure.reason() + " " + failure.detail());
        }
    }
}
