package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.check.EntryFacts;
import dev.sparkstacker.risk.check.PreTradeChecks;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.sizing.SizeRequest;
import dev.sparkstacker.risk.sizing.SizeResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the engine knows that an entry is sized and judged by. What it does not know stays null, and fails its check. */
final class EntryView {
    private final World world;
    private final Leg leg;
    private final Side side;
    private final Instrument rules;
    private final Price touch;
    private final @Nullable ProposedEntry beside;
    private final long nowMs;
    private final Market market;
    private final AccountBook account;

    EntryView(
            World world, Turn turn, Leg leg, Side side, Instrument rules, Price touch, @Nullable ProposedEntry beside) {
        this.world = world;
        this.leg = leg;
        this.side = side;
        this.rules = rules;
        this.touch = touch;
        this.beside = beside;
        this.nowMs = turn.nowMs();
        this.market = world.market(leg.id().market());
        this.account = world.account(leg.account());
    }

    EntryFacts facts() {
        AccountId accountId = leg.account();
        LegId id = leg.id();
        return new EntryFacts(
                nowMs,
                trading(),
                world.risk().book().standing(accountId, id.strategy(), id.market(), nowMs),
                marketView(),
                accountView(),
                new Burden(world, beside, nowMs).of(leg),
                world.risk().limits().covering(accountId, id.strategy(), id.market()),
                world.config().risk().schedule());
    }

    private EntryFacts.Trading trading() {
        NetPosition net = new NetPosition(world, leg.account());
        return new EntryFacts.Trading(
                world.gate().current(),
                account.isReconciled(),
                !leg.isFlat(),
                net.oppositeHolder(leg.id().market(), side));
    }

    private EntryFacts.MarketView marketView() {
        FeedFault fault = market.fault();
        return new EntryFacts.MarketView(
                rules,
                fault == null ? null : fault.toString(),
                market.quoteAgeMs(nowMs),
                world.config().orders().maxBookAgeMs(),
                market.mark(),
                market.book(nowMs));
    }

    private EntryFacts.AccountView accountView() {
        NetPosition net = new NetPosition(world, leg.account());
        boolean cross = account.marginMode() == MarginMode.CROSS;
        return new EntryFacts.AccountView(
                world.risk().equity(leg.account(), nowMs),
                account.leverage().confirmed(market.id()),
                account.leverage().confirmedMode(market.id()),
                net.held(market.id(), side),
                cross ? net.maintenanceBeside(market.id()) : Usd.ZERO);
    }

    /** What decides the size; the stop is where it will be placed. */
    SizeRequest sizing(EntryPlan plan, EntryFacts facts) {
        return new SizeRequest(
                leg.config().sizing(),
                side,
                touch,
                plan.stop(),
                leg.config().leverage(),
                facts.account().equity(),
                plan.strength(),
                facts.standing().warned(),
                rules,
                facts.limits(),
                facts.loads().position());
    }

    /** The entry as it would be sent, of no size where sizing skips it. */
    ProposedEntry proposed(EntryPlan plan, SizeResult size) {
        Rate target =
                Objects.requireNonNullElse(plan.targetDistance(), leg.exits().targetDistance());
        return new ProposedEntry(
                leg.account(),
                leg.id(),
                side,
                size instanceof SizeResult.Sized sized ? sized.size() : Quantity.ZERO,
                touch,
                Prices.capped(side, touch, world.config().orders().entrySlippageCap(), rules),
                leg.config().leverage(),
                account.marginMode(),
                plan.stop(),
                target);
    }

    /** All checks; where sizing skips the entry, its reason stands where the size is checked. */
    static List<Check> checks(ProposedEntry entry, EntryFacts facts, SizeResult size) {
        List<Check> checks = PreTradeChecks.run(entry, facts);
        if (size instanceof SizeResult.Skipped skipped) {
            checks.replaceAll(check -> check.rule() == Reason.ROUNDS_TO_ZERO ? skipped.why() : check);
        }
        return checks;
    }
}
