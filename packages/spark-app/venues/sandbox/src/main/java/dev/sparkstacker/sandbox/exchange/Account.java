package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user's account or sub-account: money, positions, orders and history. */
public final class Account {
    private static final int KEPT_ORDERS = 2_000;
    private static final int KEPT_FILLS = 10_000;
    private static final int KEPT_PAYMENTS = 10_000;

    /** Leverage and margin mode of one market. */
    public record LeverageSetting(int leverage, MarginMode mode) {}

    private final Address address;
    private final @Nullable Address master;
    private final String name;
    private Usd cash = Usd.ZERO;
    private final TreeMap<MarketId, Position> positions = new TreeMap<>();
    private final TreeMap<MarketId, LeverageSetting> leverage = new TreeMap<>();
    private final TreeMap<MarketId, Usd> fundingAllTime = new TreeMap<>();
    private final TreeMap<Long, Order> open = new TreeMap<>();
    private final TreeMap<Long, Order> ended = new TreeMap<>();
    private final Deque<Long> endedOrder = new ArrayDeque<>();
    private final TreeMap<ClientOrderId, Long> cloids = new TreeMap<>();
    private final Deque<Records.Execution> fills = new ArrayDeque<>();
    private final Deque<Records.Funding> fundings = new ArrayDeque<>();
    private final Deque<Records.LedgerEntry> ledger = new ArrayDeque<>();
    final RequestBudget budget = new RequestBudget();
    private @Nullable Long scheduledCancelMs;

    Account(Address address, @Nullable Address master, String name) {
        this.address = address;
        this.master = master;
        this.name = name;
    }

    public Address address() {
        return address;
    }

    /** The master of a sub-account, or null for a user. */
    public @Nullable Address master() {
        return master;
    }

    /** A sub-account's name, or the name a user was configured with. */
    public String name() {
        return name;
    }

    /** Cash outside isolated margins: deposits, realised profit, fees and funding. */
    public Usd cash() {
        return cash;
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
        if (set != null) {
            return set;
        }
        int max = market.instrument().maxLeverage().times();
        return new LeverageSetting(
                Math.min(20, max), market.instrument().isolatedOnly() ? MarginMode.ISOLATED : MarginMode.CROSS);
    }

    /** Live orders, oldest first, trigger orders and waiting children included. */
    public List<Order> openOrders() {
        return List.copyOf(open.values());
    }

    /** The live order with this id, or null. */
    public @Nullable Order openOrder(long oid) {
        return open.get(oid);
    }

    /** The order with this id, live or remembered, or null. */
    public @Nullable Order order(long oid) {
        Order live = open.get(oid);
        return live != null ? live : ended.get(oid);
    }

    /** The newest order with this client id, or null. */
    public @Nullable Order order(ClientOrderId cloid) {
        Long oid = cloids.get(cloid);
        return oid == null ? null : order(oid);
    }

    /** Live and remembered orders, newest change first. */
    public List<Order> orderHistory() {
        List<Order> orders = new ArrayList<>(open.values());
        orders.addAll(ended.values());
        orders.sort((a, b) -> {
            int byTime = Long.compare(b.statusAtMs(), a.statusAtMs());
            return byTime != 0 ? byTime : Long.compare(b.oid(), a.oid());
        });
        return orders;
    }

    /** Remembered fills, oldest first. */
    public Collection<Records.Execution> fills() {
        return Collections.unmodifiableCollection(fills);
    }

    /** Remembered fills, newest first. */
    public Iterator<Records.Execution> newestFills() {
        return fills.descendingIterator();
    }

    /** Remembered funding payments, oldest first. */
    public Collection<Records.Funding> fundings() {
        return Collections.unmodifiableCollection(fundings);
    }

    /** Remembered ledger entries, oldest first. */
    public Collection<Records.LedgerEntry> ledger() {
        return Collections.unmodifiableCollection(ledger);
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

    void scheduleCancel(@Nullable Long timeMs) {
        scheduledCancelMs = timeMs;
    }

    void credit(Usd amount) {
        cash = cash.plus(amount);
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

    void open(Order order) {
        open.put(order.oid(), order);
        name(order);
    }

    void end(Order order) {
        open.remove(order.oid());
        name(order);
        ended.put(order.oid(), order);
        endedOrder.addLast(order.oid());
        if (endedOrder.size() > KEPT_ORDERS) {
            Order forgotten = ended.remove(endedOrder.removeFirst());
            ClientOrderId cloid = forgotten == null ? null : forgotten.cloid();
            if (forgotten != null && cloid != null) {
                cloids.remove(cloid, forgotten.oid());
            }
        }
    }

    void filled(Records.Execution fill) {
        fills.addLast(fill);
        if (fills.size() > KEPT_FILLS) {
            fills.removeFirst();
        }
    }

    void funded(Records.Funding funding) {
        fundings.addLast(funding);
        if (fundings.size() > KEPT_PAYMENTS) {
            fundings.removeFirst();
        }
    }

    void countFunding(MarketId market, Usd paid) {
        fundingAllTime.merge(market, paid, Usd::plus);
    }

    void entered(Records.LedgerEntry entry) {
        ledger.addLast(entry);
        if (ledger.size() > KEPT_PAYMENTS) {
            ledger.removeFirst();
        }
    }

    private void name(Order order) {
        ClientOrderId cloid = order.cloid();
        if (cloid != null) {
            cloids.merge(cloid, order.oid(), Math::max);
        }
    }

    /** One market's leverage as plain values. */
    public record LeverageState(String coin, int leverage, boolean isolated) {}

    /** One market's lifetime funding as plain values. */
    public record FundingState(String coin, long paidE8) {}

    /** The account without its history, as plain values; amounts in units of 10<sup>-8</sup>. */
    public record AccountState(
            String address,
            @Nullable String master,
            String name,
            long cashE8,
            List<Position.PositionState> positions,
            List<LeverageState> leverage,
            List<FundingState> fundingAllTime,
            List<OrderState> open,
            RequestBudget.BudgetState budget,
            @Nullable Long scheduledCancelMs) {}

    /** The account without its history, to be stored. */
    public AccountState state() {
        return new AccountState(
                address.hex(),
                master == null ? null : master.hex(),
                name,
                cash.e8(),
                positions.values().stream().map(Position::state).toList(),
                leverage.entrySet().stream()
                        .map(entry -> new LeverageState(
                                entry.getKey().coin(),
                                entry.getValue().leverage(),
                                entry.getValue().mode() == MarginMode.ISOLATED))
                        .toList(),
                fundingAllTime.entrySet().stream()
                        .map(entry -> new FundingState(
                                entry.getKey().coin(), entry.getValue().e8()))
                        .toList(),
                open.values().stream().map(Order::state).toList(),
                budget.state(),
                scheduledCancelMs);
    }

    void restore(AccountState state) {
        cash = new Usd(state.cashE8());
        for (Position.PositionState position : state.positions()) {
            MarketId market = new MarketId(position.coin());
            positions.put(market, new Position(market, position));
        }
        for (LeverageState setting : state.leverage()) {
            MarginMode mode = setting.isolated() ? MarginMode.ISOLATED : MarginMode.CROSS;
            leverage.put(new MarketId(setting.coin()), new LeverageSetting(setting.leverage(), mode));
        }
        for (FundingState funding : state.fundingAllTime()) {
            fundingAllTime.put(new MarketId(funding.coin()), new Usd(funding.paidE8()));
        }
        budget.restore(state.budget());
        scheduledCancelMs = state.scheduledCancelMs();
    }
}
