package dev.sparkstacker.risk.sizing;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a sizing method asks for, as notional. Every rounding makes it smaller. */
final class Wish {
    /** No position is larger, and no number overflows. */
    private static final Usd MOST = Usd.of("1000000000");

    private static final Bound KNOWN = Bound.words("known");
    private static final Bound SOME = Bound.words("> 0 %");

    /**
     * What came out.
     *
     * @param notional the wish; zero where it is refused
     * @param refusal why there is none, or null
     */
    record Outcome(Usd notional, @Nullable Check refusal) {
        private static Outcome of(Usd notional) {
            return new Outcome(notional.isNegative() ? Usd.ZERO : notional, null);
        }

        private static Outcome refused(Check why) {
            return new Outcome(Usd.ZERO, why);
        }
    }

    private Wish() {}

    static Outcome of(SizeRequest request) {
        return switch (request.sizing().method()) {
            case SizingMethod.FixedUsd fixed ->
                Outcome.of(fixed.margin().times(request.leverage().times()));
            case SizingMethod.FixedUnits fixed -> Outcome.of(request.entry().times(fixed.units(), RoundingMode.DOWN));
            case SizingMethod.PercentEquity share -> percentEquity(share, request);
            case SizingMethod.RiskBased risk -> riskBased(risk, request);
            case SizingMethod.Kelly kelly -> kelly(kelly, request);
        };
    }

    private static Outcome percentEquity(SizingMethod.PercentEquity share, SizeRequest request) {
        Usd equity = request.equity();
        return equity == null
                ? equityUnknown()
                : Outcome.of(share.margin()
                        .of(equity, RoundingMode.DOWN)
                        .times(request.leverage().times()));
    }

    private static Outcome riskBased(SizingMethod.RiskBased risk, SizeRequest request) {
        Usd equity = request.equity();
        Price stop = request.stop();
        if (equity == null) {
            return equityUnknown();
        }
        if (stop == null) {
            return Outcome.refused(Check.unknown(Reason.STOP_MISSING, "none", Bound.words("a stop to size by")));
        }
        long distance = distance(request, stop);
        if (distance <= 0) {
            Measure seen = new Measure.Amount(Unit.PRICE, stop.e8());
            Bound.Relation right = request.side() == Side.BUY ? Bound.Relation.BELOW : Bound.Relation.ABOVE;
            Bound bound = new Bound(
                    right, new Measure.Amount(Unit.PRICE, request.entry().e8()), null);
            return Outcome.refused(new Check(Reason.STOP_ON_WRONG_SIDE, false, seen, bound));
        }
        return Outcome.of(losing(risk.risk().of(equity, RoundingMode.DOWN), request.entry(), distance));
    }

    /** The notional that loses an amount over a distance; a stop next to the entry asks for no more than the most. */
    private static Usd losing(Usd amount, Price entry, long distance) {
        long factor = entry.e8() / distance + 1;
        return amount.e8() > MOST.e8() / factor
                ? MOST
                : new Usd(FixedPoint.multiplyDivide(amount.e8(), entry.e8(), distance, RoundingMode.DOWN));
    }

    private static Outcome kelly(SizingMethod.Kelly kelly, SizeRequest request) {
        Usd equity = request.equity();
        if (equity == null) {
            return equityUnknown();
        }
        Pct fraction = fraction(kelly);
        if (!fraction.isPositive()) {
            return Outcome.refused(
                    new Check(Reason.NO_EDGE, false, new Measure.Amount(Unit.PCT, fraction.e10()), SOME));
        }
        Pct capped = fraction.compareTo(kelly.cap()) > 0 ? kelly.cap() : fraction;
        return Outcome.of(capped.of(equity, RoundingMode.DOWN));
    }

    /** f = p − (1 − p) · average loss ÷ average win. */
    private static Pct fraction(SizingMethod.Kelly kelly) {
        long lossRate = Math.subtractExact(Pct.HUNDRED.e10(), kelly.winRate().e10());
        if (!kelly.averageWin().isPositive()) {
            return new Pct(-lossRate);
        }
        long lost = FixedPoint.multiplyDivide(
                lossRate, kelly.averageLoss().e10(), kelly.averageWin().e10(), RoundingMode.UP);
        return new Pct(Math.subtractExact(kelly.winRate().e10(), lost));
    }

    /** From the entry to the stop, positive on the side of loss. */
    static long distance(SizeRequest request, Price stop) {
        long fall = request.entry().e8() - stop.e8();
        return request.side() == Side.BUY ? fall : -fall;
    }

    /** The wish scaled by the strength of the signal and by a breaker's warning. */
    static Usd scaled(Usd wish, SizeRequest request) {
        Usd byStrength = request.sizing().scaleByStrength() ? wish.times(request.strength(), RoundingMode.DOWN) : wish;
        return request.halved() ? byStrength.times(new Rate(Rate.ONE / 2), RoundingMode.DOWN) : byStrength;
    }

    private static Outcome equityUnknown() {
        return Outcome.refused(Check.unknown(Reason.EQUITY_UNKNOWN, "unknown", KNOWN));
    }
}
