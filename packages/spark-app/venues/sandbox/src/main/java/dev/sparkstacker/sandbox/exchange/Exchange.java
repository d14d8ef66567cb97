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
import java.util.Optional;
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
 *  advanceTo(t): in time order, effects due by t, TWAP slices, funding on the hour, scheduled cancels
 * </pre>
 *
 * Before a price of time t is handed in, everything due before t is done.
 */
public final class Exchange implements PriceListener {
    private final Venue venue;
    private final Desks desks;
    private final Timetable timetable;

    /**
     * Opens the exchange.
     *
     * @param markets the universe; each asset id is its index
     * @param startMs venue time to begin with
     * @throws IllegalArgumentException if an asset id is not its index
     */
    public Exchange(List<MarketSpec> markets, VenueRules rules, ExchangeListener listener, long startMs) {
        venue = new Venue(markets, rules, listener);
        desks = new Desks(venue);
        timetable = new Timetable(venue, desks, startMs);
        desks.vaults.capitalise(rules.liquidation().vaultCapital());
    }

    /** Opens a user's account with a first deposit. @throws IllegalArgumentException if the address has one */
    public Account openAccount(Address address, String name, Usd deposit) {
        if (venue.account(address) != null) {
            throw new IllegalArgumentException("The address has an account already: " + address);
        }
        Account account = new Account(address, null, name, AccountKind.USER);
        venue.add(account);
        deposit(address, deposit);
        return account;
    }

    /** Credits an account from outside the venue. @throws IllegalArgumentException if there is none */
    public void deposit(Address address, Usd amount) {
        desks.transfers.deposit(venue.requireAccount(address), amount);
    }

    /**
     * Takes money out of the venue at once, less the venue's fee, as the account's own withdrawal would.
     *
     * @return why it was refused, or empty
     * @throws IllegalArgumentException if there is no such account
     */
    public Optional<String> withdraw(Address address, Usd amount) {
        Account account = venue.requireAccount(address);
        ActionResult result = desks.transfers.withdraw(account, new VenueAction.Withdraw(amount, venue.nowMs()));
        return result instanceof ActionResult.Refused(String text) ? Optional.of(text) : Optional.empty();
    }

    /** What the exchange lets happen; orders that were placed stay in every phase. */
    public TradingPhase phase() {
        return venue.phase();
    }

    /** Changes what the exchange lets happen; remembered over restarts. */
    public void phase(TradingPhase phase) {
        venue.phase(phase);
    }

    /** What the exchange does wrong when told to. */
    public ExchangeFaults faults() {
        return venue.faults;
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
        timetable.submit(account, action, arrivalMs, validUntilMs, reply);
    }

    /** Sets what is done right before an action takes effect. */
    public void beforeEffect(Consumer<VenueAction> work) {
        timetable.beforeEffect(work);
    }

    /** Sets what is done after an action took effect and before its reply leaves: writing it down. */
    public void beforeReply(Runnable work) {
        timetable.beforeReply(work);
    }

    /** Does everything that is due up to and including a venue time. Time never goes back. */
    public void advanceTo(long timeMs) {
        timetable.advanceTo(timeMs);
    }

    /** Venue time of the next thing that is due without a price. */
    public long nextDueMs() {
        return timetable.nextDueMs();
    }

    /** Charges the address budget for an action that came after its expiry: five times its requests. */
    public void chargeExpired(Address address, VenueAction action) {
        desks.actions.chargeExpired(venue.requireAccount(address), action);
    }

    @Override
    public void onBook(MarketId id, long timeMs, BookSnapshot book) {
        advanceTo(timeMs);
        Market market = venue.requireMarket(id);
        market.external.replace(book, venue.nowMs());
        desks.makers.onBook(market);
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
        desks.makers.onPrint(market, timeMs, aggressor, price, size);
    }

    @Override
    public void onContext(MarketId id, long timeMs, Price mark, Price oracle, Rate premium) {
        advanceTo(timeMs);
        Market market = venue.requireMarket(id);
        market.context(mark, oracle, premium, venue.nowMs());
        venue.listener.onContext(market);
        desks.triggers.onMark(market, mark);
        desks.liquidator.onMark(market);
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

    /** Every account, sub-account and vault, by address. */
    public Collection<Account> accounts() {
        return Collections.unmodifiableCollection(venue.accounts());
    }

    /** An account, sub-account or vault, or null. */
    public @Nullable Account account(Address address) {
        return venue.account(address);
    }

    /** The liquidator vault. */
    public Account vault() {
        return venue.vault();
    }

    /** Everybody else on the venue. */
    public OutsideParty outside() {
        return venue.outside;
    }

    public AgentRegistry agents() {
        return venue.agents;
    }

    public Margin margin() {
        return desks.margin;
    }

    public BuyingPower buyingPower() {
        return desks.power;
    }

    /** Whether a new order would match at once. */
    public boolean wouldCross(Market market, Side side, Price limit) {
        return desks.matcher.wouldCross(market, side, limit);
    }

    /** Counters that must never repeat, to be stored. */
    public record Counters(long oid, long actions, long trades) {}

    /** The counters as they stand. */
    public Counters counters() {
        return new Counters(venue.lastOid(), venue.actions(), venue.trades());
    }

    /** What is remembered besides accounts and agents, to be stored. */
    public VenueState venueState() {
        return venue.state();
    }

    /** Takes stored counters over. */
    public void restore(Counters counters) {
        venue.restoreCounters(counters.oid(), counters.actions(), counters.trades());
    }

    /** Takes over what was stored besides accounts and agents. */
    public void restore(VenueState state) {
        venue.restore(state);
    }

    /** Takes a stored agent over. */
    public void restore(AgentRegistry.Agent agent) {
        venue.agents.put(agent);
    }

    /** Takes a stored account over, with its history. */
    public void restore(AccountState state, AccountPast past) {
        venue.add(past.attach(AccountSnapshot.account(state), state.open(), venue));
        timetable.refresh();
    }
}
