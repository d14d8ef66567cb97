package dev.sparkstacker.risk.sizing;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;
import dev.sparkstacker.risk.limit.Tightest;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sizes an entry.
 *
 * <pre>
 *  method ─► × strength ─► ÷ 2 if a breaker warns ─► caps, down only ─► whole lots, down ─► risk left
 *                                                                           └─► below a minimum: skipped
 * </pre>
 */
public final class Sizer {
    private Sizer() {}

    /** The size, or why the trade is skipped. */
    public static SizeResult size(SizeRequest request) {
        Wish.Outcome wish = Wish.of(request);
        if (wish.refusal() != null) {
            return new SizeResult.Skipped(wish.refusal());
        }
        Usd wished = Wish.scaled(wish.notional(), request);
        if (request.position() == null) {
            return new SizeResult.Skipped(
                    Check.unknown(Reason.MAX_POSITION_SIZE, "position unknown", Bound.words("known")));
        }
        List<Cap> caps = new ArrayList<>();
        Usd capped = capped(wished, request, request.position(), caps);
        Quantity size = request.instrument().roundSize(capped.dividedBy(request.entry(), RoundingMode.DOWN));
        Usd notional = request.entry().times(size, RoundingMode.DOWN);
        Check tooSmall = tooSmall(request, size, notional, caps);
        return tooSmall != null
                ? new SizeResult.Skipped(tooSmall)
                : new SizeResult.Sized(
                        size,
                        notional,
                        wished,
                        List.copyOf(caps),
                        plannedRisk(request, wished),
                        riskOf(request, size),
                        kept(notional, wished));
    }

    private static Usd capped(Usd wished, SizeRequest request, Usd position, List<Cap> caps) {
        Usd byOrder = cap(
                wished,
                Reason.MAX_ORDER_SIZE,
                Tightest.upper(
                        request.limits(), limits -> number(limits.orders().maxSize()), scope -> 0L),
                caps);
        Usd byPosition = cap(
                byOrder,
                Reason.MAX_POSITION_SIZE,
                Tightest.upper(
                        request.limits(), limits -> number(limits.positions().maxSize()), scope -> position.e8()),
                caps);
        Usd equity = request.equity();
        if (equity == null) {
            return byPosition;
        }
        Usd reach =
                equity.isNegative() ? Usd.ZERO : equity.times(request.leverage().times());
        Bound bound = new Bound(Bound.Relation.AT_MOST, new Measure.Amount(Unit.USD, reach.e8()), null);
        return lowered(byPosition, reach, Reason.LEVERAGE_TOO_HIGH, bound, caps);
    }

    /** What a limit leaves: no more than its room. */
    private static Usd cap(Usd notional, Reason rule, @Nullable Tightest tightest, List<Cap> caps) {
        if (tightest == null || tightest.value() == null) {
            return notional;
        }
        Bound bound =
                new Bound(Bound.Relation.AT_MOST, new Measure.Amount(Unit.USD, tightest.limit()), tightest.scope());
        Usd room = new Usd(Math.max(0, Math.subtractExact(tightest.limit(), tightest.value())));
        return lowered(notional, room, rule, bound, caps);
    }

    private static Usd lowered(Usd notional, Usd room, Reason rule, Bound bound, List<Cap> caps) {
        if (notional.compareTo(room) <= 0) {
            return notional;
        }
        caps.add(new Cap(rule, bound, room));
        return room;
    }

    private static @Nullable Check tooSmall(SizeRequest request, Quantity size, Usd notional, List<Cap> caps) {
        if (size.isZero()) {
            Quantity lot = request.instrument().lot();
            Bound bound = new Bound(Bound.Relation.AT_LEAST, new Measure.Amount(Unit.SIZE, lot.e8()), null);
            return new Check(Reason.ROUNDS_TO_ZERO, false, told(new Measure.Amount(Unit.SIZE, 0), caps), bound);
        }
        Usd least = request.instrument().minNotional();
        if (notional.compareTo(least) < 0) {
            Bound bound = new Bound(Bound.Relation.AT_LEAST, new Measure.Amount(Unit.USD, least.e8()), null);
            return new Check(Reason.BELOW_MIN_NOTIONAL, false, told(money(notional), caps), bound);
        }
        Tightest own = Tightest.lower(
                request.limits(), limits -> number(limits.orders().minSize()), scope -> notional.e8());
        if (own != null && notional.e8() < own.limit()) {
            Bound bound = new Bound(Bound.Relation.AT_LEAST, new Measure.Amount(Unit.USD, own.limit()), own.scope());
            return new Check(Reason.BELOW_MIN_ORDER_SIZE, false, told(money(notional), caps), bound);
        }
        return null;
    }

    /** What was seen, and which limits made it so. */
    private static Measure told(Measure seen, List<Cap> caps) {
        return caps.isEmpty() ? seen : new Measure.Words(seen + ", lowered by " + caps.getLast());
    }

    private static @Nullable Usd plannedRisk(SizeRequest request, Usd wished) {
        Price stop = request.stop();
        return stop == null
                ? null
                : new Usd(FixedPoint.multiplyDivide(
                        wished.e8(),
                        Math.abs(Wish.distance(request, stop)),
                        request.entry().e8(),
                        RoundingMode.UP));
    }

    private static @Nullable Usd riskOf(SizeRequest request, Quantity size) {
        Price stop = request.stop();
        return stop == null ? null : new Price(Math.abs(Wish.distance(request, stop))).times(size, RoundingMode.UP);
    }

    private static Rate kept(Usd notional, Usd wished) {
        return new Rate(FixedPoint.multiplyDivide(notional.e8(), Rate.ONE, wished.e8(), RoundingMode.DOWN));
    }

    private static Measure money(Usd amount) {
        return new Measure.Amount(Unit.USD, amount.e8());
    }

    private static @Nullable Long number(@Nullable Usd amount) {
        return amount == null ? null : (Long) amount.e8();
    }
}
