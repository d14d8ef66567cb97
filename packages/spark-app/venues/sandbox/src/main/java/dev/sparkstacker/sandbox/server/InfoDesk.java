package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.SpotMetaAndAssetCtxs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers to POST /info. Used on the exchange's thread only. */
final class InfoDesk {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MarketViews markets;
    private final AccountViews accounts;
    private final HistoryViews histories;
    private final MarketAnswers market;
    private final UserAnswers user;
    private final TwapViews twaps;

    InfoDesk(Exchange exchange, MarketViews markets, AccountViews accounts, HistoryViews histories) {
        this.markets = markets;
        this.accounts = accounts;
        this.histories = histories;
        this.market = new MarketAnswers(exchange, markets);
        this.user = new UserAnswers(exchange, accounts);
        this.twaps = new TwapViews(accounts);
    }

    /** Answers; empty for a request that is not as documented (HTTP 422). */
    Optional<JsonNode> answer(InfoRequest<?> request) {
        return Optional.ofNullable(tree(request));
    }

    private @Nullable JsonNode tree(InfoRequest<?> request) {
        return switch (request) {
            case InfoRequest.Meta r ->
                foreign(r.dex())
                        ? JSON.nullNode()
                        : r.answer().write(markets.meta().meta());
            case InfoRequest.MetaAndCtxs r ->
                foreign(r.dex()) ? JSON.nullNode() : r.answer().write(market.metaAndContexts());
            case InfoRequest.Spot r -> r.answer().write(MarketAnswers.spotMeta());
            case InfoRequest.SpotAndCtxs r ->
                r.answer().write(new SpotMetaAndAssetCtxs(MarketAnswers.spotMeta(), List.of()));
            case InfoRequest.AllMids r ->
                foreign(r.dex()) ? JSON.objectNode() : r.answer().write(markets.mids());
            case InfoRequest.Book r -> market.book(r);
            case InfoRequest.RecentTrades r ->
                ofMarket(r.coin(), listed -> r.answer().write(markets.newestTrades(listed)));
            case InfoRequest.CandleSnapshot r ->
                markets.candles()
                        .range(markets.market(r.req().coin()), r.req())
                        .map(bars -> r.answer().write(bars))
                        .orElse(null);
            case InfoRequest.FundingHistory r ->
                ofMarket(
                        r.coin(), listed -> r.answer().write(markets.funding(listed, r.startTime(), end(r.endTime()))));
            case InfoRequest.PredictedFundings r -> r.answer().write(market.predictedFundings());
            case InfoRequest.PerpDexs r -> r.answer().write(List.of(Optional.empty()));
            case InfoRequest.PerpsAtOpenInterestCap r -> r.answer().write(List.of());
            case InfoRequest.Status r -> r.answer().write(market.status());
            case InfoRequest.Table r -> r.answer().write(markets.meta().table(r.id()));
            case InfoRequest.MaxMarketOrderNtls r -> r.answer().write(MarketAnswers.largestMarketOrders());
            case InfoRequest.Clearinghouse r -> r.answer().write(accounts.clearinghouse(user.account(r.user())));
            case InfoRequest.SpotClearinghouse r -> r.answer().write(accounts.spot(user.account(r.user())));
            case InfoRequest.OpenOrders r -> r.answer().write(rows(r.user(), r.dex(), accounts.orders()::openOrders));
            case InfoRequest.FrontendOpenOrders r ->
                r.answer().write(rows(r.user(), r.dex(), accounts.orders()::frontendOrders));
            case InfoRequest.StatusOfOrder r -> r.answer().write(user.orderStatus(r));
            case InfoRequest.HistoricalOrders r -> r.answer().write(rows(r.user(), null, user::orders));
            case InfoRequest.UserFills r ->
                r.answer().write(rows(r.user(), null, account -> histories.fills(account, HistoryViews.FILLS_A_PAGE)));
            case InfoRequest.UserFillsByTime r ->
                r.answer().write(rows(r.user(), null, account -> {
                    var page = histories.fills(account, r.startTime(), end(r.endTime()));
                    return Boolean.TRUE.equals(r.reversed()) ? page.reversed() : page;
                }));
            case InfoRequest.UserFunding r ->
                r.answer().write(rows(r.user(), null, a -> histories.fundings(a, r.startTime(), end(r.endTime()))));
            case InfoRequest.UserNonFundingLedgerUpdates r ->
                r.answer().write(rows(r.user(), null, a -> histories.ledger(a, r.startTime(), end(r.endTime()))));
            case InfoRequest.UserRateLimit r -> r.answer().write(histories.rateLimit(user.account(r.user())));
            case InfoRequest.Fees r -> r.answer().write(histories.fees(user.account(r.user())));
            case InfoRequest.AssetData r ->
                ofMarket(
                        r.coin(),
                        listed -> r.answer()
                                .write(accounts.activeAssetData(
                                        r.user().toLowerCase(Locale.ROOT), user.account(r.user()), listed)));
            case InfoRequest.Portfolio r -> r.answer().write(rows(r.user(), null, histories::portfolio));
            case InfoRequest.SubAccounts r -> r.answer().write(user.subAccounts(r.user()));
            case InfoRequest.Role r -> r.answer().write(user.role(r.user()));
            case InfoRequest.ExtraAgents r -> r.answer().write(rows(r.user(), null, user::extraAgents));
            case InfoRequest.UserAbstraction r -> r.answer().write(user.mode(r.user()));
            case InfoRequest.UserVaultEquities r -> r.answer().write(rows(r.user(), null, user::vaultEquities));
            case InfoRequest.UserTwapSliceFills r -> r.answer().write(rows(r.user(), null, twaps::sliceFills));
            case InfoRequest.TwapHistory r -> twaps.historyTree(user.account(r.user()));
            case InfoRequest.MaxBuilderFee r -> r.answer().write(0);
            case InfoRequest.Delegations _, InfoRequest.DelegatorHistory _, InfoRequest.DelegatorRewards _ ->
                JSON.arrayNode();
            case InfoRequest.DelegatorSummary _ -> UserAnswers.delegatorSummary();
            case InfoRequest.Referral _,
                    InfoRequest.VaultDetails _,
                    InfoRequest.PerpDexLimits _,
                    InfoRequest.PerpDexStatus _ -> JSON.nullNode();
            case InfoRequest.Other(JsonNode raw) -> other(raw);
        };
    }

    private static boolean foreign(@Nullable String dex) {
        return dex != null && !dex.isEmpty();
    }

    private static long end(@Nullable Long time) {
        return time == null ? Long.MAX_VALUE : time;
    }

    private <T> List<T> rows(String address, @Nullable String dex, Function<Account, List<T>> rows) {
        Account account = user.account(address);
        return account == null || foreign(dex) ? List.of() : rows.apply(account);
    }

    private JsonNode ofMarket(String coin, Function<Market, JsonNode> answer) {
        Market listed = markets.market(coin);
        return listed == null ? JSON.nullNode() : answer.apply(listed);
    }

    /** Documented requests without a record of their own; null for anything else. */
    private @Nullable JsonNode other(JsonNode raw) {
        return switch (raw.path("type").asString("")) {
            case "allPerpMetas" ->
                JSON.arrayNode()
                        .add(new InfoRequest.Meta(null)
                                .answer()
                                .write(markets.meta().meta()));
            case "userDexAbstraction" -> JSON.booleanNode(false);
            case "userToMultiSigSigners" -> JSON.nullNode();
            case "userTwapSliceFillsByTime", "approvedBuilders" -> JSON.arrayNode();
            default -> null;
        };
    }
}
