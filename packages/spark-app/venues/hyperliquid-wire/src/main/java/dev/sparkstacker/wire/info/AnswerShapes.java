package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Shape;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Which shape the answer to each request has. */
final class AnswerShapes {
    private AnswerShapes() {}

    @SuppressWarnings("unchecked") // each request's type parameter is the type of the shape beside its name below
    static <R> Shape<R> of(InfoRequest<R> request) {
        return (Shape<R>) shape(request);
    }

    private static Shape<?> shape(InfoRequest<?> request) {
        return switch (request) {
            case InfoRequest.Meta _ -> Shape.of(PerpMeta.class);
            case InfoRequest.MetaAndCtxs _ -> Shape.of(MetaAndAssetCtxs.class);
            case InfoRequest.Spot _ -> Shape.of(SpotMeta.class);
            case InfoRequest.SpotAndCtxs _ -> Shape.of(SpotMetaAndAssetCtxs.class);
            case InfoRequest.AllMids _ -> Shape.mapOf(BigDecimal.class);
            case InfoRequest.Book _ -> Shape.optional(Shape.of(L2Book.class));
            case InfoRequest.RecentTrades _ -> Shape.listOf(Trade.class);
            case InfoRequest.CandleSnapshot _ -> Shape.listOf(Candle.class);
            case InfoRequest.FundingHistory _ -> Shape.listOf(FundingRate.class);
            case InfoRequest.PredictedFundings _ -> Shape.listOf(PredictedFunding.class);
            case InfoRequest.PerpDexs _ -> Shape.list(Shape.optional(Shape.of(PerpDex.class)));
            case InfoRequest.PerpsAtOpenInterestCap _ -> Shape.listOf(String.class);
            case InfoRequest.Status _ -> Shape.of(ExchangeStatus.class);
            case InfoRequest.Table _ -> Shape.of(MarginTable.class);
            case InfoRequest.MaxMarketOrderNtls _ -> Shape.listOf(MaxMarketOrderNtl.class);
            case InfoRequest.Clearinghouse _ -> Shape.of(ClearinghouseState.class);
            case InfoRequest.SpotClearinghouse _ -> Shape.of(SpotClearinghouseState.class);
            case InfoRequest.OpenOrders _ -> Shape.listOf(OpenOrder.class);
            case InfoRequest.FrontendOpenOrders _ -> Shape.listOf(FrontendOrder.class);
            case InfoRequest.StatusOfOrder _ -> Shape.of(OrderStatusAnswer.class);
            case InfoRequest.HistoricalOrders _ -> Shape.listOf(HistoricalOrder.class);
            case InfoRequest.UserFills _, InfoRequest.UserFillsByTime _ -> Shape.listOf(Fill.class);
            case InfoRequest.UserFunding _ -> Shape.listOf(FundingPayment.class);
            case InfoRequest.UserNonFundingLedgerUpdates _ -> Shape.listOf(LedgerUpdate.class);
            case InfoRequest.UserRateLimit _ -> Shape.of(RateLimit.class);
            case InfoRequest.Fees _ -> Shape.of(UserFees.class);
            case InfoRequest.AssetData _ -> Shape.of(ActiveAssetData.class);
            case InfoRequest.Portfolio _ -> Shape.listOf(PortfolioPeriod.class);
            case InfoRequest.SubAccounts _ -> Shape.optional(Shape.listOf(SubAccount.class));
            case InfoRequest.Role _ -> Shape.of(UserRole.class);
            case InfoRequest.ExtraAgents _ -> Shape.listOf(ExtraAgent.class);
            case InfoRequest.UserAbstraction _ -> Shape.of(String.class);
            case InfoRequest.UserVaultEquities _ -> Shape.listOf(VaultEquity.class);
            case InfoRequest.UserTwapSliceFills _ -> Shape.listOf(TwapSliceFill.class);
            case InfoRequest.Referral _,
                    InfoRequest.Delegations _,
                    InfoRequest.DelegatorSummary _,
                    InfoRequest.DelegatorHistory _,
                    InfoRequest.DelegatorRewards _,
                    InfoRequest.VaultDetails _,
                    InfoRequest.TwapHistory _,
                    InfoRequest.PerpDexLimits _,
                    InfoRequest.PerpDexStatus _,
                    InfoRequest.Other _ -> Shape.of(JsonNode.class);
            case InfoRequest.MaxBuilderFee _ -> Shape.of(Integer.class);
        };
    }
}
