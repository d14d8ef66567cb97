package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event may say, judged by another reader of the same bytes. Where a key comes twice, the event must be right
 * whichever of the two is meant. An event that says anything else, or of bytes that this reader refuses, is wrong.
 */
final class FrameOracle {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FrameOracle() {}

    /** Reads as the standard says, the last of equal keys winning; throws where nothing may be believed. */
    static JsonNode strict(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException refused) {
            throw new AssertionError("Believed what a strict reader refuses: " + refused.getOriginalMessage(), refused);
        }
    }

    /** Reads the same text, the first of equal keys winning. */
    private static JsonNode firstOfEqualKeys(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return node(parser);
        }
    }

    private static JsonNode node(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                JsonNode value = node(parser);
                if (!object.has(name)) {
                    object.set(name, value);
                }
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(node(parser));
            }
            return array;
        }
        return parser.readValueAsTree();
    }

    /** Holds the events of one frame against its text, whichever of equal keys is meant. */
    static int check(String text, List<Event> events) {
        if (events.stream().noneMatch(FrameOracle::isData)) {
            return 0;
        }
        int data = check(strict(text), events);
        return Math.max(data, check(firstOfEqualKeys(text), events));
    }

    private static boolean isData(Event event) {
        return event instanceof AccountEvent
                || event instanceof MarketEvent.BestBidOffer
                || event instanceof MarketEvent.BookChanged
                || event instanceof MarketEvent.TradePrinted
                || event instanceof MarketEvent.CandleChanged
                || event instanceof MarketEvent.ContextChanged;
    }

    /** Returns how many of the events carry data. */
    private static int check(JsonNode frame, List<Event> events) {
        int data = 0;
        for (Event event : events) {
            switch (event) {
                case MarketEvent.BestBidOffer quote -> {
                    data++;
                    quote(frame, quote);
                }
                case MarketEvent.BookChanged book -> {
                    data++;
                    book(frame, book);
                }
                case MarketEvent.CandleChanged candle -> {
                    data++;
                    candle(frame, candle);
                }
                case MarketEvent.ContextChanged context -> {
                    data++;
                    JsonNode ctx = on(frame, "activeAssetCtx").path("ctx");
                    assertThat(context.mark()).isEqualTo(price(ctx.path("markPx")));
                    assertThat(context.oracle()).isEqualTo(price(ctx.path("oraclePx")));
                }
                case MarketEvent.TradePrinted trade -> {
                    data++;
                    trade(frame, trade);
                }
                case AccountEvent.FillReceived received -> {
                    data++;
                    fill(frame, received);
                }
                case AccountEvent.OrderUpdated updated -> {
                    data++;
                    order(frame, updated);
                }
                case AccountEvent account -> {
                    data++;
                    assertThat(frame.path("channel").asString("")).isNotEmpty();
                    assertThat(account.account()).isNotNull();
                }
                default -> {
                    // What is told of the feed and of malformed frames says nothing of prices.
                }
            }
        }
        return data;
    }

    private static JsonNode on(JsonNode frame, String channel) {
        assertThat(frame.path("channel").asString("")).isEqualTo(channel);
        return frame.path("data");
    }

    private static void quote(JsonNode frame, MarketEvent.BestBidOffer quote) {
        JsonNode data = on(frame, "bbo");
        assertThat(data.path("coin").asString("")).isEqualTo(quote.market().coin());
        JsonNode bid = data.path("bbo").path(0);
        JsonNode ask = data.path("bbo").path(1);
        assertThat(quote.bid()).isEqualTo(bid.isNull() ? new Price(0) : price(bid.path("px")));
        assertThat(quote.ask()).isEqualTo(ask.isNull() ? new Price(0) : price(ask.path("px")));
        assertThat(quote.quotedAtMs()).isEqualTo(data.path("time").asLong());
        assertThat(bid.isNull() || ask.isNull() || quote.bid().compareTo(quote.ask()) < 0)
                .as("a crossed quote is never passed on: %s", quote)
                .isTrue();
    }

    private static void book(JsonNode frame, MarketEvent.BookChanged book) {
        JsonNode data = on(frame, "l2Book");
        assertThat(data.path("coin").asString("")).isEqualTo(book.market().coin());
        side(data.path("levels").path(0), book.bids());
        side(data.path("levels").path(1), book.asks());
        for (int i = 1; i < book.bids().size(); i++) {
            assertThat(book.bids().get(i).price())
                    .isLessThan(book.bids().get(i - 1).price());
        }
        for (int i = 1; i < book.asks().size(); i++) {
            assertThat(book.asks().get(i).price())
                    .isGreaterThan(book.asks().get(i - 1).price());
        }
        if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
            assertThat(book.bids().getFirst().price())
                    .isLessThan(book.asks().getFirst().price());
        }
    }

    private static void side(JsonNode levels, List<BookLevel> side) {
        assertThat(side.size()).isLessThanOrEqualTo(levels.size());
        for (int i = 0; i < side.size(); i++) {
            assertThat(side.get(i).price()).isEqualTo(price(levels.path(i).path("px")));
            assertThat(side.get(i).size()).isEqualTo(quantity(levels.path(i).path("sz")));
            assertThat(side.get(i).price().isZero()).isFalse();
        }
    }

    private static void candle(JsonNode frame, MarketEvent.CandleChanged changed) {
        JsonNode data = on(frame, "candle");
        assertThat(data.path("s").asString("")).isEqualTo(changed.market().coin());
        assertThat(data.path("t").asLong()).isEqualTo(changed.bar().openTimeMs());
        assertThat(changed.bar().open()).isEqualTo(price(data.path("o")));
        assertThat(changed.bar().high()).isEqualTo(price(data.path("h")));
        assertThat(changed.bar().low()).isEqualTo(price(data.path("l")));
        assertThat(changed.bar().close()).isEqualTo(price(data.path("c")));
        assertThat(changed.bar().high()).isGreaterThanOrEqualTo(changed.bar().low());
    }

    private static void trade(JsonNode frame, MarketEvent.TradePrinted printed) {
        for (JsonNode trade : on(frame, "trades")) {
            if (trade.path("time").asLong() == printed.tradedAtMs()
                    && price(trade.path("px")).equals(printed.price())
                    && quantity(trade.path("sz")).equals(printed.size())) {
                return;
            }
        }
        throw new AssertionError("No such trade in the frame: " + printed);
    }

    private static void fill(JsonNode frame, AccountEvent.FillReceived received) {
        for (JsonNode fill : on(frame, "userFills").path("fills")) {
            if (fill.path("tid").asLong() == received.fill().tradeId()
                    && fill.path("oid").asLong() == received.fill().orderId()
                    && price(fill.path("px")).equals(received.fill().price())
                    && quantity(fill.path("sz")).equals(received.fill().size())) {
                return;
            }
        }
        throw new AssertionError("No such fill in the frame: " + received);
    }

    private static void order(JsonNode frame, AccountEvent.OrderUpdated updated) {
        for (JsonNode update : on(frame, "orderUpdates")) {
            JsonNode order = update.path("order");
            if (order.path("oid").asLong() == updated.orderId()
                    && quantity(order.path("sz")).equals(updated.remaining())
                    && update.path("status").asString("").equals(updated.venueStatus())) {
                return;
            }
        }
        throw new AssertionError("No such order in the frame: " + updated);
    }

    static Price price(JsonNode node) {
        return new Price(decimal(node).movePointRight(8).longValueExact());
    }

    private static Quantity quantity(JsonNode node) {
        return new Quantity(decimal(node).movePointRight(8).longValueExact());
    }

    static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }
}
