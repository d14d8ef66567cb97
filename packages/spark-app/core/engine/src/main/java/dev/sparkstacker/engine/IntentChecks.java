package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a strategy's intents against its position. What is refused becomes a condition of the judgement that says what
 * was seen and what it had to be; where nothing is left, the first refusal is the reason.
 */
final class IntentChecks {
    private final StrategyConfig config;
    private final Leg main;
    private final Memory memory;
    private final Bar bar;
    private final List<Intent> allowed = new ArrayList<>();
    private final List<Condition> refused = new ArrayList<>();
    private @Nullable Reason reason;

    private IntentChecks(StrategyConfig config, Leg main, Memory memory, Bar bar) {
        this.config = config;
        this.main = main;
        this.memory = memory;
        this.bar = bar;
    }

    static Judgement check(Judgement judgement, StrategyConfig config, Leg main, Memory memory, Bar bar) {
        if (judgement.intents().isEmpty()) {
            return judgement;
        }
        IntentChecks checks = new IntentChecks(config, main, memory, bar);
        boolean enters = judgement.side() != null;
        boolean exits = judgement.intents().stream().anyMatch(Intent.Exit.class::isInstance);
        for (Intent intent : judgement.intents()) {
            switch (intent) {
                case Intent.Enter enter -> checks.enter(enter, exits);
                case Intent.Exit exit -> checks.exit(exit, enters);
                case Intent.ExitFraction part -> checks.part(part);
                case Intent.MoveStop move -> checks.move(move);
            }
        }
        return judgement.with(checks.allowed, checks.reason, checks.refused);
    }

    private void enter(Intent.Enter enter, boolean exits) {
        long closedMs = bar.openTimeMs() + config.interval().millis();
        long cooldownMs = config.exits().cooldownBars() * config.interval().millis();
        if (exits && !config.reverse()) {
            refuse(Reason.POSITION_NOT_FLAT, "reverse", "off", "on");
        } else if (memory.coolsDown(closedMs, cooldownMs)) {
            long since = (closedMs - memory.stoppedOutMs()) / config.interval().millis();
            refuse(
                    Reason.COOLING_DOWN,
                    "cooldown",
                    since + " bars",
                    config.exits().cooldownBars() + " bars");
        } else {
            allowed.add(enter);
        }
    }

    private void exit(Intent.Exit exit, boolean enters) {
        boolean leavable = !main.isFlat() && !main.isLeavingWhole();
        if (leavable || (enters && config.reverse())) {
            allowed.add(exit);
        } else {
            Reason why = enters ? Reason.POSITION_NOT_FLAT : Reason.NO_POSITION;
            refuse(why, "position", main.legState().toString(), "held, and not being left");
        }
    }

    private void part(Intent.ExitFraction part) {
        if (main.legState() != LegState.OPEN) {
            refuse(Reason.NO_POSITION, part.name(), main.legState().toString(), LegState.OPEN.toString());
        } else if (memory.hasExited(part.name())) {
            refuse(Reason.PART_ALREADY_EXITED, part.name(), "closed before", "once a position");
        } else {
            allowed.add(part);
        }
    }

    private void move(Intent.MoveStop move) {
        StopMove.Refusal refusal = main.protection().refusal(move.to());
        if (refusal == null) {
            allowed.add(move);
        } else {
            refuse(refusal.reason(), "stop", refusal.value(), refusal.limit());
        }
    }

    private void refuse(Reason why, String name, String value, String limit) {
        reason = reason == null ? why : reason;
        refused.add(new Condition(name, value, limit, false, bar.openTimeMs()));
    }
}
