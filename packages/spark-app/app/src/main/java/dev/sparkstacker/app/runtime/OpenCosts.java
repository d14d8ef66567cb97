package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.query.TradingQueries;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fees and funding of each open leg since it was last flat. Where legs share an execution, each has its part of the fee
 * by size, rounded to 10<sup>-8</sup> USD; the books of closed trades divide the odd digit, this view does not.
 */
final class OpenCosts {
    private final Map<LegId, LegCosts> costs = new TreeMap<>();

    /** Takes over what the open legs cost under processes before this one. */
    void goOnFrom(TradingQueries stored) {
        for (Output.LegChanged leg : stored.openLegs()) {
            stored.fillsSinceFlat(leg.leg()).forEach(this::fill);
            stored.fundingSinceFlat(leg.leg()).forEach(this::funding);
        }
    }

    void fill(Output.FillBooked booked) {
        add(booked.leg(), new LegCosts(feeOf(booked.fill(), booked.booked()), Usd.ZERO));
    }

    void funding(Output.FundingBooked booked) {
        add(booked.leg(), new LegCosts(Usd.ZERO, booked.amount()));
    }

    /** The fill that closes a leg is told before the leg is told to be flat. */
    void leg(Output.LegChanged changed) {
        if (changed.state() == LegState.FLAT) {
            costs.remove(changed.leg());
        }
    }

    LegCosts of(LegId leg) {
        return costs.getOrDefault(leg, LegCosts.NONE);
    }

    private void add(@Nullable LegId leg, LegCosts more) {
        if (leg != null) {
            costs.merge(leg, more, LegCosts::plus);
        }
    }

    private static Usd feeOf(Fill fill, Quantity part) {
        return part.equals(fill.size())
                ? fill.fee()
                : new Usd(FixedPoint.multiplyDivide(
                        fill.fee().e8(), part.e8(), fill.size().e8(), RoundingMode.HALF_UP));
    }
}
