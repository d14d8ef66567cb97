package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user's account, a sub-account or a vault: money, positions, orders and history. */
public final class Account {
    private static final int KEPT_FILLS = 10_000;
    private static final int KEPT_PAYMENTS = 10_000;

    /** Leverage and margin mode of one market. */
    public record LeverageSetting(int leverage, MarginMode mode) {}

    private final Address address;
    private final @Nullable Address master;
    private String name;
    private final AccountKind kind;
    private AccountMode mode = AccountMode.DEFAULT;
    private Usd cash = Usd.ZERO;
    private Usd spot = Usd.ZERO;
    final TreeMap<MarketId, Position> positions = new TreeMap<>();
    final TreeMap<MarketId, LeverageSetting> leverage = new TreeMap<>();
    final TreeMap<MarketId, Usd> fundingAllTime = new TreeMap<>();
    private @Nullable Long scheduledCancelMs;
    private @Nullable Long partialLiquidationAtMs;
    final AccountOrders orders = new AccountOrders();
    final AccountTwaps twaps = new AccountTwaps();
    final VaultShares shares = new VaultShares();
    final RequestBudget budget = new RequestBudget();
    final Journal<Records.Execution> fills = new Journal<>(KEPT_FILLS);
    final Journal<Records.Funding> fundings = new Journal<>(KEPT_PAYMENTS);
    final Journal<LedgerEntry> ledger = new Journal<>(KEPT_PAYMENTS);

    Account(Address address, @Nullable Address master, String name, AccountKind kind) {
        this.address = address;
        this.master = master;
        this.name = name;
        this.kind = kind;
    }

    public Address address() {
        return address;
    }

    /** The master of a sub-account, or null. */
    public @Nullable Address master() {
        return master;
    }

    /** A sub-account's name, or the name a user was configured with. */
    public String name() {
        return name;
    }

    public AccountKind kind() {
        return kind;
    }

    public AccountMode mode() {
        return mode;
    }

    /** Perp cash outside isolated margins: deposits, realised profit, fees and funding; all USDC if unified. */
    public Usd cash() {
        return cash;
    }

    /** USDC on the spot side; zero while the account is unified, because it is part of the cash then. */
    public Usd spot() {
        return spot;
    }

    /** Open positions, by market. */
    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    /** The open position in a market, or null. */
    public @Nullable Position position(MarketId market) {
        return positions.get(market);
    }

    /** Signed size in a market; zero when flat. */
    public SignedQuantity size(MarketId market) {
        Position position = positions.get(market);
        return position == null ? SignedQuantity.ZERO : position.size();
    }

    /** Leverage and mode of a market; by default cross at 20, or at the market's maximum where that is less. */
    public LeverageSetting leverage(Market market) {
        LeverageSetting set = leverage.get(market.id());
        return set != null ? set : defaultLeverage(market);
    }

    /** What an account has that never set a market's leverage. */
    public static LeverageSetting defaultLeverage(Market market) {
        int max = market.instrument().maxLeverage().times();
        return new LeverageSetting(
                Math.min(20, max), market.instrument().isolatedOnly() ? MarginMode.ISOLATED : MarginMode.CROSS);
    }

    /** Live orders, oldest first, trigger orders and waiting children included. */
    public List<Order> openOrders() {
        return orders.open();
    }

    /** The live order with this id, or null. */
    public @Nullable Order openOrder(long oid) {
        return orders.open(oid);
    }

    /** The order with this id, live or remembered, or null. */
    public @Nullable Order order(long oid) {
        return orders.find(oid);
    }

    /** The newest order with this client id, or null. */
    public @Nullable Order order(ClientOrderId cloid) {
        return orders.find(cloid);
    }

    /** Live and remembered orders, newest change first. */
    public List<Order> orderHistory() {
        return orders.newestFirst();
    }

    /** Remembered fills, oldest first. */
    public Collection<Records.Execution> fills() {
        return fills.oldestFirst();
    }

    /** Remembered fills, newest first. */
    public Iterator<Records.Execution> newestFills() {
        return fills.newestFirst();
    }

    /** Remembered funding payments, oldest first. */
    public Collection<Records.Funding> fundings() {
        return fundings.oldestFirst();
    }

    /** Remembered ledger entries, oldest first. */
    public Collection<LedgerEntry> ledger() {
        return ledger.oldestFirst();
    }

    /** TWAP orders, running and remembered. */
    public AccountTwaps twaps() {
        return twaps;
    }

    /** Who owns a vault; empty for any other account. */
    public VaultShares shares() {
        return shares;
    }

    /** Funding paid (positive) in a market since the account exists. */
    public Usd fundingAllTime(MarketId market) {
        return fundingAllTime.getOrDefault(market, Usd.ZERO);
    }

    /** The address budget. */
    public RequestBudget budget() {
        return budget;
    }

    /** When everything is to be cancelled, or null. */
    public @Nullable Long scheduledCancelMs() {
        return scheduledCancelMs;
    }

    void rename(String value) {
        name = value;
    }

    void scheduleCancel(@Nullable Long timeMs) {
        scheduledCancelMs = timeMs;
    }

    /** When a position was last liquidated in part, or null. */
    @Nullable
    Long partialLiquidationAtMs() {
        return partialLiquidationAtMs;
    }

    void liquidatedInPart(long nowMs) {
        partialLiquidationAtMs = nowMs;
    }

    void credit(Usd amount) {
        cash = cash.plus(amount);
    }

    /** Credits the spot side, which is the cash of a unified account. */
    void creditSpot(Usd amount) {
        if (mode.isUnified()) {
            credit(amount);
        } else {
            spot = spot.plus(amount);
        }
    }

    void restore(Usd perpCash, Usd spotUsdc, AccountMode kept, @Nullable Long partialLiquidation) {
        cash = perpCash;
        spot = spotUsdc;
        mode = kept;
        partialLiquidationAtMs = partialLiquidation;
    }

    void mode(AccountMode value) {
        mode = value;
        if (value.isUnified()) {
            cash = cash.plus(spot);
            spot = Usd.ZERO;
        }
    }

    void setLeverage(MarketId market, LeverageSetting setting) {
        leverage.put(market, setting);
    }

    Position positionForUpdate(Market market) {
        return positions.computeIfAbsent(
                market.id(), id -> new Position(id, leverage(market).mode()));
    }

    void dropIfFlat(Position position) {
        if (position.size().isZero()) {
            positions.remove(position.market());
        }
    }

    void countFunding(MarketId market, Usd paid) {
        fundingAllTime.merge(market, paid, Usd::plus);
    }

    /** The account without its history, to be stored. */
    public AccountState state() {
        return AccountSnapshot.of(this);
    }
}
