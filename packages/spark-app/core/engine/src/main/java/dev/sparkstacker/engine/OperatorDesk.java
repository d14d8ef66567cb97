package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.ResetResult;
import dev.sparkstacker.risk.breaker.Resetter;

/** Carries out what a person asks for. */
final class OperatorDesk {
    private static final Rate WHOLE = new Rate(Rate.ONE);
    private static final String VENUE_IS_ASKED = "the venue is asked until it confirms that";

    private final World world;
    private final Halting halting;
    private final Switches switches;

    OperatorDesk(World world) {
        this.world = world;
        this.halting = new Halting(world);
        this.switches = new Switches(world);
    }

    void on(Turn turn, OperatorEvent event) {
        switch (event) {
            case OperatorEvent.HaltRequested halt -> {
                switches.pull(turn, RiskScope.global(), halt.reason(), halt.operator());
                hold(turn, TradingState.HALTED, halt.reason(), halt.operator());
                turn.correlate(decision(turn));
                halting.verify(turn, RiskScope.global(), BreakerAction.HALT);
                answer(
                        turn,
                        event,
                        true,
                        "halted: no entries; open positions keep their stops and targets; " + VENUE_IS_ASKED);
            }
            case OperatorEvent.ResumeRequested resume -> resume(turn, resume);
            case OperatorEvent.CloseRequested close -> close(turn, close);
            case OperatorEvent.FlattenRequested flatten -> {
                switches.pull(turn, RiskScope.global(), flatten.reason(), flatten.operator());
                flatten(turn, flatten.reason(), flatten.operator());
                String what = world.isFlat() ? "nothing of ours is open" : "closing everything";
                answer(turn, event, true, what + ", then halted; " + VENUE_IS_ASKED);
            }
            case OperatorEvent.StopRequested stop -> stop(turn, stop);
            case OperatorEvent.PartialHaltRequested halt -> {
                switches.pull(turn, Scopes.of(halt.scope()), halt.reason(), halt.operator());
                halting.stopEntries(turn, Scopes.of(halt.scope()));
                turn.correlate(decision(turn));
                halting.verify(turn, Scopes.of(halt.scope()), BreakerAction.HALT);
                answer(
                        turn,
                        halt,
                        true,
                        "halted " + halt.scope()
                                + ": no entries there; open positions keep their stops and targets; "
                                + VENUE_IS_ASKED);
            }
            case OperatorEvent.PartialResumeRequested resume -> {
                boolean released =
                        switches.release(turn, Scopes.of(resume.scope()), resume.reason(), resume.operator());
                String message = released
                        ? resume.scope() + " may enter again"
                        : "denied: " + resume.scope() + " is not halted on its own";
                answer(turn, resume, released, message + switches.stillStopped());
            }
            case OperatorEvent.BreakerResetRequested reset -> reset(turn, reset);
        }
    }

    /** Ends a flattening once the venue says flat. */
    void settle(Turn turn) {
        halting.settle(turn);
    }

    private void hold(Turn turn, TradingState state, String reason, String who) {
        halting.hold(turn, state, reason, who, decision(turn));
    }

    private static String decision(Turn turn) {
        return "operator-" + turn.sequence();
    }

    private void resume(Turn turn, OperatorEvent.ResumeRequested resume) {
        if (world.gate().current() == TradingState.FLATTENING) {
            answer(turn, resume, false, "still closing positions, or the venue has not said flat; resume when it has");
            return;
        }
        Breaker tripped = BreakerActions.haltingAll(world.risk().book());
        if (tripped != null) {
            String why = tripped.name() + " is tripped at "
                    + tripped.latch().reading().valueText() + ", trips at "
                    + tripped.latch().reading().limitText();
            answer(turn, resume, false, "denied: the breaker " + why + "; reset it with a reason first");
            return;
        }
        switches.release(turn, RiskScope.global(), resume.reason(), resume.operator());
        world.gate().release(turn, resume.reason(), resume.operator());
        String state = "now " + world.gate().current() + ": " + world.gate().reason();
        answer(turn, resume, true, state + switches.stillStopped());
    }

    private void reset(Turn turn, OperatorEvent.BreakerResetRequested reset) {
        Resetter person = new Resetter(reset.operator(), "", reset.reason());
        switch (world.risk().reset(turn, reset.breaker(), person)) {
            case ResetResult.Refused refused -> answer(turn, reset, false, "denied: " + refused.why());
            case ResetResult.Done done ->
                answer(
                        turn,
                        reset,
                        true,
                        reset.breaker() + " is reset; trading is "
                                + world.gate().current() + switches.stillStopped());
        }
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
        turn.correlate(decision(turn));
        String market = close.market().toString();
        String what = legs > 0 ? "closing " + legs + " legs in " + market : "no position of ours in " + market;
        boolean flattens = flattensMarket(close);
        if (flattens) {
            halting.verify(turn, new RiskScope.OfMarket(close.market()), BreakerAction.FLATTEN);
        }
        answer(turn, close, legs > 0 || flattens, flattens ? what + "; the venue is asked until it is flat" : what);
    }

    /** Closing all of a market that is halted flattens it: what nobody explains goes too. */
    private boolean flattensMarket(OperatorEvent.CloseRequested close) {
        RiskScope market = new RiskScope.OfMarket(close.market());
        boolean whole = close.fraction().compareTo(WHOLE) >= 0;
        return whole && world.risk().book().killSwitches().find(market) != null;
    }

    private void flatten(Turn turn, String reason, String who) {
        hold(turn, TradingState.FLATTENING, reason, who);
        halting.leave(turn, RiskScope.global(), ExitReason.OPERATOR);
        turn.correlate(decision(turn));
        halting.verify(turn, RiskScope.global(), BreakerAction.FLATTEN);
        settle(turn);
    }

    private void stop(Turn turn, OperatorEvent.StopRequested stop) {
        world.gate().setStopping(turn, true);
        world.pairs().forEach(Pair::forgetPending);
        if (stop.flatten()) {
            halting.leave(turn, RiskScope.global(), ExitReason.OPERATOR);
        }
        turn.correlate(decision(turn));
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
