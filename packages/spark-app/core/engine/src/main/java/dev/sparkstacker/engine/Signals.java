package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.OutsideSignal;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a closed bar to what a pair does about it.
 *
 * <pre>
 *  bar ─► strategy, which sees where the pair stands ─► intents ─► IntentChecks ─► told ─► carried out
 * </pre>
 */
final class Signals {
    private final Brain brain;
    private final Memory memory = new Memory();
    private final Leg main;
    private final @Nullable Leg hedge;
    private final PairEntry entry;
    private final Reversal reversal;

    Signals(Strategy strategy, Leg main, @Nullable Leg hedge, PairEntry entry, Reversal reversal) {
        this.brain = new Brain(strategy);
        this.main = main;
        this.hedge = hedge;
        this.entry = entry;
        this.reversal = reversal;
    }

    Brain brain() {
        return brain;
    }

    Memory memory() {
        return memory;
    }

    /** Feeds a closed bar, each once. Returns whether it was decided on. */
    boolean onBar(Turn turn, StrategyConfig config, Bar bar, boolean historical, boolean missed, boolean retired) {
        if (brain.hasSeen(bar)) {
            return false;
        }
        Judgement judgement = brain.judge(bar, standing());
        if (historical) {
            if (missed) {
                Brain.tellMissed(turn, config, main.id().market(), bar, judgement);
            }
            return false;
        }
        Judgement checked = IntentChecks.check(judgement, config, main, memory, bar);
        carryOut(
                turn,
                config,
                bar,
                checked,
                bar.openTimeMs() + 2 * config.interval().millis(),
                retired);
        return true;
    }

    /** Takes a signal from outside at once, beside the bars; null where the strategy takes none. */
    @Nullable
    Judgement onSignal(Turn turn, StrategyConfig config, OutsideSignal signal, Bar last, boolean retired) {
        Judgement judgement = brain.judge(signal, standing());
        if (judgement == null) {
            return null;
        }
        Judgement checked = IntentChecks.check(judgement, config, main, memory, last);
        carryOut(turn, config, last, checked, turn.nowMs() + config.interval().millis(), retired);
        return checked;
    }

    private void carryOut(
            Turn turn, StrategyConfig config, Bar bar, Judgement judgement, long untilMs, boolean retired) {
        Brain.tell(turn, config, main.id().market(), bar, judgement);
        String decision = turn.correlationId();
        prepare(turn, judgement, untilMs, retired);
        turn.correlate(decision);
        leave(turn, judgement.intents(), retired);
        turn.correlate(decision);
    }

    /** What must stand before anything is left: the entry that waits for it, and the stop of what is kept. */
    private void prepare(Turn turn, Judgement judgement, long untilMs, boolean retired) {
        List<Intent> intents = judgement.intents();
        if (intents.isEmpty()) {
            return;
        }
        String decision = turn.correlationId();
        boolean parts = intents.stream().anyMatch(Intent.ExitFraction.class::isInstance);
        boolean exits = intents.stream().anyMatch(Intent.Exit.class::isInstance);
        for (Intent intent : intents) {
            switch (intent) {
                case Intent.Enter enter -> {
                    EntryPlan plan = EntryPlan.of(enter, judgement.confidence());
                    if (!exits) {
                        entry.enter(turn, enter.side(), plan, retired);
                    } else if (!retired) {
                        reversal.await(enter.side(), plan, untilMs, decision);
                    }
                }
                case Intent.MoveStop move -> main.protection().moveStop(turn, move.to(), parts);
                case Intent.Exit exit -> {
                    // Left afterwards, so that what waits for it is known by then.
                }
                case Intent.ExitFraction part -> {
                    // Likewise, so that the protection of what is kept is placed with a stop that moved.
                }
            }
            turn.correlate(decision);
        }
    }

    private void leave(Turn turn, List<Intent> intents, boolean retired) {
        for (Intent intent : intents) {
            switch (intent) {
                case Intent.ExitFraction part -> {
                    memory.exited(part.name());
                    main.exit(turn, ExitReason.EXIT_SIGNAL, main.keepAfter(part.fraction()));
                }
                case Intent.Exit exit -> {
                    main.exit(turn, exit.reason(), Quantity.ZERO);
                    if (main.isFlat() && (hedge == null || hedge.isFlat())) {
                        entry.enterPending(turn, retired);
                    }
                }
                case Intent.Enter enter -> {
                    // Entered before, or waiting.
                }
                case Intent.MoveStop move -> {
                    // Moved before.
                }
            }
        }
    }

    private Standing standing() {
        boolean flat = main.isFlat() && (hedge == null || hedge.isFlat());
        if (flat && reversal.side() == null) {
            return Standing.FLAT;
        }
        boolean hedgeSettled = hedge == null || hedge.legState() == LegState.OPEN || hedge.isFlat();
        boolean settled = main.legState() == LegState.OPEN && hedgeSettled;
        Stance stance = !settled ? Stance.BUSY : main.side() == Side.BUY ? Stance.LONG : Stance.SHORT;
        return new Standing(stance, heading(), main.position().entryPrice(), main.stopPrice());
    }

    /** The side that the pair is on, or will be on once what is on its way is done. */
    private @Nullable Side heading() {
        if (reversal.side() != null) {
            return reversal.side();
        }
        return main.isLeaving() ? null : main.heading();
    }
}
