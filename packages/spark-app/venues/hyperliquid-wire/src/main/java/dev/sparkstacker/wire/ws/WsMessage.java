package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.ActiveAssetData;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A frame from server to client. */
@TaggedBy("channel")
public sealed interface WsMessage {

    /**
     * Reads a frame.
     *
     * @throws WireException what is wrong and where
     */
    static WsMessage read(JsonNode frame) throws WireException {
        return Json.read(WsMessage.class, frame);
    }

    /** The frame as a tree. */
    default JsonNode tree() {
        return Json.tree(WsMessage.class, this);
    }

    /** The frame as text. */
    default String text() {
        return Json.text(tree());
    }

    /** Channel {@code allMids}. */
    @Tag("allMids")
    record AllMids(Mids data) implements WsMessage {}

    /** Channel {@code l2Book}. */
    @Tag("l2Book")
    record Book(L2Book data) implements WsMessage {}

    /** Channel {@code bbo}. */
    @Tag("bbo")
    record BestBidOffer(Bbo data) implements WsMessage {}

    /** Channel {@code trades}. */
    @Tag("trades")
    record Trades(List<Trade> data) implements WsMessage {}

    /** Channel {@code candle}. */
    @Tag("candle")
    record CandleUpdate(Candle data) implements WsMessage {}

    /** Channel {@code activeAssetCtx}. */
    @Tag("activeAssetCtx")
    record ActiveAssetCtx(AssetCtxUpdate data) implements WsMessage {}

    /** Channel {@code activeSpotAssetCtx}. */
    @Tag("activeSpotAssetCtx")
    record ActiveSpotAssetCtx(SpotAssetCtxUpdate data) implements WsMessage {}

    /** Channel {@code activeAssetData}. */
    @Tag("activeAssetData")
    record AssetData(ActiveAssetData data) implements WsMessage {}

    /** Channel {@code orderUpdates}. */
    @Tag("orderUpdates")
    record OrderUpdates(List<OrderUpdate> data) implements WsMessage {}

    /** Channel {@code user}. */
    @Tag("user")
    record User(UserEvent data) implements WsMessage {}

    /** Channel {@code userFills}. */
    @Tag("userFills")
    record UserFills(UserFillsData data) implements WsMessage {}

    /** Channel {@code userFundings}. */
    @Tag("userFundings")
    record UserFundings(UserFundingsData data) implements WsMessage {}

    /** Channel {@code userNonFundingLedgerUpdates}. */
    @Tag("userNonFundingLedgerUpdates")
    record LedgerUpdates(LedgerData data) implements WsMessage {}

    /** Channel {@code userHistoricalOrders}. */
    @Tag("userHistoricalOrders")
    record OrderHistory(OrderHistoryData data) implements WsMessage {}

    /** Channel {@code userTwapSliceFills}. */
    @Tag("userTwapSliceFills")
    record TwapSliceFills(TwapSliceFillsData data) implements WsMessage {}

    /** Channel {@code clearinghouseState}. */
    @Tag("clearinghouseState")
    record Clearinghouse(ClearinghouseData data) implements WsMessage {}

    /** Channel {@code openOrders}. */
    @Tag("openOrders")
    record OpenOrders(OpenOrdersData data) implements WsMessage {}

    /** Channel {@code spotState}. */
    @Tag("spotState")
    record SpotState(SpotStateData data) implements WsMessage {}

    /** Channel {@code notification}. */
    @Tag("notification")
    record Notification(NotificationData data) implements WsMessage {}

    /** Channel {@code subscriptionResponse}. */
    @Tag("subscriptionResponse")
    record Subscribed(SubscriptionReply data) implements WsMessage {}

    /** Channel {@code pong}. */
    @Tag("pong")
    record Pong() implements WsMessage {}

    /** Channel {@code error}. */
    @Tag("error")
    record Failed(String data) implements WsMessage {}

    /** Channel {@code post}. */
    @Tag("post")
    record Posted(PostReply data) implements WsMessage {}

    /** A channel without a record here, as it came. */
    @Fallback
    record Other(JsonNode raw) implements WsMessage {}
}
