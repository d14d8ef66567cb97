package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateArray;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.OutsideSignal;
import dev.sparkstacker.strategies.SignalTaker;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pair's strategy and what it has seen: each closed bar once, in order. */
final class Brain {
    /**
     * The state, for snapshots.
     *
     * @param strategy what the strategy saved
     * @param lastBarMs open time of the last bar fed to it, or -1
     */
    record State(List<Long> strategy, long lastBarMs) {}

    private final Strategy strategy;
    private long lastBarMs = -1;

    Brain(Strategy strategy) {
        this.strategy = strategy;
    }

    void load(State state) {
        strategy.load(StateArray.of(
                state.strategy().stream().mapToLong(Long::longValue).toArray()));
        lastBarMs = state.lastBarMs();
    }

    State state() {
        StateArray words = new StateArray();
        strategy.save(words);
        return new State(Arrays.stream(words.toArray()).boxed().toList(), lastBarMs);
    }

    int warmUpBars() {
        return strategy.warmUpBars();
    }

    /** Whether the strategy has seen no bar yet and needs history. */
    boolean isFresh() {
        return lastBarMs < 0;
    }

    boolean hasSeen(Bar bar) {
        return bar.openTimeMs() <= lastBarMs;
    }

    Judgement judge(Bar bar, Standing standing) {
        lastBarMs = bar.openTimeMs();
        return strategy.onBarClosed(bar, standing);
    }

    /** What the strategy makes of a signal from outside; null where it takes none. */
    @Nullable
    Judgement judge(OutsideSignal signal, Standing standing) {
        return strategy instanceof SignalTaker taker ? taker.onSignal(signal, standing) : null;
    }

    /** A bar that came too late to act on is told where the strategy would have acted. */
    static void tellMissed(Turn turn, StrategyConfig config, MarketId market, Bar bar, Judgement judgement) {
        if (!judgement.intents().isEmpty()) {
            Judgement missed = judgement.with(List.of(), Reason.HISTORICAL_BAR, List.of());
            tell(turn, config, market, bar, missed);
        }
    }

    static void tell(Turn turn, StrategyConfig config, MarketId market, Bar bar, Judgement judgement) {
        turn.tell(new Output.BarJudged(
                turn.cause(),
                config.id(),
                market,
                config.interval(),
                bar,
                judgement.verdict(),
                judgement.reason(),
                judgement.side(),
                judgement.confidence(),
                judgement.conditions(),
                judgement.values()));
    }
}
