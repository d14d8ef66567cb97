package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.simulator.world.VenueHost;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Watches a world: what leaves the engine, what it says, and what the venue's books say. */
public final class Watch {
    /** A fill takes this long to be known to the engine and be acted upon where nothing fails. */
    private static final long SETTLED_MS = 3_000;

    /** A request that hangs costs ten seconds, then the connection is made anew and the account read. */
    private static final long CALM_SECONDS = 90;

    private final VenueHost venue;
    private final Books books;
    private final EngineView view;
    private final Limits limits;
    private final Protection protection;
    private final Standing standing;
    private final Promises promises = new Promises();
    private final Outcomes outcomes;
    private final Set<ClientOrderId> sent = new TreeSet<>();
    private TradingState stateBefore = TradingState.REDUCE_ONLY;
    private long entries;

    /** @param config what the engine trades with */
    public Watch(VenueHost venue, TradingConfig config, Coverage coverage) {
        this.venue = venue;
        this.books = new Books(venue.exchange(), Scene.DEPOSIT);
        this.outcomes = new Outcomes(venue.exchange()::nowMs);
        this.view = new EngineView(coverage);
        this.limits = new Limits(venue.exchange(), config);
        this.protection = new Protection(venue.exchange());
        this.standing = new Standing(venue.exchange());
        venue.listen(books);
        venue.listen(limits);
        venue.listen(standing);
        venue.listen(outcomes);
    }

    /** The venue's side. */
    public Books books() {
        return books;
    }

    /** The engine's side. */
    public EngineView view() {
        return view;
    }

    /** Entries that left the engine. */
    public long entries() {
        return entries;
    }

    /** A start recovered this. */
    public void recovered(List<Output> outputs) {
        view.restart(outputs);
        outcomes.recovered(outputs);
        promises.restarted();
        stateBefore = view.state();
    }

    /** A person asks for something. */
    public void requested(OperatorEvent request) {
        promises.requested(request);
    }

    /** A command leaves the engine. */
    public void commanded(Command command) {
        if (command instanceof Command.PlaceOrders place) {
            for (ApprovedOrder approved : place.orders()) {
                ClientOrderId id = approved.order().id();
                if (!sent.add(id)) {
                    throw new InvariantBroken("no client id is used twice", id + " in " + place);
                }
            }
            entries += place.reducesRisk() ? 0 : 1;
            promises.commanded(place);
            limits.commanded(place);
            outcomes.commanded(place);
        }
        boolean halted = stateBefore == TradingState.HALTED || stateBefore == TradingState.FLATTENING;
        if (halted && command instanceof Command.PlaceOrders place && !place.reducesRisk()) {
            throw new InvariantBroken("nothing but cancels and reduce-only orders while " + stateBefore, "" + place);
        }
    }

    /**
     * The engine tells something.
     *
     * @param durable whether the journal works
     */
    public void told(Output output, boolean durable) {
        view.told(output);
        promises.told(output, durable);
        if (output instanceof Output.OrderChanged changed) {
            outcomes.told(changed);
        }
        if (output instanceof Output.Reconciled reconciled && reconciled.differences() == 0) {
            agree(reconciled.account());
        }
    }

    /** A batch is through. */
    public void cycled() {
        stateBefore = view.state();
    }

    /** An account that the engine calls reconciled must be what the venue has, unless something was filled just now. */
    private void agree(AccountId account) {
        for (Scene.Keys keys : Scene.KEYS) {
            boolean settled = books.lastFillMs(VenueHost.addressOf(keys))
                    < venue.exchange().nowMs() - SETTLED_MS;
            if (keys.id().equals(account) && settled) {
                requireEqual(keys);
            }
        }
    }

    /** The engine's positions must be the venue's now. */
    public void requireEqual(Scene.Keys keys) {
        for (Instrument instrument : Scene.INSTRUMENTS) {
            SignedQuantity there = books.size(VenueHost.addressOf(keys), instrument.market());
            SignedQuantity here = view.size(keys.id(), instrument.market());
            if (!there.equals(here)) {
                throw new InvariantBroken(
                        "a reconciled engine holds what the venue holds",
                        keys.id() + " " + instrument.market() + ": the engine has " + here + ", the venue " + there);
            }
        }
    }

    /** What the venue holds beyond what the engine holds. */
    public SignedQuantity unknown(Scene.Keys keys, MarketId market) {
        return books.size(VenueHost.addressOf(keys), market).minus(view.size(keys.id(), market));
    }

    /** Whether both sides hold the same now. */
    public boolean agrees() {
        for (Scene.Keys keys : Scene.KEYS) {
            for (Instrument instrument : Scene.INSTRUMENTS) {
                if (!unknown(keys, instrument.market()).isZero()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Looks at the venue's books.
     *
     * @param works whether the process runs and the way to the venue is free
     * @param calmSeconds how long nothing at all has gone wrong
     * @param elapsedMs since the last look
     */
    public void look(boolean works, long calmSeconds, long elapsedMs) {
        books.check();
        limits.look(this::agrees);
        promises.look(works, elapsedMs);
        standing.look(view.state(), works ? calmSeconds : 0);
        for (Scene.Keys keys : Scene.KEYS) {
            Account account = venue.exchange().account(VenueHost.addressOf(keys));
            if (account != null) {
                protection.look(account, works, () -> isTight(keys, calmSeconds), elapsedMs);
            }
        }
    }

    /** What the engine does not know of, and what it leaves, has no stop of the usual time. */
    private boolean isTight(Scene.Keys keys, long calmSeconds) {
        return calmSeconds >= CALM_SECONDS
                && Scene.INSTRUMENTS.stream()
                        .allMatch(
                                instrument -> unknown(keys, instrument.market()).isZero());
    }
}
