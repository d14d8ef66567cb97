package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.domain.output.Output.MarketMarked;
import dev.sparkstacker.telemetry.metrics.Labels;

/** Positions of legs: how large they are, what they are worth, and each of their changes. */
final class LegWatch {
    private final Outlet out;
    private final LegBook legs;
    private final LegConfigs configs;
    private final LegChanges changes;

    LegWatch(Outlet out, LegBook legs) {
        this.out = out;
        this.legs = legs;
        this.configs = new LegConfigs(out.config());
        this.changes = new LegChanges(out);
    }

    /** Takes over a leg that a process before this one left open: it is shown, and no change is told. */
    void goOnFrom(LegChanged leg) {
        legs.take(leg);
        value(leg);
        countPositions(leg.leg().market());
    }

    void changed(LegChanged leg) {
        changes.tell(leg, legs.take(leg));
        value(leg);
        countPositions(leg.leg().market());
    }

    void marked(MarketMarked marked) {
        legs.mark(marked.market(), marked.mark());
        for (LegChanged leg : legs.in(marked.market())) {
            value(leg);
        }
    }

    /** Sets what a leg is worth; without a mark the entry price stands in, so that a position is never shown as none. */
    private void value(LegChanged leg) {
        LegId id = leg.leg();
        String strategy = id.strategy().name();
        String market = id.market().symbol();
        String role = Labels.leg(id.role());
        double size = leg.size().abs().toDouble();
        for (Side side : Side.values()) {
            boolean held = leg.size().signum() == side.sign();
            out.meters()
                    .strategy
                    .position
                    .labelValues(strategy, out.venue(), market, role, Labels.direction(side))
                    .set(held ? size : 0);
        }
        Price entry = leg.entryPrice();
        Price mark = legs.mark(id.market());
        Price price = mark == null ? entry : mark;
        double notional = price == null ? 0 : leg.size().signum() * size * price.toDouble();
        out.meters()
                .account
                .notional
                .labelValues(leg.account().name(), market, role)
                .set(notional);
        LegConfig config = configs.of(id);
        double percent = 0;
        if (config != null && entry != null && mark != null && !entry.isZero()) {
            double move = (mark.toDouble() - entry.toDouble()) / entry.toDouble();
            percent = 100.0 * leg.size().signum() * move * config.leverage().times();
        }
        out.meters()
                .strategy
                .pnlOpen
                .labelValues(strategy, out.venue(), market, role)
                .set(percent);
    }

    private void countPositions(MarketId market) {
        for (Side side : Side.values()) {
            long held = legs.in(market).stream()
                    .filter(leg -> leg.size().signum() == side.sign())
                    .count();
            out.meters()
                    .trading
                    .activePositions
                    .labelValues(out.venue(), market.symbol(), Labels.direction(side))
                    .set((double) held);
        }
    }
}
