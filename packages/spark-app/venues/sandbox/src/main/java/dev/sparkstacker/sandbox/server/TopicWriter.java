package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.AccountKind;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.wire.info.AssetCtx;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.ws.AssetCtxUpdate;
import dev.sparkstacker.wire.ws.ClearinghouseData;
import dev.sparkstacker.wire.ws.LedgerData;
import dev.sparkstacker.wire.ws.Mids;
import dev.sparkstacker.wire.ws.OpenOrdersData;
import dev.sparkstacker.wire.ws.OrderHistoryData;
import dev.sparkstacker.wire.ws.SpotStateData;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.TwapSliceFillsData;
import dev.sparkstacker.wire.ws.UserFillsData;
import dev.sparkstacker.wire.ws.UserFundingsData;
import dev.sparkstacker.wire.ws.WsMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the message that tells a subscription's whole present state. Used on the exchange's thread only. */
final class TopicWriter {
    private static final int ADDRESS_LENGTH = 42;
    private static final int TRADES_IN_SNAPSHOT = 30;
    private static final int ROWS_IN_SNAPSHOT = 2_000;
    private static final int FAST_LEVELS = 5;
    private static final int LEVELS = 20;

    private final Exchange exchange;
    private final MarketViews markets;
    private final AccountViews accounts;
    private final HistoryViews history;
    private final TwapViews twaps;

    TopicWriter(Exchange exchange, MarketViews markets, AccountViews accounts, HistoryViews history) {
        this.exchange = exchange;
        this.markets = markets;
        this.accounts = accounts;
        this.history = history;
        this.twaps = new TwapViews(accounts);
    }

    /** Whether the sandbox can serve a subscription: it exists, and so does its market and interval. */
    boolean canServe(Subscription subscription) {
        return switch (subscription) {
            case Subscription.L2Book book -> market(book.coin()) != null && isGrouping(book);
            case Subscription.Bbo bbo -> market(bbo.coin()) != null;
            case Subscription.Trades trades -> market(trades.coin()) != null;
            case Subscription.Candle candle ->
                market(candle.coin()) != null
                        && Interval.byCode(candle.interval()).isPresent();
            case Subscription.ActiveAssetCtx ctx -> market(ctx.coin()) != null;
            case Subscription.ActiveAssetData data -> market(data.coin()) != null && isAddress(data.user());
            case Subscription.Other _, Subscription.WebData2 _, Subscription.FastAssetCtxs _ -> false;
            case Subscription.AllMids _, Subscription.AllDexsAssetCtxs _ -> true;
            default -> user(subscription).isPresent();
        };
    }

    private static boolean isGrouping(Subscription.L2Book book) {
        Integer figures = book.nSigFigs();
        Integer mantissa = book.mantissa();
        boolean figuresFit = figures == null || (figures >= 2 && figures <= 5);
        return figuresFit && (mantissa == null || (figures != null && figures == 5));
    }

    /** The user a subscription is about, if it is about one and the address is one. */
    static Optional<String> user(Subscription subscription) {
        String user = switch (subscription) {
            case Subscription.ActiveAssetData ask -> ask.user();
            case Subscription.OrderUpdates ask -> ask.user();
            case Subscription.UserEvents ask -> ask.user();
            case Subscription.UserFills ask -> ask.user();
            case Subscription.UserFundings ask -> ask.user();
            case Subscription.UserNonFundingLedgerUpdates ask -> ask.user();
            case Subscription.UserHistoricalOrders ask -> ask.user();
            case Subscription.UserTwapSliceFills ask -> ask.user();
            case Subscription.UserTwapHistory ask -> ask.user();
            case Subscription.TwapStates ask -> ask.user();
            case Subscription.ClearinghouseState ask -> ask.user();
            case Subscription.OpenOrders ask -> ask.user();
            case Subscription.SpotState ask -> ask.user();
            case Subscription.WebData3 ask -> ask.user();
            case Subscription.Notification ask -> ask.user();
            case Subscription.AllDexsClearinghouseState ask -> ask.user();
            default -> "";
        };
        return isAddress(user) ? Optional.of(user.toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    /** The state as a message; null for a subscription that has none to tell. */
    @Nullable
    WsMessage state(Subscription subscription) {
        return switch (subscription) {
            case Subscription.AllMids ask -> new WsMessage.AllMids(new Mids(markets.mids(), ask.dex()));
            case Subscription.L2Book ask ->
                new WsMessage.Book(markets.book(
                        require(ask.coin()), ask.nSigFigs(), Boolean.TRUE.equals(ask.fast()) ? FAST_LEVELS : LEVELS));
            case Subscription.Bbo ask -> new WsMessage.BestBidOffer(markets.bbo(require(ask.coin())));
            case Subscription.Trades ask ->
                new WsMessage.Trades(require(ask.coin()).recentPrints(TRADES_IN_SNAPSHOT).stream()
                        .map(markets::trade)
                        .toList());
            case Subscription.Candle ask -> candle(ask);
            case Subscription.ActiveAssetCtx ask -> context(ask);
            case Subscription.AllDexsAssetCtxs _ -> allContexts();
            case Subscription.OrderUpdates _,
                    Subscription.UserEvents _,
                    Subscription.Notification _,
                    Subscription.WebData2 _,
                    Subscription.FastAssetCtxs _,
                    Subscription.Other _ -> null;
            default -> ofUser(subscription, user(subscription).orElseThrow());
        };
    }

    private @Nullable WsMessage ofUser(Subscription subscription, String user) {
        Account account = exchange.account(Address.of(user));
        return switch (subscription) {
            case Subscription.ActiveAssetData ask ->
                new WsMessage.AssetData(accounts.activeAssetData(user, account, require(ask.coin())));
            case Subscription.UserFills _ ->
                new WsMessage.UserFills(new UserFillsData(
                        user, account == null ? List.of() : history.fills(account, ROWS_IN_SNAPSHOT), true));
            case Subscription.UserFundings _ ->
                new WsMessage.UserFundings(new UserFundingsData(
                        user,
                        account == null
                                ? List.of()
                                : account.fundings().stream()
                                        .map(history::fundingItem)
                                        .toList()
                                        .reversed(),
                        true));
            case Subscription.UserNonFundingLedgerUpdates _ ->
                new WsMessage.LedgerUpdates(new LedgerData(
                        user, account == null ? List.of() : history.ledger(account, 0, Long.MAX_VALUE), true));
            case Subscription.UserHistoricalOrders _ ->
                new WsMessage.OrderHistory(new OrderHistoryData(
                        user,
                        account == null
                                ? List.of()
                                : account.orderHistory().stream()
                                        .limit(ROWS_IN_SNAPSHOT)
                                        .map(order -> accounts.orders().historicalOrder(account, order))
                                        .toList(),
                        true));
            case Subscription.UserTwapSliceFills _ ->
                new WsMessage.TwapSliceFills(
                        new TwapSliceFillsData(user, account == null ? List.of() : twaps.sliceFills(account), true));
            case Subscription.UserTwapHistory _ ->
                raw(
                        "userTwapHistory",
                        TwapViews.historyMessage(user, account == null ? List.of() : twaps.history(account), true));
            case Subscription.TwapStates ask -> raw("twapStates", twaps.states(user, dex(ask.dex()), account));
            case Subscription.ClearinghouseState ask ->
                new WsMessage.Clearinghouse(
                        new ClearinghouseData(dex(ask.dex()), user, accounts.clearinghouse(account)));
            case Subscription.OpenOrders ask ->
                new WsMessage.OpenOrders(new OpenOrdersData(
                        dex(ask.dex()),
                        user,
                        account == null ? List.of() : accounts.orders().frontendOrders(account)));
            case Subscription.SpotState _ -> new WsMessage.SpotState(new SpotStateData(user, accounts.spot(account)));
            case Subscription.WebData3 _ -> raw("webData3", webData(account));
            case Subscription.AllDexsClearinghouseState _ ->
                raw("allDexsClearinghouseState", allClearinghouse(user, account));
            default -> null;
        };
    }

    private @Nullable WsMessage candle(Subscription.Candle ask) {
        Interval interval = Interval.byCode(ask.interval()).orElseThrow();
        Candle candle = markets.candles().last(require(ask.coin()), interval);
        return candle == null ? null : new WsMessage.CandleUpdate(candle);
    }

    private WsMessage context(Subscription.ActiveAssetCtx ask) {
        return new WsMessage.ActiveAssetCtx(new AssetCtxUpdate(ask.coin(), markets.context(require(ask.coin()))));
    }

    private WsMessage allContexts() {
        ArrayNode contexts = JsonNodeFactory.instance.arrayNode();
        exchange.markets().forEach(market -> contexts.add(Json.tree(AssetCtx.class, markets.context(market))));
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putArray("ctxs").addArray().add("").add(contexts);
        return raw("allDexsAssetCtxs", data);
    }

    private ObjectNode webData(@Nullable Account account) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode user = data.putObject("userState");
        user.put("cumLedger", "0.0");
        user.put("serverTime", exchange.nowMs());
        user.put("isVault", account != null && account.kind() == AccountKind.VAULT);
        user.put(
                "user", account == null ? Address.ZERO.hex() : account.address().hex());
        ObjectNode state = data.putArray("perpDexStates").addObject();
        state.set("clearinghouseState", Json.tree(ClearinghouseState.class, accounts.clearinghouse(account)));
        state.put("totalVaultEquity", "0.0");
        return data;
    }

    private ObjectNode allClearinghouse(String user, @Nullable Account account) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("user", user);
        data.putArray("clearinghouseStates")
                .addArray()
                .add("")
                .add(Json.tree(ClearinghouseState.class, accounts.clearinghouse(account)));
        return data;
    }

    static WsMessage raw(String channel, ObjectNode data) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("channel", channel);
        frame.set("data", data);
        return new WsMessage.Other(frame);
    }

    private static String dex(@Nullable String dex) {
        return dex == null ? "" : dex;
    }

    private static boolean isAddress(String text) {
        if (text.length() != ADDRESS_LENGTH || text.charAt(0) != '0' || Character.toLowerCase(text.charAt(1)) != 'x') {
            return false;
        }
        for (int i = 2; i < ADDRESS_LENGTH; i++) {
            if (!java.util.HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Market market(String coin) {
        return markets.market(coin);
    }

    private Market require(String coin) {
        Market market = markets.market(coin);
        if (market == null) {
            throw new IllegalStateException("A subscription to a market that is not listed: " + coin);
        }
        return market;
    }
}
