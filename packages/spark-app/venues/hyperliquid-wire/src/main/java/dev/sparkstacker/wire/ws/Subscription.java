package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a websocket client asks to be sent. Unsubscribing must name the normalised form. */
@TaggedBy("type")
public sealed interface Subscription {

    /** The subscription as the venue echoes it, with defaults filled in. */
    default ObjectNode normalised() {
        ObjectNode tree = (ObjectNode) Json.tree(Subscription.class, this);
        if (this instanceof L2Book book) {
            for (String key : List.of("nSigFigs", "mantissa")) {
                if (!tree.has(key)) {
                    tree.putNull(key);
                }
            }
            tree.put("fast", Boolean.TRUE.equals(book.fast()));
        }
        return tree;
    }

    /** Reads a subscription that a client sent. */
    static Subscription read(JsonNode tree) throws WireException {
        return Json.read(Subscription.class, tree);
    }

    /** Messages on channel {@code allMids}. */
    @Tag("allMids")
    record AllMids(@Nullable String dex) implements Subscription {}

    /** Messages on channel {@code l2Book}. */
    @Tag("l2Book")
    record L2Book(
            String coin,
            @Nullable Integer nSigFigs,
            @Nullable Integer mantissa,
            @Nullable Boolean fast) implements Subscription {}

    /** Messages on channel {@code bbo}. */
    @Tag("bbo")
    record Bbo(String coin) implements Subscription {}

    /** Messages on channel {@code trades}. */
    @Tag("trades")
    record Trades(String coin) implements Subscription {}

    /** Messages on channel {@code candle}. */
    @Tag("candle")
    record Candle(String coin, String interval) implements Subscription {}

    /** Messages on channel {@code activeAssetCtx}. */
    @Tag("activeAssetCtx")
    record ActiveAssetCtx(String coin) implements Subscription {}

    /** Messages on channel {@code activeAssetData}. */
    @Tag("activeAssetData")
    record ActiveAssetData(String user, String coin) implements Subscription {}

    /** Messages on channel {@code orderUpdates}. */
    @Tag("orderUpdates")
    record OrderUpdates(String user) implements Subscription {}

    /** Messages on channel {@code user}. */
    @Tag("userEvents")
    record UserEvents(String user) implements Subscription {}

    /** Messages on channel {@code userFills}. */
    @Tag("userFills")
    record UserFills(String user, @Nullable Boolean aggregateByTime) implements Subscription {}

    /** Messages on channel {@code userFundings}. */
    @Tag("userFundings")
    record UserFundings(String user) implements Subscription {}

    /** Messages on channel {@code userNonFundingLedgerUpdates}. */
    @Tag("userNonFundingLedgerUpdates")
    record UserNonFundingLedgerUpdates(String user) implements Subscription {}

    /** Messages on channel {@code userHistoricalOrders}. */
    @Tag("userHistoricalOrders")
    record UserHistoricalOrders(String user) implements Subscription {}

    /** Messages on channel {@code userTwapSliceFills}. */
    @Tag("userTwapSliceFills")
    record UserTwapSliceFills(String user) implements Subscription {}

    /** Messages on channel {@code userTwapHistory}. */
    @Tag("userTwapHistory")
    record UserTwapHistory(String user) implements Subscription {}

    /** Messages on channel {@code twapStates}. */
    @Tag("twapStates")
    record TwapStates(String user, @Nullable String dex) implements Subscription {}

    /** Messages on channel {@code clearinghouseState}. */
    @Tag("clearinghouseState")
    record ClearinghouseState(String user, @Nullable String dex) implements Subscription {}

    /** Messages on channel {@code openOrders}. */
    @Tag("openOrders")
    record OpenOrders(String user, @Nullable String dex) implements Subscription {}

    /** Messages on channel {@code spotState}. */
    @Tag("spotState")
    record SpotState(String user, @Nullable Boolean isPortfolioMargin) implements Subscription {}

    /** Messages on channel {@code webData2}. */
    @Tag("webData2")
    record WebData2(String user) implements Subscription {}

    /** Messages on channel {@code webData3}. */
    @Tag("webData3")
    record WebData3(String user) implements Subscription {}

    /** Messages on channel {@code notification}. */
    @Tag("notification")
    record Notification(String user) implements Subscription {}

    /** Messages on channel {@code allDexsAssetCtxs}. */
    @Tag("allDexsAssetCtxs")
    record AllDexsAssetCtxs() implements Subscription {}

    /** Messages on channel {@code allDexsClearinghouseState}. */
    @Tag("allDexsClearinghouseState")
    record AllDexsClearinghouseState(String user) implements Subscription {}

    /** Messages on channel {@code fastAssetCtxs}. */
    @Tag("fastAssetCtxs")
    record FastAssetCtxs() implements Subscription {}

    /** A type without a record here, as it came. */
    @Fallback
    record Other(JsonNode raw) implements Subscription {}
}
