package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.PriceListener;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated exchange. Single-threaded and deterministic: what it does depends only on its calls.
 *
 * <pre>
 *  price source --onBook, onTrade, onContext--> +----------+
 *                                               | Exchange | --> ExchangeListener
 *  submit(action, arrival) --latency--> effect  +----------+
 *                                                    ^
 *  advanceTo(t): in time order, effects due by t, funding on the hour, scheduled cancels
 * </pre>
 *
 * Before a price of time t is handed in, everything due before t is done.
 */
public final class Exchange implements PriceListener {
    private final Venue venue;
    private final Margin margin;
    private final Matcher matcher;
    private final OrderEntry entry;
    private final OrderAmendment amendment;
    private final TriggerDesk triggers;
    private final FundingDesk funding;
    private final Liquidator liquidator;
    private final AccountDesk desk;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>();
    private long submissions;
    private long nextFundingMs;
    private int scheduledCancels;
    private Runnable beforeReply = () -> {};

    /** An action on its way. */
    private record Pending(
            long dueMs,
            long sequence,
            Address account,
            VenueAction action,
            long validUntilMs,
            Consumer<ActionResult> reply)
            implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /**
     * Opens the exchange.
     *
     * @param markets the universe; each asset id is its index
     * @param startMs venue time to begin with
     * @throws IllegalArgumentException if an asset id is not its index
     */
    public Exchange(List<MarketSpec> markets, VenueRules rules, ExchangeListener listener, long startMs) {
        venue = new Venue(markets, rules, listener);
        margin = new Margin(venue);
        FillFollowUp followUp = new FillFollowUp(venue);
        matcher = new Matcher(venue, new Settlement(venue), margin, followUp);
        entry = new OrderEntry(venue, margin, matcher, followUp);
        amendment = new OrderAmendment(venue, entry);
        triggers = new TriggerDesk(venue, entry);
        funding = new FundingDesk(venue);
        liquidator = new Liquidator(venue, margin, entry, amendment);
        desk = new AccountDesk(venue, margin);
        startAt(startMs);
    }

    /** Sets the clock without doing what lay between; only before anything has happened. */
    private void startAt(long startMs) {
        venue.advance(startMs);
        nextFundingMs = startMs - Math.floorMod(startMs, FundingDesk.HOUR_MS) + FundingDesk.HOUR_MS;
    }

    /** Opens a user's account with a first deposit. @throws IllegalArgumentException if the address has one */
    public Account openAccount(Address address, String name, Usd deposit) {
        if (venue.account(address) != null) {
            throw new IllegalArgumentException("The address has an account already: " + address);
        }
        Account account = new Account(address, null, name);
        venue.add(account);
        deposit(address, deposit);
        return account;
    }

    /** Credits an account. @throws IllegalArgumentException if there is none */
    public void deposit(Address address, Usd amount) {
        Account account = venue.requireAccount(address);
        account.credit(amount);
        Records.LedgerEntry deposit = new Records.LedgerEntry(venue.nowMs(), Records.LedgerKind.DEPOSIT, amount, null);
        account.entered(deposit);
        venue.listener.onLedger(account, deposit);
        venue.touched(account);
    }

    /** Approves an agent without a signature, as configured. */
    public void approveConfiguredAgent(Address master, Address agent, String name) {
        if (venue.agents.agent(agent) == null) {
            venue.agents.put(new AgentRegistry.Agent(agent.hex(), master.hex(), name, Long.MAX_VALUE, false));
            venue.touched(venue.requireAccount(master));
        }
    }

    /**
     * Hands in an authorised action; it takes effect after the rules' latency.
     *
     * @param arrivalMs venue time of its arrival
     * @param validUntilMs venue time after which it must not take effect; {@link Long#MAX_VALUE} for no limit
     * @param reply takes the result when it took effect
     */
    public void submit(
            Address account, VenueAction action, long arrivalMs, long validUntilMs, Consumer<ActionResult> reply) {
        long due = Math.max(arrivalMs, venue.nowMs()) + venue.rules.latencyMs();
        pending.add(new Pending(due, ++submissions, account, action, validUntilMs, reply));
    }

    /** Sets what is done after an action took effect and before its reply leaves: writing it down. */
    public void beforeReply(Runnable work) {
        beforeReply = work;
    }

    /** Does everything that is due up to and including a venue time. Time never goes back. */
    public void advanceTo(long timeMs) {
        while (true) {
            long due = nextDueMs();
            if (due > timeMs) {
                venue.advance(timeMs);
                return;
            }
            venue.advance(due);
            doNext(due);
        }
    }

    /** Venue time of the next thing that is due without a price. */
    public long nextDueMs() {
        Pending first = pending.peek();
        long next = Math.min(nextFundingMs, first == null ? Long.MAX_VALUE : first.dueMs);
        if (scheduledCancels > 0) {
            for (Account account : venue.accounts()) {
                Long time = account.scheduledCancelMs();
                next = time == null ? next : Math.min(next, time);
            }
        }
        return next;
    }

    private void doNext(long due) {
        Pending first = pending.peek();
        if (first != null && first.dueMs <= due) {
            pending.remove();
            ActionResult result = execute(first);
            beforeReply.run();
            first.reply.accept(result);
        } else if (nextFundingMs <= due) {
            funding.settle(nextFundingMs);
            nextFundingMs += FundingDesk.HOUR_MS;
        } else {
            for (Account account : venue.accounts()) {
                Long time = account.scheduledCancelMs();
                if (time != null && time <= due) {
                    account.scheduleCancel(null);
                    amendment.cancelAll(account, OrderStatus.SCHEDULED_CANCEL);
                }
            }
            countScheduledCancels();
        }
    }

    private void countScheduledCancels() {
        scheduledCancels = (int) venue.accounts().stream()
                .filter(account -> account.scheduledCancelMs() != null)
                .count();
    }

    private ActionResult execute(Pending submission) {
        Account account = venue.requireAccount(submission.account);
        VenueAction action = submission.action;
        venue.touched(account);
        if (venue.nowMs() > submission.validUntilMs) {
            chargeExpired(account.address(), action);
            return new ActionResult.Refused("Action already expired");
        }
        String exhausted = account.budget.take(
                action.requests(), action instanceof VenueAction.Cancel, venue.rules.requestBudget(), venue.nowMs());
        if (exhausted != null) {
            return new ActionResult.Refused(exhausted);
        }
        venue.nextAction();
        return switch (action) {
            case VenueAction.Place place -> entry.place(account, place);
            case VenueAction.Cancel cancel -> amendment.cancel(account, cancel);
            case VenueAction.Modify modify -> amendment.modify(account, modify);
            case VenueAction.ScheduleCancel schedule -> {
                ActionResult result = desk.scheduleCancel(account, schedule);
                countScheduledCancels();
                yield result;
            }
            case VenueAction.UpdateLeverage update -> desk.updateLeverage(account, update);
            case VenueAction.UpdateIsolatedMargin update -> desk.updateIsolatedMargin(account, update);
            case VenueAction.ApproveAgent approve -> desk.approveAgent(account, approve);
            case VenueAction.CreateSubAccount create -> desk.createSubAccount(account, create);
            case VenueAction.TransferToSubAccount transfer -> desk.transfer(account, transfer);
            case VenueAction.Noop _ -> new ActionResult.Done();
        };
    }

    /** Charges the address budget for an action that came after its expiry: five times its requests. */
    public void chargeExpired(Address address, VenueAction action) {
        Account account = venue.requireAccount(address);
        account.budget.charge(5L * action.requests());
        venue.touched(account);
    }

    @Override
    public void onBook(MarketId id, long timeMs, BookSnapshot book) {
        advanceTo(timeMs);
        Market market = venue.requireMarket(id);
        market.external.replace(book, venue.nowMs());
        matcher.onBook(market);
        venue.listener.onBook(market);
    }

    @Override
    public void onTrade(MarketId id, long timeMs, Side aggressor, Price price, Quantity size) {
        advanceTo(timeMs);
        Market market = venue.requireMarket(id);
        long tradeId = venue.nextTradeId();
        Records.Print print =
                new Records.Print(id, aggressor, price, size, venue.nowMs(), tradeId, -tradeId, null, null);
        market.printed(print);
        venue.listener.onPrint(market, print);
        matcher.onPrint(market, aggressor, price, size);
    }

    @Override
    public void onContext(MarketId id, long timeMs, Price mark, Price oracle, Rate premium) {
        advanceTo(timeMs);
        Market market = venue.requireMarket(id);
        market.context(mark, oracle, premium, venue.nowMs());
        venue.listener.onContext(market);
        triggers.onMark(market, mark);
        liquidator.onMark(market);
    }

    /** Venue time. */
    public long nowMs() {
        return venue.nowMs();
    }

    public VenueRules rules() {
        return venue.rules;
    }

    /** The universe, by asset id. */
    public List<Market> markets() {
        return Collections.unmodifiableList(venue.markets());
    }

    /** A market, or null. */
    public @Nullable Market market(MarketId id) {
        return venue.market(id);
    }

    /** A market by asset id, or null. */
    public @Nullable Market market(int assetId) {
        return venue.market(assetId);
    }

    /** Every account and sub-account, by address. */
    public Collection<Account> accounts() {
        return Collections.unmodifiableCollection(venue.accounts());
    }

    /** An account or sub-account, or null. */
    public @Nullable Account account(Address address) {
        return venue.account(address);
    }

    public AgentRegistry agents() {
        return venue.agents;
    }

    public Margin margin() {
        return margin;
    }

    /** Whether a new order would match at once. */
    public boolean wouldCross(Market market, Side side, Price limit) {
        return matcher.wouldCross(market, side, limit);
    }

    /** Counters that must never repeat, to be stored. */
    public record Counters(long oid, long actions, long trades) {}

    /** The counters as they stand. */
    public Counters counters() {
        return new Counters(venue.lastOid(), venue.actions(), venue.trades());
    }

    /** Takes stored counters over. */
    public void restore(Counters counters) {
        venue.restoreCounters(counters.oid(), counters.actions(), counters.trades());
    }

    /** Takes a stored agent over. */
    public void restore(AgentRegistry.Agent agent) {
        venue.agents.put(agent);
    }

    /**
     * Takes a stored account over, with its history.
     *
     * @param ended remembered orders, oldest first
     */
    public void restore(
            Account.AccountState state,
            List<OrderState> ended,
            List<Records.Execution> fills,
            List<Records.Funding> fundings,
            List<Records.LedgerEntry> ledger) {
        String master = state.master();
        Account account =
                new Account(new Address(state.address()), master == null ? null : new Address(master), state.name());
        venue.add(account);
        account.restore(state);
        for (OrderState order : ended) {
            account.end(order(order));
        }
        for (OrderState stored : state.open()) {
            Order order = order(stored);
            account.open(order);
            Market market = venue.requireMarket(order.market());
            if (order.isWaitingTrigger()) {
                market.triggers.add(order);
            } else if (!order.isWaitingForParent()) {
                market.rest(order);
            }
        }
        fills.forEach(account::filled);
        fundings.forEach(account::funded);
        ledger.forEach(account::entered);
        countScheduledCancels();
    }

    private Order order(OrderState state) {
        Market market = venue.market(state.assetId());
        if (market == null) {
            throw new IllegalArgumentException(
                    "The stored order " + state.oid() + " is of asset " + state.assetId() + ", which is not listed");
        }
        return new Order(state, market.id());
    }
}
