package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A body for POST /info. Each request knows the shape of its answer, so a client reads with {@code request.answer().read(tree)}
 * and a server writes with {@code request.answer().write(value)}. Addresses are kept as given; the venue ignores their letter
 * case. Times are unix ms. {@code dex} null or empty means the first perp dex.
 *
 * @param <R> the answer's type
 */
@TaggedBy("type")
public sealed interface InfoRequest<R> {

    /** The shape of the answer. */
    default Shape<R> answer() {
        return AnswerShapes.of(this);
    }

    /** The request as a tree, to be posted. */
    default JsonNode tree() {
        return Json.tree(InfoRequest.class, this);
    }

    /**
     * Reads a request that a client posted; an undocumented type becomes {@link Other}.
     *
     * @throws WireException when the type is documented and the fields are not as documented
     */
    static InfoRequest<?> read(JsonNode body) throws WireException {
        return Json.read(InfoRequest.class, body);
    }

    /** The perp universe; weight 20. */
    @Tag("meta")
    record Meta(@Nullable String dex) implements InfoRequest<PerpMeta> {}

    /** The perp universe with prices; weight 20. */
    @Tag("metaAndAssetCtxs")
    record MetaAndCtxs(@Nullable String dex) implements InfoRequest<MetaAndAssetCtxs> {}

    /** Spot pairs and tokens. */
    @Tag("spotMeta")
    record Spot() implements InfoRequest<SpotMeta> {}

    /** Spot pairs and tokens with prices. */
    @Tag("spotMetaAndAssetCtxs")
    record SpotAndCtxs() implements InfoRequest<SpotMetaAndAssetCtxs> {}

    /** Mid prices by coin, the last trade where the book is empty; weight 2. */
    @Tag("allMids")
    record AllMids(@Nullable String dex) implements InfoRequest<Map<String, BigDecimal>> {}

    /** The book; null for an unknown coin; weight 2. */
    @Tag("l2Book")
    record Book(
            String coin,
            @Nullable Integer nSigFigs,
            @Nullable Integer mantissa) implements InfoRequest<Optional<L2Book>> {}

    /** Newest first. */
    @Tag("recentTrades")
    record RecentTrades(String coin) implements InfoRequest<List<Trade>> {}

    /** Bars; only the last 5000 exist. */
    @Tag("candleSnapshot")
    record CandleSnapshot(CandleRange req) implements InfoRequest<List<Candle>> {}

    /** Hourly funding of a market. */
    @Tag("fundingHistory")
    record FundingHistory(
            String coin, long startTime, @Nullable Long endTime) implements InfoRequest<List<FundingRate>> {}

    /** Predicted rates on several venues. */
    @Tag("predictedFundings")
    record PredictedFundings() implements InfoRequest<List<PredictedFunding>> {}

    /** Builder dexs; index 0 is empty and means the first dex. */
    @Tag("perpDexs")
    record PerpDexs() implements InfoRequest<List<Optional<PerpDex>>> {}

    /** Coins whose open interest is capped. */
    @Tag("perpsAtOpenInterestCap")
    record PerpsAtOpenInterestCap(@Nullable String dex) implements InfoRequest<List<String>> {}

    /** The heartbeat; weight 2. */
    @Tag("exchangeStatus")
    record Status() implements InfoRequest<ExchangeStatus> {}

    /** One margin table. */
    @Tag("marginTable")
    record Table(int id) implements InfoRequest<MarginTable> {}

    /** Largest market order by maximum leverage. */
    @Tag("maxMarketOrderNtls")
    record MaxMarketOrderNtls() implements InfoRequest<List<MaxMarketOrderNtl>> {}

    /** Positions and margin; weight 2. */
    @Tag("clearinghouseState")
    record Clearinghouse(String user, @Nullable String dex) implements InfoRequest<ClearinghouseState> {}

    /** Spot balances; weight 2. */
    @Tag("spotClearinghouseState")
    record SpotClearinghouse(String user) implements InfoRequest<SpotClearinghouseState> {}

    /** Resting orders in short form. */
    @Tag("openOrders")
    record OpenOrders(String user, @Nullable String dex) implements InfoRequest<List<OpenOrder>> {}

    /** Resting orders in full form. */
    @Tag("frontendOpenOrders")
    record FrontendOpenOrders(String user, @Nullable String dex) implements InfoRequest<List<FrontendOrder>> {}

    /** One order by either id; weight 2. */
    @Tag("orderStatus")
    record StatusOfOrder(String user, OrderRef oid) implements InfoRequest<OrderStatusAnswer> {}

    /** Up to 2000 past and present orders. */
    @Tag("historicalOrders")
    record HistoricalOrders(String user) implements InfoRequest<List<HistoricalOrder>> {}

    /** The last 2000 fills, newest first. */
    @Tag("userFills")
    record UserFills(String user, @Nullable Boolean aggregateByTime) implements InfoRequest<List<Fill>> {}

    /** Fills of a range, at most 2000 a page; bounds are inclusive. */
    @Tag("userFillsByTime")
    record UserFillsByTime(
            String user,
            long startTime,
            @Nullable Long endTime,
            @Nullable Boolean aggregateByTime,
            @Nullable Boolean reversed)
            implements InfoRequest<List<Fill>> {}

    /** Funding payments, at most 500 a page. */
    @Tag("userFunding")
    record UserFunding(
            String user, long startTime, @Nullable Long endTime) implements InfoRequest<List<FundingPayment>> {}

    /** Deposits, withdrawals and transfers. */
    @Tag("userNonFundingLedgerUpdates")
    record UserNonFundingLedgerUpdates(
            String user, long startTime, @Nullable Long endTime) implements InfoRequest<List<LedgerUpdate>> {}

    /** The address budget. */
    @Tag("userRateLimit")
    record UserRateLimit(String user) implements InfoRequest<RateLimit> {}

    /** Fee rates in force. */
    @Tag("userFees")
    record Fees(String user) implements InfoRequest<UserFees> {}

    /** Leverage and free size in one market. */
    @Tag("activeAssetData")
    record AssetData(String user, String coin) implements InfoRequest<ActiveAssetData> {}

    /** Account history by period. */
    @Tag("portfolio")
    record Portfolio(String user) implements InfoRequest<List<PortfolioPeriod>> {}

    /** Sub-accounts; null when there are none. */
    @Tag("subAccounts")
    record SubAccounts(String user) implements InfoRequest<Optional<List<SubAccount>>> {}

    /** What an address is; weight 60. */
    @Tag("userRole")
    record Role(String user) implements InfoRequest<UserRole> {}

    /** Named agents. */
    @Tag("extraAgents")
    record ExtraAgents(String user) implements InfoRequest<List<ExtraAgent>> {}

    /** Account mode: unifiedAccount, portfolioMargin, disabled, default or dexAbstraction. */
    @Tag("userAbstraction")
    record UserAbstraction(String user) implements InfoRequest<String> {}

    /** Shares of vaults. */
    @Tag("userVaultEquities")
    record UserVaultEquities(String user) implements InfoRequest<List<VaultEquity>> {}

    /** Fills of TWAP orders. */
    @Tag("userTwapSliceFills")
    record UserTwapSliceFills(String user) implements InfoRequest<List<TwapSliceFill>> {}

    /** Referral state, as it comes. */
    @Tag("referral")
    record Referral(String user) implements InfoRequest<JsonNode> {}

    /** Approved builder fee in tenths of a basis point. */
    @Tag("maxBuilderFee")
    record MaxBuilderFee(String user, String builder) implements InfoRequest<Integer> {}

    /** Staking delegations, as they come. */
    @Tag("delegations")
    record Delegations(String user) implements InfoRequest<JsonNode> {}

    /** Staking summary, as it comes. */
    @Tag("delegatorSummary")
    record DelegatorSummary(String user) implements InfoRequest<JsonNode> {}

    /** Staking history, as it comes. */
    @Tag("delegatorHistory")
    record DelegatorHistory(String user) implements InfoRequest<JsonNode> {}

    /** Staking rewards, as they come. */
    @Tag("delegatorRewards")
    record DelegatorRewards(String user) implements InfoRequest<JsonNode> {}

    /** A vault, as it comes. */
    @Tag("vaultDetails")
    record VaultDetails(String vaultAddress, @Nullable String user) implements InfoRequest<JsonNode> {}

    /** Past TWAP orders, as they come; time is in seconds. */
    @Tag("twapHistory")
    record TwapHistory(String user) implements InfoRequest<JsonNode> {}

    /** Limits of a builder dex, as they come. */
    @Tag("perpDexLimits")
    record PerpDexLimits(String dex) implements InfoRequest<JsonNode> {}

    /** Status of a builder dex, as it comes. */
    @Tag("perpDexStatus")
    record PerpDexStatus(String dex) implements InfoRequest<JsonNode> {}

    /** A type without a record here, as it came; the answer is a raw tree. */
    @Fallback
    record Other(JsonNode raw) implements InfoRequest<JsonNode> {}
}
