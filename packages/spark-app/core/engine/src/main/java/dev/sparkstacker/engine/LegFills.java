package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import org.jspecify.annotations.Nullable;

/** Books what changes a leg's position, and has it protected, resized or ended. */
final class LegFills {
    private final Leg leg;
    private final LegCore core;
    private final LegExits exits;
    private final LegProtection protection;

    LegFills(Leg leg, LegCore core, LegExits exits, LegProtection protection) {
        this.leg = leg;
        this.core = core;
        this.exits = exits;
        this.protection = protection;
    }

    /**
     * How much of a fill this leg can book at once: an exit no more than it holds, and an entry against what it holds no
     * more than that; the rest of such an entry opens the other side.
     */
    Quantity canBook(OrderRequest order, Fill fill) {
        Side held = core.side();
        boolean against = held != null && held != fill.side() && !core.size().isZero();
        if (against) {
            return fill.size().min(core.size().abs());
        }
        return order.reduceOnly() ? Quantity.ZERO : fill.size();
    }

    /** Books a fill of this leg's own order, or its share of a foreign one. */
    void onFill(Turn turn, Fill fill, FillShare share, @Nullable ExitReason foreignReason) {
        core.correlate(turn);
        core.hold(core.position().with(fill, share));
        turn.tell(new Output.FillBooked(turn.cause(), core.account(), core.id(), fill, share.size()));
        if (core.position().isFlat()) {
            exits.becomeFlat(turn, leg, exits.reasonOf(fill, foreignReason));
            return;
        }
        boolean enlarged = fill.side() == core.side();
        switch (core.state()) {
            case FLAT, ENTERING -> protectOrLeave(turn);
            case OPENING, OPEN -> {
                if (enlarged || foreignReason != null || !core.guard().owns(fill.clientOrderId())) {
                    protection.protect(turn);
                } else {
                    core.tell(turn, "reduced");
                }
            }
            case EXITING -> {
                core.tell(turn, enlarged ? "enlarged while leaving" : "reduced");
                if (core.retreat().isDone(core.size().abs())) {
                    core.retreat().end();
                    protection.protect(turn);
                }
            }
        }
    }

    private void protectOrLeave(Turn turn) {
        ExitReason pending = core.retreat().reason();
        protection.protect(turn);
        if (pending != null) {
            exits.exit(turn, pending, Quantity.ZERO);
        }
    }

    void addFunding(Usd amount) {
        core.hold(core.position().withFunding(amount));
    }
}
