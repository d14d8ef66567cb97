package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.Reading;
import dev.sparkstacker.risk.state.KillSwitch;
import java.util.stream.Collectors;

/** Whether anything may be entered here and now at all. */
final class StateChecks {
    private static final Measure NONE = new Measure.Words("none");
    private static final Measure NO = new Measure.Words("no");
    private static final Measure YES = new Measure.Words("yes");
    private static final Measure NOBODY = new Measure.Words("nobody");
    private static final Measure KNOWN = new Measure.Words("known");
    private static final Measure OPEN = new Measure.Words("open");
    private static final Bound ACTIVE = Bound.words(TradingState.ACTIVE.name());
    private static final Bound MUST_BE_NONE = Bound.words("none");
    private static final Bound MUST_BE_NO = Bound.words("no");
    private static final Bound MUST_BE_YES = Bound.words("yes");
    private static final Bound MUST_BE_NOBODY = Bound.words("nobody");
    private static final Bound MUST_BE_KNOWN = Bound.words("known");
    private static final Bound WITHIN_HOURS = Bound.words("within the trading hours");
    private static final Bound ALWAYS = Bound.words("always open");

    private StateChecks() {}

    static Check tradingState(ProposedEntry entry, EntryFacts facts) {
        TradingState state = facts.trading().state();
        return new Check(Reason.NOT_ACTIVE, state == TradingState.ACTIVE, new Measure.Words(state.name()), ACTIVE);
    }

    static Check killSwitch(ProposedEntry entry, EntryFacts facts) {
        KillSwitch kill = facts.standing().kill();
        Measure seen = kill == null ? NONE : new Measure.Words(kill.toString());
        return new Check(Reason.KILL_SWITCH, kill == null, seen, MUST_BE_NONE);
    }

    static Check reconciled(ProposedEntry entry, EntryFacts facts) {
        boolean reconciled = facts.trading().reconciled();
        return new Check(Reason.NOT_RECONCILED, reconciled, reconciled ? YES : NO, MUST_BE_YES);
    }

    static Check breaker(ProposedEntry entry, EntryFacts facts) {
        Breaker tripped = facts.standing().tripped();
        if (tripped == null) {
            return new Check(Reason.BREAKER_TRIPPED, true, NONE, MUST_BE_NONE);
        }
        Reading reading = tripped.latch().reading();
        return Check.of(
                Reason.BREAKER_TRIPPED,
                false,
                tripped.name() + " at " + reading.valueText(),
                "none; it trips at " + reading.limitText());
    }

    static Check equityKnown(ProposedEntry entry, EntryFacts facts) {
        String doubt = facts.standing().equityDoubt();
        if (doubt != null) {
            return Check.unknown(Reason.EQUITY_UNKNOWN, doubt, MUST_BE_KNOWN);
        }
        boolean known = facts.account().equity() != null;
        return new Check(Reason.EQUITY_UNKNOWN, known, known ? KNOWN : new Measure.Words("unknown"), MUST_BE_KNOWN);
    }

    static Check schedule(ProposedEntry entry, EntryFacts facts) {
        if (facts.schedule().isEmpty()) {
            return new Check(Reason.OUTSIDE_SCHEDULE, true, OPEN, ALWAYS);
        }
        for (TradingWindow window : facts.schedule()) {
            if (window.contains(facts.nowMs())) {
                return new Check(Reason.OUTSIDE_SCHEDULE, true, OPEN, WITHIN_HOURS);
            }
        }
        String windows = facts.schedule().stream().map(TradingWindow::toString).collect(Collectors.joining(", "));
        return Check.of(Reason.OUTSIDE_SCHEDULE, false, "closed", windows + " UTC");
    }

    static Check duplicate(ProposedEntry entry, EntryFacts facts) {
        boolean duplicate = facts.trading().duplicate();
        return new Check(Reason.DUPLICATE_ENTRY, !duplicate, duplicate ? YES : NO, MUST_BE_NO);
    }

    static Check opposite(ProposedEntry entry, EntryFacts facts) {
        String holder = facts.trading().oppositeHolder();
        Measure seen = holder == null ? NOBODY : new Measure.Words(holder);
        return new Check(Reason.OPPOSITE_ON_NET_ACCOUNT, holder == null, seen, MUST_BE_NOBODY);
    }
}
