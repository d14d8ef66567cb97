package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.info.ActiveAssetData;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.ExchangeStatus;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.FundingPayment;
import dev.sparkstacker.wire.info.FundingRate;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.info.MaxMarketOrderNtl;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import dev.sparkstacker.wire.info.OpenOrder;
import dev.sparkstacker.wire.info.OrderStatusAnswer;
import dev.sparkstacker.wire.info.PerpMeta;
import dev.sparkstacker.wire.info.PortfolioPeriod;
import dev.sparkstacker.wire.info.PredictedFunding;
import dev.sparkstacker.wire.info.RateLimit;
import dev.sparkstacker.wire.info.SpotClearinghouseState;
import dev.sparkstacker.wire.info.SpotMeta;
import dev.sparkstacker.wire.info.SpotMetaAndAssetCtxs;
import dev.sparkstacker.wire.info.SubAccount;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.info.TwapSliceFill;
import dev.sparkstacker.wire.info.UserFees;
import dev.sparkstacker.wire.info.UserRole;
import dev.sparkstacker.wire.info.VaultEquity;
import dev.sparkstacker.wire.json.Residue;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.OrderUpdate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds the type of an info answer that was recorded without its request. */
final class AnswerGuess {
    private static final Map<String, Shape<?>> CANDIDATES = candidates();

    private AnswerGuess() {}

    private static Map<String, Shape<?>> candidates() {
        Map<String, Shape<?>> map = new LinkedHashMap<>();
        map.put("orderStatus", Shape.of(OrderStatusAnswer.class));
        map.put("orderUpdate", Shape.of(OrderUpdate.class));
        map.put("l2Book", Shape.of(L2Book.class));
        map.put("metaAndAssetCtxs", Shape.of(MetaAndAssetCtxs.class));
        map.put("spotMetaAndAssetCtxs", Shape.of(SpotMetaAndAssetCtxs.class));
        map.put("meta", Shape.of(PerpMeta.class));
        map.put("spotMeta", Shape.of(SpotMeta.class));
        map.put("clearinghouseState", Shape.of(ClearinghouseState.class));
        map.put("spotClearinghouseState", Shape.of(SpotClearinghouseState.class));
        map.put("activeAssetData", Shape.of(ActiveAssetData.class));
        map.put("userRateLimit", Shape.of(RateLimit.class));
        map.put("userFees", Shape.of(UserFees.class));
        map.put("userRole", Shape.of(UserRole.class));
        map.put("exchangeStatus", Shape.of(ExchangeStatus.class));
        map.put("candleSnapshot", Shape.listOf(Candle.class));
        map.put("recentTrades", Shape.listOf(Trade.class));
        map.put("userFills", Shape.listOf(Fill.class));
        map.put("frontendOpenOrders", Shape.listOf(FrontendOrder.class));
        map.put("openOrders", Shape.listOf(OpenOrder.class));
        map.put("historicalOrders", Shape.listOf(HistoricalOrder.class));
        map.put("fundingHistory", Shape.listOf(FundingRate.class));
        map.put("userFunding", Shape.listOf(FundingPayment.class));
        map.put("userNonFundingLedgerUpdates", Shape.listOf(LedgerUpdate.class));
        map.put("subAccounts", Shape.listOf(SubAccount.class));
        map.put("extraAgents", Shape.listOf(ExtraAgent.class));
        map.put("userVaultEquities", Shape.listOf(VaultEquity.class));
        map.put("userTwapSliceFills", Shape.listOf(TwapSliceFill.class));
        map.put("predictedFundings", Shape.listOf(PredictedFunding.class));
        map.put("portfolio", Shape.listOf(PortfolioPeriod.class));
        map.put("maxMarketOrderNtls", Shape.listOf(MaxMarketOrderNtl.class));
        map.put("allMids", Shape.mapOf(BigDecimal.class));
        map.put("list of coins", Shape.listOf(String.class));
        map.put("number", Shape.of(Integer.class));
        return map;
    }

    /** Checks the answer as the first type that holds all of it, otherwise as plain JSON. */
    static Case check(String name, JsonNode tree) {
        for (Map.Entry<String, Shape<?>> candidate : CANDIDATES.entrySet()) {
            if (holds(candidate.getValue(), tree)) {
                return RoundTrip.answer(name, candidate.getKey(), candidate.getValue(), tree, false)
                        .result();
            }
        }
        return RoundTrip.raw(name, "answer without its request", tree);
    }

    private static boolean holds(Shape<?> shape, JsonNode tree) {
        Residue residue = new Residue(false);
        try {
            shape.read(tree, residue);
            return residue.unknownKeys().isEmpty();
        } catch (WireException e) {
            return false; // not this type
        }
    }
}
