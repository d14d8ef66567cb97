package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.CandleRange;
import dev.sparkstacker.wire.info.ExchangeStatus;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.MaxMarketOrderNtl;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import dev.sparkstacker.wire.info.OrderStatusAnswer;
import dev.sparkstacker.wire.info.PredictedFunding;
import dev.sparkstacker.wire.info.PredictedRate;
import dev.sparkstacker.wire.info.SpotMeta;
import dev.sparkstacker.wire.info.SpotMetaAndAssetCtxs;
import dev.sparkstacker.wire.info.SpotToken;
import dev.sparkstacker.wire.info.SubAccount;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.info.UserRole;
import dev.sparkstacker.wire.info.VenueFunding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers to POST /info. Used on the exchange's thread only. */
final class InfoDesk {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long HOUR_MS = 3_600_000L;
    private static final int TRADES = 30;
    private static final int BOOK_LEVELS = 20;
    private static final int ORDERS = 2_000;

    private final Exchange exchange;
    private final MarketViews markets;
    private final AccountViews accounts;
    private final HistoryViews histories;

    InfoDesk(Exchange exchange, MarketViews markets, AccountViews accounts, HistoryViews histories) {
        this.exchange = exchange;
        this.markets = markets;
        this.accounts = accounts;
        this.histories = histories;
    }

    /** Answers; empty for a request that is not as documented (HTTP 422). */
    Optional<JsonNode> answer(InfoRequest<?> request) {
        return Optional.ofNullable(tree(request));
    }

    private @Nullable JsonNode tree(InfoRequest<?> request) {
        return switch (request) {
            case InfoRequest.Meta r ->
                foreign(r.dex()) ? JSON.nullNode() : r.answer().write(markets.meta());
            case InfoRequest.MetaAndCtxs r ->
                foreign(r.dex()) ? JSON.nullNode() : r.answer().write(metaAndContexts());
            case InfoRequest.Spot r -> r.answer().write(spotMeta());
            case InfoRequest.SpotAndCtxs r -> r.answer().write(new SpotMetaAndAssetCtxs(spotMeta(), List.of()));
            case InfoRequest.AllMids r ->
                foreign(r.dex()) ? JSON.objectNode() : r.answer().write(markets.mids());
            case InfoRequest.Book r -> book(r);
            case InfoRequest.RecentTrades r ->
                ofMarket(r.coin(), market -> r.answer().write(trades(market)));
            case InfoRequest.CandleSnapshot r -> candles(r);
            case InfoRequest.FundingHistory r ->
                ofMarket(
                        r.coin(), market -> r.answer().write(markets.funding(market, r.startTime(), end(r.endTime()))));
            case InfoRequest.PredictedFundings r -> r.answer().write(predictedFundings());
            case InfoRequest.PerpDexs r -> r.answer().write(List.of(Optional.empty()));
            case InfoRequest.PerpsAtOpenInterestCap r -> r.answer().write(List.of());
            case InfoRequest.Status r -> r.answer().write(new ExchangeStatus(null, exchange.nowMs()));
            case InfoRequest.Table r -> r.answer().write(markets.table(r.id()));
            case InfoRequest.MaxMarketOrderNtls r -> r.answer().write(largestMarketOrders());
            case InfoRequest.Clearinghouse r -> r.answer().write(accounts.clearinghouse(account(r.user())));
            case InfoRequest.SpotClearinghouse r -> r.answer().write(accounts.spot());
            case InfoRequest.OpenOrders r -> r.answer().write(rows(r.user(), r.dex(), accounts::openOrders));
            case InfoRequest.FrontendOpenOrders r ->
                r.answer().write(rows(r.user(), r.dex(), accounts::frontendOrders));
            case InfoRequest.StatusOfOrder r -> r.answer().write(orderStatus(r));
            case InfoRequest.HistoricalOrders r -> r.answer().write(rows(r.user(), null, this::orders));
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
            case InfoRequest.UserRateLimit r -> r.answer().write(histories.rateLimit(account(r.user())));
            case InfoRequest.Fees r -> r.answer().write(histories.fees(account(r.user())));
            case InfoRequest.AssetData r ->
                ofMarket(
                        r.coin(),
                        market -> r.answer()
                                .write(accounts.activeAssetData(
                                        r.user().toLowerCase(Locale.ROOT), account(r.user()), market)));
            case InfoRequest.Portfolio r -> r.answer().write(rows(r.user(), null, histories::portfolio));
            case InfoRequest.SubAccounts r -> r.answer().write(subAccounts(r.user()));
            case InfoRequest.Role r -> r.answer().write(role(r.user()));
            case InfoRequest.ExtraAgents r -> r.answer().write(extraAgents(r.user()));
            case InfoRequest.UserAbstraction r -> r.answer().write("default");
            case InfoRequest.UserVaultEquities r -> r.answer().write(List.of());
            case InfoRequest.UserTwapSliceFills r -> r.answer().write(List.of());
            case InfoRequest.MaxBuilderFee r -> r.answer().write(0);
            case InfoRequest.Delegations _,
                    InfoRequest.DelegatorHistory _,
                    InfoRequest.DelegatorRewards _,
                    InfoRequest.TwapHistory _ -> JSON.arrayNode();
            case InfoRequest.DelegatorSummary _ -> delegatorSummary();
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

    /** An account by its address in any letter case, or null. */
    @Nullable
    Account account(String user) {
        return dev.sparkstacker.wire.sign.Address.isAddress(user) ? exchange.account(Address.of(user)) : null;
    }

    private <T> List<T> rows(String user, @Nullable String dex, Function<Account, List<T>> rows) {
        Account account = account(user);
        return account == null || foreign(dex) ? List.of() : rows.apply(account);
    }

    private JsonNode ofMarket(String coin, Function<Market, JsonNode> answer) {
        Market market = markets.market(coin);
        return market == null ? JSON.nullNode() : answer.apply(market);
    }

    private MetaAndAssetCtxs metaAndContexts() {
        return new MetaAndAssetCtxs(
                markets.meta(),
                exchange.markets().stream().map(markets::context).toList());
    }

    private static SpotMeta spotMeta() {
        SpotToken usdc = new SpotToken("USDC", 8, 8, 0, "0x6d1e7cde53ba9467b783cb7c530ce054", true, null, null, null);
        return new SpotMeta(List.of(), List.of(usdc));
    }

    private @Nullable JsonNode book(InfoRequest.Book request) {
        Integer figures = request.nSigFigs();
        if (figures != null && (figures < 2 || figures > 5)) {
            return null;
        }
        Market market = markets.market(request.coin());
        Optional<L2Book> book =
                market == null ? Optional.empty() : Optional.of(markets.book(market, figures, BOOK_LEVELS));
        return request.answer().write(book);
    }

    /** The newest prints, newest first. */
    List<Trade> trades(Market market) {
        return market.recentPrints(TRADES).stream().map(markets::trade).toList().reversed();
    }

    private @Nullable JsonNode candles(InfoRequest.CandleSnapshot request) {
        CandleRange range = request.req();
        Optional<Interval> interval = Interval.byCode(range.interval());
        Optional<LongInterval> longer = LongInterval.byCode(range.interval());
        if (interval.isEmpty() && longer.isEmpty()) {
            return null;
        }
        Market market = markets.market(range.coin());
        List<Candle> candles = List.of();
        if (market != null && interval.isPresent()) {
            candles = markets.candles(market, interval.get(), range.startTime(), end(range.endTime()));
        } else if (market != null && longer.isPresent()) {
            candles = markets.candles(market, longer.get(), range.startTime(), end(range.endTime()));
        }
        return request.answer().write(candles);
    }

    private List<PredictedFunding> predictedFundings() {
        long next = exchange.nowMs() - Math.floorMod(exchange.nowMs(), HOUR_MS) + HOUR_MS;
        return exchange.markets().stream()
                .map(market -> new PredictedFunding(
                        market.id().coin(),
                        List.of(new VenueFunding(
                                "HlPerp", new PredictedRate(Decimals.of(market.predictedFunding()), next, 1)))))
                .toList();
    }

    private static List<MaxMarketOrderNtl> largestMarketOrders() {
        return List.of(
                new MaxMarketOrderNtl(25, new BigDecimal("30000000")),
                new MaxMarketOrderNtl(20, new BigDecimal("5000000")),
                new MaxMarketOrderNtl(10, new BigDecimal("2000000")),
                new MaxMarketOrderNtl(3, new BigDecimal("500000")));
    }

    private OrderStatusAnswer orderStatus(InfoRequest.StatusOfOrder request) {
        Account account = account(request.user());
        Order order = account == null ? null : order(account, request.oid());
        return account == null || order == null
                ? new OrderStatusAnswer.UnknownOid()
                : new OrderStatusAnswer.Found(accounts.historicalOrder(account, order));
    }

    private static @Nullable Order order(Account account, OrderRef ref) {
        return switch (ref) {
            case OrderRef.Oid(long oid) -> account.order(oid);
            case OrderRef.Cloid(String text) -> {
                ClientOrderId cloid = ActionTranslator.cloidOrNull(text);
                yield cloid == null ? null : account.order(cloid);
            }
        };
    }

    List<HistoricalOrder> orders(Account account) {
        return account.orderHistory().stream()
                .limit(ORDERS)
                .map(order -> accounts.historicalOrder(account, order))
                .toList();
    }

    private Optional<List<SubAccount>> subAccounts(String user) {
        Account master = account(user);
        if (master == null) {
            return Optional.empty();
        }
        List<SubAccount> found = exchange.accounts().stream()
                .filter(account -> master.address().equals(account.master()))
                .map(account -> new SubAccount(
                        account.name(),
                        account.address().hex(),
                        master.address().hex(),
                        accounts.clearinghouse(account),
                        accounts.spot()))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private UserRole role(String user) {
        Account account = account(user);
        AgentRegistry.Agent agent = dev.sparkstacker.wire.sign.Address.isAddress(user)
                ? exchange.agents().agent(Address.of(user))
                : null;
        ObjectNode data = JSON.objectNode();
        if (account != null) {
            Address master = account.master();
            return master == null
                    ? new UserRole("user", null)
                    : new UserRole("subAccount", data.put("master", master.hex()));
        }
        return agent == null || agent.replaced()
                ? new UserRole("missing", null)
                : new UserRole("agent", data.put("user", agent.master()));
    }

    private List<ExtraAgent> extraAgents(String user) {
        return rows(
                user,
                null,
                account -> exchange.agents().named(account.address()).stream()
                        .map(agent -> new ExtraAgent(agent.name(), agent.address(), agent.validUntilMs()))
                        .toList());
    }

    private static JsonNode delegatorSummary() {
        return JSON.objectNode()
                .put("delegated", "0.0")
                .put("undelegated", "0.0")
                .put("totalPendingWithdrawal", "0.0")
                .put("nPendingWithdrawals", 0);
    }

    /** Documented requests without a record of their own; null for anything else. */
    private @Nullable JsonNode other(JsonNode raw) {
        return switch (raw.path("type").asString("")) {
            case "allPerpMetas" ->
                JSON.arrayNode().add(new InfoRequest.Meta(null).answer().write(markets.meta()));
            case "userDexAbstraction" -> JSON.booleanNode(false);
            case "userToMultiSigSigners" -> JSON.nullNode();
            case "userTwapSliceFillsByTime", "approvedBuilders" -> JSON.arrayNode();
            default -> null;
        };
    }
}
