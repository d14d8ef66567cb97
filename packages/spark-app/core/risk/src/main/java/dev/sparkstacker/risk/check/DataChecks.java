package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;

/** Whether the market's data can be trusted and is young enough. */
final class DataChecks {
    private static final Measure NONE = new Measure.Words("none");
    private static final Bound MUST_BE_NONE = Bound.words("none");
    private static final Bound MUST_BE_KNOWN = Bound.words("known");

    private DataChecks() {}

    static Check feed(ProposedEntry entry, EntryFacts facts) {
        String fault = facts.market().feedFault();
        Measure seen = fault == null ? NONE : new Measure.Words(fault);
        return new Check(Reason.FEED_DEGRADED, fault == null, seen, MUST_BE_NONE);
    }

    static Check quoteAge(ProposedEntry entry, EntryFacts facts) {
        EntryFacts.MarketView market = facts.market();
        return Check.atMost(Reason.STALE_QUOTE, Unit.MS, market.quoteAgeMs(), market.maxAgeMs(), null);
    }

    static Check mark(ProposedEntry entry, EntryFacts facts) {
        Price mark = facts.market().mark();
        return mark == null || mark.isZero()
                ? Check.unknown(Reason.NO_MARK, "unknown", MUST_BE_KNOWN)
                : new Check(Reason.NO_MARK, true, new Measure.Amount(Unit.PRICE, mark.e8()), MUST_BE_KNOWN);
    }
}
