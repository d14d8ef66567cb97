package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.telemetry.Telemetry;
import java.util.List;

/**
 * Tells the health pages whether entries are allowed, whenever that changes: a start that waits for a person, or for a venue
 * that is slow, becomes ready as soon as it trades.
 */
final class Readiness implements OutputBus.Watcher {
    private final Telemetry telemetry;
    private boolean told;

    Readiness(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void accept(List<Output> batch) {
        for (Output output : batch) {
            if (output instanceof Output.TradingStateChanged changed) {
                follow(changed.state() == TradingState.ACTIVE);
            }
        }
    }

    private void follow(boolean ready) {
        telemetry.health().ready(ready);
        if (ready && !told) {
            told = true;
            telemetry.watch().system.ready(telemetry.uptime());
        }
    }
}
