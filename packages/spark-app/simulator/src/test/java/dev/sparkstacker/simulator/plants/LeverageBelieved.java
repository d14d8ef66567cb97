package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.simulator.world.Scene;

/** A connector that calls a leverage confirmed which it could not read back. */
public record LeverageBelieved(EventSink sink) implements EventSink {
    @Override
    public void publish(Event event) {
        if (event instanceof AnswerEvent.LeverageUnconfirmed unconfirmed) {
            Leverage wanted = unconfirmed.account().equals(Scene.MAIN) ? Scene.MAIN_LEVERAGE : Scene.HEDGE_LEVERAGE;
            sink.publish(new AnswerEvent.LeverageConfirmed(
                    unconfirmed.account(), unconfirmed.market(), wanted, MarginMode.ISOLATED));
        } else {
            sink.publish(event);
        }
    }
}
