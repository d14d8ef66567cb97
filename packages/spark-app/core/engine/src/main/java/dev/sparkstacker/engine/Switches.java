package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.state.KillSwitch;
import java.util.ArrayList;
import java.util.List;

/** Pulls and releases kill switches, and tells of it. */
final class Switches {
    private final World world;

    Switches(World world) {
        this.world = world;
    }

    /** Pulls a switch; one that is pulled already stays as it was. */
    void pull(Turn turn, RiskScope scope, String reason, String who) {
        if (world.risk().book().killSwitches().find(scope) == null) {
            world.risk().book().pull(new KillSwitch(scope, who, reason, turn.nowMs()));
            turn.tell(new Output.KillSwitchChanged(turn.cause(), scope.toString(), true, reason, who));
        }
    }

    /** Releases the switch of exactly this scope. Whether there was one. */
    boolean release(Turn turn, RiskScope scope, String reason, String who) {
        boolean wasPulled = world.risk().book().release(scope);
        if (wasPulled) {
            turn.tell(new Output.KillSwitchChanged(turn.cause(), scope.toString(), false, reason, who));
        }
        return wasPulled;
    }

    /** What still stops entries somewhere, for the end of an answer; nothing where nothing does. */
    String stillStopped() {
        List<String> all = new ArrayList<>();
        for (KillSwitch each : world.risk().book().killSwitches().pulled()) {
            all.add("kill switch " + each);
        }
        for (Breaker each : world.risk().book().breakers().state()) {
            if (each.isTripped()) {
                all.add("breaker " + each.name());
            }
        }
        return all.isEmpty() ? "" : "; still stopped: " + String.join(", ", all);
    }
}
