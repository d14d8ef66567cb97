package dev.sparkstacker.sandbox.fault;

import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireName;

/**
 * What goes wrong. Each member says by its interfaces at which edges it can; lengths are milliseconds of the timer that
 * drives the edge: the machine's behind sockets, the venue's where it is driven by hand.
 *
 * <pre>
 *               request                                     answer
 *  client --+-- Delay, Drop, Disconnect, Duplicate, --+--> venue --+-- LateReply, LostReply, TruncatedBody, --+--> client
 *           |   Reorder, RateLimited,                 |            |   ResetMidBody, SlowBytes,               |
 *           |   ServerError, HtmlPage, HalfOpen       |            |   ServerError, HtmlPage, HalfOpen        |
 *           +---- not executed: before ---------------+            +---- executed: after ---------------------+
 * </pre>
 */
@TaggedBy("kind")
public sealed interface Fault {
    /** Strikes a request over HTTP. */
    sealed interface OnHttp extends Fault {}

    /** Strikes a new websocket connection. */
    sealed interface OnConnect extends Fault {}

    /** Strikes a frame to a client. */
    sealed interface OnSend extends Fault {}

    /** Strikes a frame from a client. */
    sealed interface OnReceive extends Fault {}

    /** Strikes a modify at the exchange. */
    sealed interface OnModify extends Fault {}

    /** Strikes a change of leverage at the exchange. */
    sealed interface OnLeverage extends Fault {}

    /** Whether the venue takes the request before it fails. */
    enum Moment {
        /** Fails before the request was accepted: nothing is executed. */
        @WireName("before")
        BEFORE,
        /** Fails after the request was accepted: it is executed. */
        @WireName("after")
        AFTER
    }

    /** Which pushed frames a fault of the feed concerns; answers to the client's own frames never. */
    enum Feed {
        /** Prices, books, candles, contexts. */
        @WireName("market")
        MARKET,
        /** Orders, fills, funding and states of accounts. */
        @WireName("account")
        ACCOUNT,
        /** Both. */
        @WireName("all")
        ALL
    }

    /** Held back on the way to the venue or the client; on a websocket, what comes behind it waits too. */
    @Tag("delay")
    record Delay(long ms) implements OnHttp, OnConnect, OnSend, OnReceive {}

    /** Lost on its way: a request is not executed and its connection closed; a frame vanishes. */
    @Tag("drop")
    record Drop() implements OnHttp, OnSend, OnReceive {}

    /** The connection is reset without a close frame; a request is not executed. */
    @Tag("disconnect")
    record Disconnect() implements OnHttp, OnConnect, OnSend, OnReceive {}

    /** Passes twice; a request's client gets the second answer. */
    @Tag("duplicate")
    record Duplicate() implements OnHttp, OnSend, OnReceive {}

    /** Passes after the one behind it, or after a time where none comes. */
    @Tag("reorder")
    record Reorder(long atMostMs) implements OnHttp, OnSend, OnReceive {}

    /** HTTP 429 with body {@code null}, not executed; a connection is refused as one too many. */
    @Tag("rateLimited")
    record RateLimited() implements OnHttp, OnConnect {}

    /** HTTP 500 with body {@code null}. */
    @Tag("serverError")
    record ServerError(Moment moment) implements OnHttp {}

    /** A gateway's HTML page with status 502. */
    @Tag("htmlPage")
    record HtmlPage(Moment moment) implements OnHttp {}

    /** Executed at once, the answer held back. */
    @Tag("lateReply")
    record LateReply(long ms) implements OnHttp {}

    /** Executed, but the connection is closed instead of an answer, or behind the frame that was handled. */
    @Tag("lostReply")
    record LostReply() implements OnHttp, OnReceive {}

    /** Half of the answer, as if it were the whole. */
    @Tag("truncatedBody")
    record TruncatedBody() implements OnHttp, OnSend {}

    /** The connection is reset after half of the answer that was announced. */
    @Tag("resetMidBody")
    record ResetMidBody() implements OnHttp {}

    /** The answer drips. */
    @Tag("slowBytes")
    record SlowBytes(int bytesPerSecond) implements OnHttp {}

    /** The connection stays open, and nothing more comes through it either way. */
    @Tag("halfOpen")
    record HalfOpen(Moment moment) implements OnHttp, OnConnect, OnSend, OnReceive {}

    /** For a time, frames of a feed come late, in order. */
    @Tag("staleFeed")
    record StaleFeed(Feed feed, long lateMs, long forMs) implements OnSend {}

    /** For a time, no frames of a feed come; the connection answers pings. */
    @Tag("frozenFeed")
    record FrozenFeed(Feed feed, long forMs) implements OnSend {}

    /** The old order is cancelled and the new one refused. */
    @Tag("halfFailedModify")
    record HalfFailedModify() implements OnModify {}

    /** Answered as done, but nothing is changed. */
    @Tag("ignoredLeverage")
    record IgnoredLeverage() implements OnLeverage {}

    /** Answered as done, but another leverage is set. */
    @Tag("wrongLeverage")
    record WrongLeverage(int leverage) implements OnLeverage {}

    /** Its name, as in JSON and in coverage reports. */
    default String kind() {
        return kind(getClass());
    }

    /** The name of a kind of faults. @throws IllegalArgumentException if the class is none */
    static String kind(Class<?> type) {
        Tag tag = type.getAnnotation(Tag.class);
        if (tag == null) {
            throw new IllegalArgumentException("Not a kind of faults: " + type.getName());
        }
        return tag.value();
    }
}
