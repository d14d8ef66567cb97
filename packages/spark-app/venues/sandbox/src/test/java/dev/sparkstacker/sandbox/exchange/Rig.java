package dev.sparkstacker.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with two users, two markets and a book that the test sets, and beside it an independent ledger: positions
 * are sums of fills, and money is what was paid in, plus closed profit, less fees, plus funding. Over the whole venue,
 * with everybody behind the displayed book, positions are zero and money is what came in less what went out.
 */
final class Rig implements ExchangeListener {
    static final long START = 1_800_000_000_000L;
    static final MarketId ETH = new MarketId("ETH");
    static final MarketId BTC = new MarketId("BTC");
    static final Address ALICE = Address.of("0x00000000000000000000000000000000000000A1");
    static final Address BOB = Address.of("0x00000000000000000000000000000000000000b0");

    final Exchange exchange;
    final List<String> statuses = new ArrayList<>();
    final List<Records.Execution> fills = new ArrayList<>();
    final List<Records.Liquidation> liquidations = new ArrayList<>();
    final List<Twap> twaps = new ArrayList<>();
    private final Map<Address, Map<MarketId, SignedQuantity>> positions = new LinkedHashMap<>();
    private final Map<Address, Usd> cash = new LinkedHashMap<>();
    /** Is told everything as well. */
    ExchangeListener also = new ExchangeListener() {};

    private Usd cameIn = Usd.ZERO;
    private long cloids;

    Rig() {
        this(VenueRules.venue().withLatencyMs(0));
    }

    /** A venue whose liquidator vault owns nothing. */
    static Rig withoutBackstop() {
        LiquidationRules rules = LiquidationRules.venue().withVaultCapital(Usd.ZERO);
        return new Rig(VenueRules.venue().withLatencyMs(0).withLiquidation(rules));
    }

    Rig(VenueRules rules) {
        exchange = new Exchange(
                List.of(
                        MarketSpec.of(new Instrument(BTC, 0, 5, new Leverage(40), false, Usd.of("10"))),
                        MarketSpec.of(new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10")))),
                rules,
                this,
                START);
        exchange.openAccount(ALICE, "alice", Usd.of("10000"));
        exchange.openAccount(BOB, "bob", Usd.of("10000"));
        price("2500");
    }

    /** Sets ETH's book one tick around a price, one deep level a side, and mark and oracle to the price. */
    void price(String text) {
        Price price = Price.of(text);
        long tick = market().instrument().tickAt(price).e8();
        book(FixedText.of(price.e8() - tick), "100", FixedText.of(price.e8() + tick), "100");
        mark(text);
    }

    void book(String bid, String bidSize, String ask, String askSize) {
        exchange.onBook(
                ETH,
                exchange.nowMs(),
                BookSnapshot.of(
                        List.of(new BookLevel(Price.of(bid), Quantity.of(bidSize))),
                        List.of(new BookLevel(Price.of(ask), Quantity.of(askSize)))));
    }

    /** Opens another account. */
    Address open(String suffix, String deposit) {
        Address address = Address.of("0x" + "0".repeat(40 - suffix.length()) + suffix);
        exchange.openAccount(address, suffix, Usd.of(deposit));
        return address;
    }

    /** Sets BTC's book and its mark and oracle price. */
    void btc(String text) {
        Price price = Price.of(text);
        Instrument btc = exchange.markets().getFirst().instrument();
        long tick = btc.tickAt(price).e8();
        exchange.onBook(
                BTC,
                exchange.nowMs(),
                BookSnapshot.of(
                        List.of(new BookLevel(new Price(price.e8() - tick), Quantity.of("5000"))),
                        List.of(new BookLevel(new Price(price.e8() + tick), Quantity.of("5000")))));
        exchange.onContext(BTC, exchange.nowMs(), price, price, Rate.ZERO);
    }

    void mark(String text) {
        exchange.onContext(ETH, exchange.nowMs(), Price.of(text), Price.of(text), Rate.ZERO);
    }

    void print(Side aggressor, String price, String size) {
        exchange.onTrade(ETH, exchange.nowMs(), aggressor, Price.of(price), Quantity.of(size));
    }

    Market market() {
        Market market = exchange.market(ETH);
        if (market == null) {
            throw new IllegalStateException("ETH is listed");
        }
        return market;
    }

    Account account(Address address) {
        Account account = exchange.account(address);
        if (account == null) {
            throw new IllegalStateException("No account " + address);
        }
        return account;
    }

    ActionResult act(Address address, VenueAction action) {
        List<ActionResult> results = new ArrayList<>();
        exchange.submit(address, action, exchange.nowMs(), Long.MAX_VALUE, results::add);
        exchange.advanceTo(exchange.nowMs() + exchange.rules().latencyMs());
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    OrderResult place(Address address, OrderTicket ticket) {
        return placeAll(address, VenueAction.Grouping.NONE, ticket).getFirst();
    }

    List<OrderResult> placeAll(Address address, VenueAction.Grouping grouping, OrderTicket... tickets) {
        ActionResult result = act(address, new VenueAction.Place(List.of(tickets), grouping));
        assertThat(result).isInstanceOf(ActionResult.Orders.class);
        return ((ActionResult.Orders) result).results();
    }

    static OrderTicket limit(Side side, String size, String price, Tif tif) {
        return new OrderTicket(1, side, Price.of(price), Quantity.of(size), false, tif, null, null);
    }

    static OrderTicket reduce(Side side, String size, String price, Tif tif) {
        return new OrderTicket(1, side, Price.of(price), Quantity.of(size), true, tif, null, null);
    }

    static OrderTicket trigger(Side side, String size, TriggerKind kind, String at, String price) {
        return new OrderTicket(
                1,
                side,
                Price.of(price),
                Quantity.of(size),
                true,
                Tif.GTC,
                new Trigger(kind, Price.of(at), true),
                null);
    }

    ClientOrderId cloid() {
        return new ClientOrderId(77, ++cloids);
    }

    static OrderTicket named(OrderTicket ticket, @Nullable ClientOrderId cloid) {
        return new OrderTicket(
                ticket.assetId(),
                ticket.side(),
                ticket.limit(),
                ticket.size(),
                ticket.reduceOnly(),
                ticket.tif(),
                ticket.trigger(),
                cloid);
    }

    static String errorOf(OrderResult result) {
        assertThat(result).isInstanceOf(OrderResult.Failed.class);
        return ((OrderResult.Failed) result).text();
    }

    static long oidOf(OrderResult result) {
        return switch (result) {
            case OrderResult.Resting resting -> resting.oid();
            case OrderResult.Filled filled -> filled.oid();
            case OrderResult.WaitingForFill waiting -> waiting.oid();
            case OrderResult.WaitingForTrigger waiting -> waiting.oid();
            case OrderResult.Failed failed -> throw new AssertionError("refused: " + failed.text());
        };
    }

    /** Holds the exchange's books against the independent ledger. */
    void assertBooksBalance() {
        for (Account account : exchange.accounts()) {
            for (Market market : exchange.markets()) {
                SignedQuantity expected = positions
                        .getOrDefault(account.address(), Map.of())
                        .getOrDefault(market.id(), SignedQuantity.ZERO);
                assertThat(account.size(market.id()))
                        .as("position of %s in %s", account.name(), market.id())
                        .isEqualTo(expected);
                assertThat(market.bids.isEmpty()
                                || market.asks.isEmpty()
                                || market.bids
                                                .getFirst()
                                                .limit()
                                                .compareTo(
                                                        market.asks.getFirst().limit())
                                        < 0)
                        .as("resting orders do not cross")
                        .isTrue();
            }
            Usd held = account.cash().plus(account.spot());
            for (Position position : account.positions()) {
                held = held.plus(position.margin());
                if (position.isIsolated()) {
                    assertThat(position.margin()).isGreaterThanOrEqualTo(Usd.ZERO);
                }
            }
            assertThat(held)
                    .as("cash and isolated margins of %s", account.name())
                    .isEqualTo(cash.getOrDefault(account.address(), Usd.ZERO));
        }
        assertNothingIsMadeOrLost();
    }

    private void assertNothingIsMadeOrLost() {
        OutsideParty outside = exchange.outside();
        Usd money = outside.cash().plus(outside.fees());
        for (Market market : exchange.markets()) {
            SignedQuantity sum = SignedQuantity.ZERO;
            for (Map<MarketId, SignedQuantity> held : positions.values()) {
                sum = sum.plus(held.getOrDefault(market.id(), SignedQuantity.ZERO));
            }
            assertThat(outside.size(market.id()))
                    .as("what all accounts hold in %s, the rest of the venue owes", market.id())
                    .isEqualTo(sum.negate());
            Price mark = market.mark();
            if (mark != null) {
                money = money.plus(Money.value(outside.size(market.id()), mark));
            }
        }
        for (Account account : exchange.accounts()) {
            money = money.plus(exchange.margin().accountValue(account)).plus(account.spot());
        }
        assertThat(money).as("all the venue's money").isEqualTo(cameIn);
    }

    /** Nobody owes anything that nobody took over. */
    void assertNobodyIsBelowZero() {
        for (Account account : exchange.accounts()) {
            assertThat(exchange.margin().crossAccountValue(account))
                    .as("cross account value of %s", account)
                    .isGreaterThanOrEqualTo(Usd.ZERO);
            for (Position position : account.positions()) {
                if (position.isIsolated()) {
                    assertThat(exchange.margin().isolatedEquity(position))
                            .as("equity of %s in %s", account.name(), position.market())
                            .isGreaterThanOrEqualTo(Usd.ZERO);
                }
            }
        }
    }

    private void pay(Account account, Usd amount) {
        cash.merge(account.address(), amount, Usd::plus);
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        also.onOrder(account, order, byVenue);
        statuses.add(order.oid() + " " + order.status().text());
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        also.onExecution(account, fill);
        fills.add(fill);
        SignedQuantity delta = SignedQuantity.of(fill.side(), fill.size());
        positions
                .computeIfAbsent(account.address(), _ -> new LinkedHashMap<>())
                .merge(fill.market(), delta, SignedQuantity::plus);
        pay(account, fill.closedPnl().minus(fill.fee()));
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        also.onFunding(account, funding);
        pay(account, funding.amount());
    }

    @Override
    public void onLedger(Account account, LedgerEntry entry) {
        also.onLedger(account, entry);
        pay(account, entry.amount());
        switch (entry.detail()) {
            case LedgerDetail.Deposit _, LedgerDetail.Insurance _ -> cameIn = cameIn.plus(entry.amount());
            case LedgerDetail.Withdrawal _ ->
                cameIn = cameIn.plus(entry.amount()).plus(entry.fee());
            case LedgerDetail.InternalTransfer _,
                    LedgerDetail.SubAccountTransfer _,
                    LedgerDetail.ClassTransfer _,
                    LedgerDetail.SpotTransfer _,
                    LedgerDetail.VaultDeposit _,
                    LedgerDetail.VaultWithdrawal _,
                    LedgerDetail.VaultFlow _,
                    LedgerDetail.Liquidation _,
                    LedgerDetail.Takeover _ -> {
                // within the venue
            }
        }
    }

    @Override
    public void onTwap(Account account, Twap twap) {
        also.onTwap(account, twap);
        twaps.add(twap);
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        also.onLiquidation(account, liquidation);
        liquidations.add(liquidation);
    }

    @Override
    public void onAccountTouched(Account account) {
        also.onAccountTouched(account);
    }

    /** Exact text of units of 10^-8. */
    private static final class FixedText {
        static String of(long e8) {
            return dev.sparkstacker.domain.FixedPoint.format(e8);
        }
    }
}
