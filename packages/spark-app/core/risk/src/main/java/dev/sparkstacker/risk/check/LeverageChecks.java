package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.ScopedCheck.number;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;

/** Leverage and margin mode: offered by the market, allowed by the limits, and read back from the venue as wanted. */
final class LeverageChecks {
    private LeverageChecks() {}

    static Check offered(ProposedEntry entry, EntryFacts facts) {
        long offered = facts.market().instrument().maxLeverage().times();
        return ScopedCheck.atLeast(
                Reason.LEVERAGE_TOO_LOW,
                Unit.LEVERAGE,
                facts,
                limits -> number(limits.positions().minOfferedLeverage()),
                scope -> offered);
    }

    static Check allowed(ProposedEntry entry, EntryFacts facts) {
        long wanted = entry.leverage().times();
        long offered = facts.market().instrument().maxLeverage().times();
        if (wanted > offered) {
            return Check.atMost(Reason.LEVERAGE_TOO_HIGH, Unit.LEVERAGE, wanted, offered, null);
        }
        return ScopedCheck.atMost(
                Reason.LEVERAGE_TOO_HIGH,
                Unit.LEVERAGE,
                facts,
                limits -> number(limits.positions().maxLeverage()),
                scope -> wanted);
    }

    static Check confirmed(ProposedEntry entry, EntryFacts facts) {
        Leverage confirmed = facts.account().confirmedLeverage();
        Bound wanted = new Bound(
                Bound.Relation.IS,
                new Measure.Amount(Unit.LEVERAGE, entry.leverage().times()),
                null);
        if (confirmed == null) {
            return Check.unknown(Reason.LEVERAGE_UNCONFIRMED, "unread", wanted);
        }
        return new Check(
                Reason.LEVERAGE_UNCONFIRMED,
                confirmed.equals(entry.leverage()),
                new Measure.Amount(Unit.LEVERAGE, confirmed.times()),
                wanted);
    }

    static Check marginMode(ProposedEntry entry, EntryFacts facts) {
        MarginMode confirmed = facts.account().confirmedMarginMode();
        String seen = confirmed == null ? "unread" : confirmed.name();
        return Check.of(
                Reason.MARGIN_MODE_UNCONFIRMED,
                confirmed == entry.marginMode(),
                seen,
                entry.marginMode().name());
    }
}
