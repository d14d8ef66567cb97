package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import java.util.ArrayList;
import java.util.List;

/** Carries out what a person asks for. */
final class OperatorDesk {
    private final World world;

    OperatorDesk(World world) {
        this.world = world;
    }

    void on(Turn turn, OperatorEvent event) {
        switch (event) {
            case OperatorEvent.HaltRequested halt -> {
                hold(turn, TradingState.HALTED, halt.reason(), halt.operator());
                answer(turn, event, true, "halted: no entries; open positions keep their stops and targets");
            }
            case OperatorEvent.ResumeRequested resume -> resume(turn, resume);
            case OperatorEvent.CloseRequested close -> close(turn, close);
            case OperatorEvent.FlattenRequested flatten -> {
                flatten(turn, flatten.reason(), flatten.operator());
                answer(turn, event, true, world.isFlat() ? "already flat; halted" : "closing everything, then halted");
            }
            case OperatorEvent.StopRequested stop -> stop(turn, stop);
            case OperatorEvent.PartialHaltRequested halt ->
                answer(turn, halt, false, "denied: this engine halts everything or nothing, not " + halt.scope());
            case OperatorEvent.PartialResumeRequested resume ->
                answer(turn, resume, false, "denied: " + resume.scope() + " is not halted on its own");
            case OperatorEvent.BreakerResetRequested reset ->
                answer(turn, reset, false, "denied: there is no breaker \"" + reset.breaker() + "\"");
        }
    }

    /** Ends a flattening once the venue's fills say flat. */
    void settle(Turn turn) {
        boolean flattening = world.gate().current() == TradingState.FLATTENING;
        if (flattening && world.isFlat()) {
            world.gate()
                    .hold(
                            turn,
                            TradingState.HALTED,
                            "flattened: " + world.gate().reason(),
                            "engine");
        }
    }

    private void hold(Turn turn, TradingState state, String reason, String who) {
        world.pairs().forEach(Pair::forgetPending);
        List<ClientOrderId> entries = new ArrayList<>();
        for (OrderRecord order : world.orders().all()) {
            if (!order.request().reduceOnly() && order.state().mayExecute()) {
                entries.add(order.id());
            }
        }
        world.orders().cancel(turn, entries);
        turn.correlate("operator-" + turn.sequence());
        world.gate().hold(turn, state, reason, who);
    }

    private void resume(Turn turn, OperatorEvent.ResumeRequested resume) {
        if (world.gate().current() == TradingState.FLATTENING) {
            answer(turn, resume, false, "still closing positions; resume when flat");
            return;
        }
        world.gate().release(turn, resume.reason(), resume.operator());
        answer(
                turn,
                resume,
                true,
                "now " + world.gate().current() + ": " + world.gate().reason());
    }

    private void close(Turn turn, OperatorEvent.CloseRequested close) {
        int legs = 0;
        for (Pair pair : world.pairs()) {
            if (pair.legs().stream().anyMatch(leg -> leg.id().market().equals(close.market()))) {
                pair.forgetPending();
            }
        }
        for (Leg leg : world.legs()) {
            if (leg.id().market().equals(close.market()) && !leg.size().isZero()) {
                leg.exit(turn, ExitReason.OPERATOR, leg.keepAfter(close.fraction()));
                legs++;
            }
        }
        turn.correlate("operator-" + turn.sequence());
        String market = close.market().toString();
        answer(turn, close, legs > 0, legs > 0 ? "closing " + legs + " legs in " + market : "no position in " + market);
    }

    private void flatten(Turn turn, String reason, String who) {
        hold(turn, TradingState.FLATTENING, reason, who);
        for (Leg leg : world.legs()) {
            leg.exit(turn, ExitReason.OPERATOR, Quantity.ZERO);
        }
        turn.correlate("operator-" + turn.sequence());
        settle(turn);
    }

    private void stop(Turn turn, OperatorEvent.StopRequested stop) {
        world.gate().setStopping(turn, true);
        world.pairs().forEach(Pair::forgetPending);
        if (stop.flatten()) {
            for (Leg leg : world.legs()) {
                leg.exit(turn, ExitReason.OPERATOR, Quantity.ZERO);
            }
        }
        turn.correlate("operator-" + turn.sequence());
        answer(
                turn,
                stop,
                true,
                stop.flatten() ? "closing everything, then stopping" : "stopping; positions keep resting stops");
    }

    private static void answer(Turn turn, OperatorEvent event, boolean accepted, String message) {
        turn.tell(new Output.RequestAnswered(turn.cause(), event.requestId(), accepted, message));
    }
}
