package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds events that another build has decided on. What was decided then is taken from the journal: those orders are
 * known and those cancels are asked for, whatever this build would have done.
 *
 * <pre>
 *  event ─► Engine.onEvent ─► facts: prices, bars, fills, answers      kept
 *                         └─► decisions of this build                  equal to the recorded ones? kept : undone
 *  recorded commands ────────────────────────────────────────────────► done in their place
 * </pre>
 *
 * <p>Nothing leaves: the turn holds outputs for the store and never a command. Questions and leverage need no trace,
 * because the next epoch reads everything again.
 */
public final class RecordedTail {
    private final Engine engine;

    /** @param engine the engine that is to know what was decided */
    public RecordedTail(Engine engine) {
        this.engine = engine;
    }

    /**
     * Folds in an event with the commands it caused then.
     *
     * @param recorded those commands, in order
     * @param turn holds the outputs afterwards, and no command
     */
    public void apply(Stamped event, List<Command> recorded, Turn turn) {
        boolean mayDecide = mayDecide(event) || !recorded.isEmpty();
        EngineState before = mayDecide ? engine.state() : null;
        engine.onEvent(event, turn);
        if (before != null && !turn.commands().equals(recorded)) {
            RecordedDecisions decisions = new RecordedDecisions(before, engine.state(), recorded, event, turn);
            engine.load(decisions.state());
            amend(turn, decisions);
        }
        turn.commands().clear();
    }

    /** Prices alone decide nothing, unless a deadline passes at that moment. */
    private boolean mayDecide(Stamped event) {
        boolean price = event.event() instanceof MarketEvent.BestBidOffer
                || event.event() instanceof MarketEvent.TradePrinted
                || event.event() instanceof MarketEvent.BookChanged;
        return !price || engine.isDue(event.venueTimeMs(), event.machineTimeMs());
    }

    /** What was told of orders that never were is taken back; of those that were it is told. */
    private static void amend(Turn turn, RecordedDecisions decisions) {
        Set<ClientOrderId> phantoms = decisions.phantoms();
        Set<LegId> amended = new TreeSet<>();
        decisions.amendedLegs().forEach(leg -> amended.add(leg.id()));
        turn.outputs().removeIf(output -> switch (output) {
            case Output.OrderChanged changed ->
                phantoms.contains(changed.order().id());
            case Output.LegChanged changed -> amended.contains(changed.leg());
            default -> false;
        });
        for (OrderRecord order : decisions.news()) {
            turn.tell(new Output.OrderChanged(
                    turn.cause(),
                    order.account(),
                    order.request(),
                    order.state(),
                    order.orderId(),
                    order.filled(),
                    order.averagePrice(),
                    "as recorded"));
        }
        for (LegRecord leg : decisions.amendedLegs()) {
            turn.tell(new Output.LegChanged(
                    turn.cause(),
                    leg.account(),
                    leg.id(),
                    leg.state(),
                    leg.position().size(),
                    leg.position().entryPrice(),
                    leg.guard().stopPrice(),
                    leg.guard().targetPrice(),
                    "as recorded"));
        }
    }
}
