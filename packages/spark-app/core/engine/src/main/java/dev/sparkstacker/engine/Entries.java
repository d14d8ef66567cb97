package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.EntryContext;
import dev.sparkstacker.risk.EntryProposal;
import dev.sparkstacker.risk.RiskManager;
import dev.sparkstacker.risk.Sizing;
import dev.sparkstacker.risk.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sizes entries, has risk judge them against everything held and working, and sends or denies them. */
final class Entries {
    private final World world;
    private final RiskManager risk;

    Entries(World world, RiskManager risk) {
        this.world = world;
        this.risk = risk;
    }

    /** Whether an entry would be approved if another leg had entered before it; a denial is told. */
    boolean allows(Turn turn, Leg leg, Side side) {
        EntryProposal proposal = propose(turn, leg, side);
        return proposal != null
                && passes(turn, leg, side, proposal, Exposure.of(world, leg, side, proposal.reference()));
    }

    /** Whether a second entry would be approved beside a first that is not sent yet; a denial is told. */
    boolean allowsBeside(Turn turn, Leg leg, Side side, Leg first) {
        EntryProposal proposal = propose(turn, leg, side);
        if (proposal == null) {
            return false;
        }
        Exposure exposure = Exposure.of(world, leg, side, proposal.reference())
                .plus(first.config().notional(), 1);
        return passes(turn, leg, side, proposal, exposure);
    }

    private boolean passes(Turn turn, Leg leg, Side side, EntryProposal proposal, Exposure exposure) {
        for (Check check : risk.checkEntry(proposal, context(turn, leg, exposure))) {
            if (!check.passed()) {
                deny(turn, leg, side, check.rule(), check.value(), check.limit());
                return false;
            }
        }
        return true;
    }

    /** Enters if risk approves; otherwise tells why not. */
    boolean enter(Turn turn, Leg leg, Side side, EntryPlan plan) {
        EntryProposal proposal = propose(turn, leg, side);
        Instrument rules = world.market(leg.id().market()).instrument();
        if (proposal == null || rules == null) {
            return false;
        }
        Exposure exposure = Exposure.of(world, leg, side, proposal.reference());
        List<Check> checks = risk.checkEntry(proposal, context(turn, leg, exposure));
        for (Check check : checks) {
            if (!check.passed()) {
                deny(turn, leg, side, check.rule(), check.value(), check.limit());
                return false;
            }
        }
        Price limit =
                Prices.capped(side, proposal.reference(), config().orders().entrySlippageCap(), rules);
        OrderRequest order = new OrderRequest(
                turn.nextOrderId(),
                leg.id(),
                OrderPurpose.ENTRY,
                side,
                proposal.size(),
                limit,
                TimeInForce.IOC,
                false,
                null);
        return switch (risk.judge(order, checks)) {
            case Verdict.Approved approved -> {
                leg.enter(turn, approved.order(), plan);
                yield true;
            }
            case Verdict.Denied denied -> {
                Check first = denied.first();
                deny(turn, leg, side, first.rule(), first.value(), first.limit());
                yield false;
            }
        };
    }

    void deny(Turn turn, Leg leg, Side side, Reason reason, String value, String limit) {
        Reason precise = reason == Reason.NOT_ACTIVE ? world.gate().refusal() : reason;
        turn.tell(new Output.EntryDenied(turn.cause(), leg.id(), leg.account(), side, precise, value, limit));
    }

    private @Nullable EntryProposal propose(Turn turn, Leg leg, Side side) {
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
        Quantity size = Sizing.ofNotional(leg.config().notional(), touch, rules);
        return new EntryProposal(
                leg.account(), leg.id(), side, size, touch, leg.config().leverage());
    }

    private EntryContext context(Turn turn, Leg leg, Exposure exposure) {
        Market market = world.market(leg.id().market());
        AccountBook account = world.account(leg.account());
        Instrument rules = market.instrument();
        if (rules == null) {
            throw new IllegalStateException("proposed in an unlisted market: " + market.id());
        }
        return new EntryContext(
                world.gate().current(),
                account.isReconciled(),
                market.fault() == null ? null : market.fault().toString(),
                market.quoteAgeMs(turn.nowMs()),
                config().orders().maxBookAgeMs(),
                rules,
                account.leverage().confirmed(market.id()),
                exposure.inMarket(),
                exposure.total(),
                exposure.positions(),
                exposure.oppositeHolder(),
                !leg.isFlat(),
                config().risk());
    }

    private TradingConfig config() {
        return world.config();
    }
}
