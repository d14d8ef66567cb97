package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The exchange's state that its parts share. */
final class Venue {
    /** Where the liquidator vault is. */
    static final Address VAULT = new Address("0x" + "0".repeat(36) + "bacc");

    private static final long TRADE_ID_MASK = (1L << 50) - 1;
    private static final String NO_HASH = "0x" + "0".repeat(64);

    final VenueRules rules;
    final ExchangeListener listener;
    final AgentRegistry agents = new AgentRegistry();
    final OutsideParty outside = new OutsideParty();
    final ExchangeFaults faults = new ExchangeFaults();
    private final List<Market> markets = new ArrayList<>();
    private final Map<MarketId, Market> byId = new LinkedHashMap<>();
    private final TreeMap<Address, Account> accounts = new TreeMap<>();
    private long nowMs;
    private long lastOid;
    private long actions;
    private long trades;
    private long liquidations;
    private long twaps;
    private TradingPhase phase = TradingPhase.NORMAL;
    private Account vault;

    Venue(List<MarketSpec> specs, VenueRules rules, ExchangeListener listener) {
        this.rules = rules;
        this.listener = listener;
        for (MarketSpec spec : specs) {
            if (spec.instrument().assetId() != markets.size()) {
                throw new IllegalArgumentException("Asset id of " + spec.market() + " must be its index "
                        + markets.size() + ", not " + spec.instrument().assetId());
            }
            Market market = new Market(spec);
            markets.add(market);
            byId.put(spec.market(), market);
        }
        vault = new Account(VAULT, null, "Liquidator", AccountKind.VAULT);
        accounts.put(VAULT, vault);
    }

    long nowMs() {
        return nowMs;
    }

    void advance(long timeMs) {
        nowMs = Math.max(nowMs, timeMs);
    }

    List<Market> markets() {
        return markets;
    }

    @Nullable
    Market market(MarketId id) {
        return byId.get(id);
    }

    Market requireMarket(MarketId id) {
        Market market = byId.get(id);
        if (market == null) {
            throw new IllegalArgumentException("No such market: " + id);
        }
        return market;
    }

    @Nullable
    Market market(int assetId) {
        return assetId < 0 || assetId >= markets.size() ? null : markets.get(assetId);
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    @Nullable
    Account account(Address address) {
        return accounts.get(address);
    }

    Account requireAccount(Address address) {
        Account account = accounts.get(address);
        if (account == null) {
            throw new IllegalArgumentException("No such account: " + address);
        }
        return account;
    }

    void add(Account account) {
        accounts.put(account.address(), account);
        if (account.address().equals(VAULT)) {
            vault = account;
        }
    }

    /** The liquidator vault. */
    Account vault() {
        return vault;
    }

    TradingPhase phase() {
        return phase;
    }

    void phase(TradingPhase value) {
        phase = value;
    }

    long nextOid() {
        return ++lastOid;
    }

    long lastOid() {
        return lastOid;
    }

    long actions() {
        return actions;
    }

    long trades() {
        return trades;
    }

    void restoreCounters(long oid, long actionCount, long tradeCount) {
        lastOid = Math.max(lastOid, oid);
        actions = Math.max(actions, actionCount);
        trades = Math.max(trades, tradeCount);
    }

    void nextAction() {
        actions++;
    }

    /** A 50-bit trade id that depends only on the trade's number. */
    long nextTradeId() {
        trades++;
        return mix(trades) & TRADE_ID_MASK;
    }

    long nextLiquidationId() {
        return ++liquidations;
    }

    long nextTwapId() {
        return ++twaps;
    }

    VenueState state() {
        return new VenueState(phase.name(), liquidations, twaps, outside.state());
    }

    void restore(VenueState state) {
        phase = TradingPhase.valueOf(state.phase());
        liquidations = state.liquidations();
        twaps = state.twaps();
        outside.restore(state.outside());
    }

    /** Enters a change of money into an account's ledger and makes it. */
    void pay(Account account, LedgerEntry entry) {
        account.credit(entry.amount());
        enter(account, entry);
    }

    /** Enters a change of money, which has been made, into an account's ledger. */
    void enter(Account account, LedgerEntry entry) {
        account.ledger.add(entry);
        outside.fee(entry.fee());
        listener.onLedger(account, entry);
        touched(account);
    }

    /** The hash of the action that runs; fills of a TWAP order have none. */
    String actionHash(Order order) {
        return order.twapId() == null ? hash(actions) : NO_HASH;
    }

    /** The hash of the action that runs. */
    String actionHash() {
        return hash(actions);
    }

    static String hash(long number) {
        StringBuilder hex = new StringBuilder("0x");
        for (int i = 0; i < 4; i++) {
            hex.append(java.util.HexFormat.of().toHexDigits(mix(number * 4 + i + 1)));
        }
        return hex.toString();
    }

    static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    void touched(Account account) {
        listener.onAccountTouched(account);
    }

    /** Tells of an order's change of status or size. */
    void changed(Account account, Order order, boolean byVenue) {
        listener.onOrder(account, order, byVenue);
        touched(account);
    }

    /** Ends a live order. */
    void end(Account account, Order order, OrderStatus status, boolean byVenue) {
        requireMarket(order.market()).remove(order);
        order.status(status, nowMs);
        account.orders.ended(order);
        changed(account, order, byVenue);
        endChildren(account, order, byVenue);
    }

    private void endChildren(Account account, Order parent, boolean byVenue) {
        boolean wholly = parent.status() == OrderStatus.FILLED;
        boolean shortOfMargin = parent.status() == OrderStatus.MARGIN_CANCELED
                && !parent.filled().isZero();
        for (long oid : parent.children()) {
            Order child = account.openOrder(oid);
            if (child == null || !child.isWaitingForParent()) {
                continue;
            }
            if (wholly || shortOfMargin) {
                child.activate();
                requireMarket(child.market()).triggers.add(child);
                changed(account, child, false);
            } else {
                end(account, child, OrderStatus.CANCELED, byVenue);
            }
        }
    }
}
