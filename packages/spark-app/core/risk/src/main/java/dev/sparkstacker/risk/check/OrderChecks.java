package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.ScopedCheck.number;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What holds for the single order: how often, how small, how large, and at which price at worst. */
final class OrderChecks {
    private OrderChecks() {}

    static Check rate(ProposedEntry entry, EntryFacts facts) {
        return ScopedCheck.atMost(
                Reason.MAX_ORDER_RATE,
                Unit.COUNT,
                facts,
                limits -> number(limits.orders().maxPerMinute()),
                scope -> facts.loads().in(scope).entriesWithinMinute() + 1L);
    }

    static Check wholeLots(ProposedEntry entry, EntryFacts facts) {
        Quantity lot = facts.market().instrument().lot();
        Quantity size = entry.size();
        boolean whole = !size.isZero() && size.e8() % lot.e8() == 0;
        Bound bound = new Bound(Bound.Relation.AT_LEAST, new Measure.Amount(Unit.SIZE, lot.e8()), null);
        return new Check(Reason.ROUNDS_TO_ZERO, whole, new Measure.Amount(Unit.SIZE, size.e8()), bound);
    }

    static Check venueMinimum(ProposedEntry entry, EntryFacts facts) {
        Usd minimum = facts.market().instrument().minNotional();
        return Check.atLeast(
                Reason.BELOW_MIN_NOTIONAL, Unit.USD, entry.notional().e8(), minimum.e8(), null);
    }

    static Check minSize(ProposedEntry entry, EntryFacts facts) {
        Long notional = entry.notional().e8();
        return ScopedCheck.atLeast(
                Reason.BELOW_MIN_ORDER_SIZE,
                Unit.USD,
                facts,
                limits -> number(limits.orders().minSize()),
                scope -> notional);
    }

    static Check maxSize(ProposedEntry entry, EntryFacts facts) {
        Long notional = entry.notional().e8();
        return ScopedCheck.atMost(
                Reason.MAX_ORDER_SIZE,
                Unit.USD,
                facts,
                limits -> number(limits.orders().maxSize()),
                scope -> notional);
    }

    static Check priceCollar(ProposedEntry entry, EntryFacts facts) {
        Long distance = distance(entry.limit(), facts.market().mark());
        return ScopedCheck.atMost(
                Reason.PRICE_COLLAR,
                Unit.PCT,
                facts,
                limits -> number(limits.orders().priceCollar()),
                scope -> distance);
    }

    private static @Nullable Long distance(Price limit, @Nullable Price mark) {
        return mark == null || mark.isZero()
                ? null
                : (Long) Pct.share(Math.abs(limit.e8() - mark.e8()), mark.e8(), RoundingMode.UP)
                        .e10();
    }
}
