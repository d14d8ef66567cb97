package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters with a trigger's signal, leaves and takes the other side with the opposite one. */
final class TriggerStrategy implements Strategy {
    private final Trigger trigger;
    private long firstBarMs = -1;
    private long signalMs;

    TriggerStrategy(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public int warmUpBars() {
        return trigger.warmUpBars();
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        if (firstBarMs < 0) {
            firstBarMs = bar.openTimeMs();
            signalMs = bar.openTimeMs();
        }
        Reading reading = trigger.onBar(bar);
        if (!reading.warm()) {
            Condition condition =
                    new Condition("warmUp", "not enough bars", warmUpBars() + " closed bars", false, firstBarMs);
            return new Judgement(List.of(), Reason.WARMING_UP, 0, List.of(condition), List.of());
        }
        Side signal = reading.signal();
        if (signal != null) {
            signalMs = bar.openTimeMs();
        }
        return judge(signal, reading, conditions(signal, reading, standing), standing);
    }

    private Judgement judge(@Nullable Side signal, Reading reading, List<Condition> conditions, Standing standing) {
        if (signal == null || signal == standing.heading()) {
            Reason reason = signal == null ? Reason.NO_SIGNAL : Reason.ALREADY_IN_POSITION;
            return new Judgement(List.of(), reason, 0, conditions, reading.values());
        }
        Intent enter = new Intent.Enter(signal);
        List<Intent> intents = standing.stance() == Stance.FLAT
                ? List.of(enter)
                : List.of(new Intent.Exit(ExitReason.OPPOSITE_SIGNAL), enter);
        return new Judgement(intents, null, reading.confidence(), conditions, reading.values());
    }

    private List<Condition> conditions(@Nullable Side signal, Reading reading, Standing standing) {
        return List.of(
                new Condition("signal", reading.saw(), reading.wanted(), signal != null, signalMs),
                new Condition(
                        "stance",
                        standing.stance().name(),
                        "not on the signal's side, nor on the way there",
                        signal == null || signal != standing.heading(),
                        signalMs));
    }

    @Override
    public void save(StateSink sink) {
        trigger.save(sink);
        sink.putLong(firstBarMs);
        sink.putLong(signalMs);
    }

    @Override
    public void load(StateSource source) {
        trigger.load(source);
        firstBarMs = source.getLong();
        signalMs = source.getLong();
    }
}
