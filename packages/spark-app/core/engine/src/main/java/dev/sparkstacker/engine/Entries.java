package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.RiskManager;
import dev.sparkstacker.risk.Verdict;
import dev.sparkstacker.risk.check.EntryFacts;
import dev.sparkstacker.risk.check.PreTradeChecks;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.sizing.SizeResult;
import dev.sparkstacker.risk.sizing.Sizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sizes entries, has risk judge them against everything held and working, and sends or denies them. Either way the whole
 * decision is told.
 *
 * <pre>
 *  prices and limits ─► Sizer ─► all pre-trade checks ─► every one passed? sent, and told to the book : denied
 * </pre>
 */
final class Entries {
    private final World world;
    private final RiskManager risk;

    /**
     * An entry that passed every check and was not sent yet.
     *
     * @param plan where its stop and target are to rest: the stop is the one that sized it
     */
    record Proposal(ProposedEntry entry, EntryPlan plan, SizeResult size, List<Check> checks) {}

    Entries(World world, RiskManager risk) {
        this.world = world;
        this.risk = risk;
    }

    /**
     * Judges an entry; a denial is told.
     *
     * @param beside an entry that will be sent before it, or null for none
     * @return what may be sent, or null where it is denied
     */
    @Nullable
    Proposal judge(Turn turn, Leg leg, Side side, EntryPlan plan, @Nullable Proposal beside) {
        Market market = world.market(leg.id().market());
        Instrument rules = market.instrument();
        if (rules == null) {
            deny(turn, leg, side, Reason.INSTRUMENT_UNKNOWN, "unlisted", "listed by the venue");
            return null;
        }
        Price touch = market.touch(side);
        if (touch == null) {
            deny(turn, leg, side, Reason.NO_QUOTE, "no price on the side taken", "a best bid and offer");
            return null;
        }
        world.risk().judge(turn);
        EntryView view = new EntryView(world, turn, leg, side, rules, touch, beside == null ? null : beside.entry());
        EntryPlan sized = plan.withStop(Protection.stopFor(side, touch, leg.exits(), plan, rules));
        EntryFacts facts = view.facts();
        SizeResult size = Sizer.size(view.sizing(sized, facts));
        ProposedEntry entry = view.proposed(sized, size);
        Proposal proposal = new Proposal(entry, sized, size, EntryView.checks(entry, facts, size));
        Check failed = PreTradeChecks.firstFailed(proposal.checks());
        if (failed == null) {
            return proposal;
        }
        Check told = EntryTelling.precise(failed, proposal.checks(), world.gate());
        EntryTelling.judged(turn, leg, proposal, told.rule());
        deny(turn, leg, side, told.rule(), told.value(), told.limit());
        return null;
    }

    /** Judges an entry and sends it. Whether it was sent. */
    boolean enter(Turn turn, Leg leg, Side side, EntryPlan plan) {
        Proposal proposal = judge(turn, leg, side, plan, null);
        if (proposal != null) {
            send(turn, leg, proposal);
        }
        return proposal != null;
    }

    /** Sends what passed every check. */
    void send(Turn turn, Leg leg, Proposal proposal) {
        ProposedEntry entry = proposal.entry();
        OrderRequest order = new OrderRequest(
                turn.nextOrderId(),
                leg.id(),
                OrderPurpose.ENTRY,
                entry.side(),
                entry.size(),
                entry.limit(),
                TimeInForce.IOC,
                false,
                null);
        switch (risk.judge(order, proposal.checks())) {
            case Verdict.Approved approved -> {
                EntryTelling.judged(turn, leg, proposal, null);
                leg.enter(turn, approved.order(), proposal.plan());
                world.risk().sent(turn, leg);
            }
            case Verdict.Denied denied ->
                throw new IllegalStateException("proposed although a check failed: " + denied.first());
        }
    }

    void deny(Turn turn, Leg leg, Side side, Reason reason, String value, String limit) {
        turn.tell(new Output.EntryDenied(turn.cause(), leg.id(), leg.account(), side, reason, value, limit));
    }
}
