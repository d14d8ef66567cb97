package dev.sparkstacker.strategies.webhook;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.SignalAction;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.OutsideSignal;
import dev.sparkstacker.strategies.SignalTaker;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what signals from outside say, each once and none that is old. Bars move nothing; they only say that no signal
 * came.
 *
 * <pre>
 *   signal ─► sent more than maxAgeMs ago, or in the future ─► SIGNAL_EXPIRED
 *          ─► its id was judged before                      ─► DUPLICATE_SIGNAL
 *          ─► buy or sell: enter; leave the other side first
 *          ─► close: leave
 * </pre>
 */
final class WebhookStrategy implements Strategy, SignalTaker {
    /** How far a sender's clock may be ahead. */
    private static final long MOST_AHEAD_MS = 60_000;

    private final long maxAgeMs;
    private final SeenIds seen;
    private int signals;
    private long lastBarMs = -1;

    WebhookStrategy(long maxAgeMs) {
        this.maxAgeMs = maxAgeMs;
        this.seen = new SeenIds(maxAgeMs + MOST_AHEAD_MS);
    }

    @Override
    public int warmUpBars() {
        return 1;
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        Condition none = new Condition(
                "signal",
                signals + " since the last bar",
                "buy, sell or close through the webhook",
                false,
                bar.openTimeMs());
        signals = 0;
        lastBarMs = bar.openTimeMs();
        return new Judgement(List.of(), Reason.NO_SIGNAL, 0, List.of(none), List.of());
    }

    @Override
    public Judgement onSignal(OutsideSignal signal, Standing standing) {
        boolean fresh = signal.ageMs() <= maxAgeMs && signal.ageMs() >= -MOST_AHEAD_MS;
        boolean isNew = seen.isNew(signal.id(), signal.nowMs());
        List<Intent> wanted = intents(signal.action(), standing);
        List<Condition> conditions = List.of(
                new Condition("signal", signal.action() + " " + signal.id(), "buy, sell or close", true, lastBarMs),
                new Condition("age", signal.ageMs() + " ms", "at most " + maxAgeMs + " ms", fresh, lastBarMs),
                new Condition("id", isNew ? "new" : "taken before", "new", isNew, lastBarMs),
                new Condition(
                        "stance", standing.stance().name(), wanted(signal.action()), !wanted.isEmpty(), lastBarMs));
        Reason refusal = !fresh
                ? Reason.SIGNAL_EXPIRED
                : !isNew ? Reason.DUPLICATE_SIGNAL : wanted.isEmpty() ? nothingToDo(signal.action()) : null;
        if (refusal != null) {
            return new Judgement(List.of(), refusal, 0, conditions, List.of());
        }
        seen.add(signal.id(), signal.nowMs());
        signals++;
        double confidence = signal.action() == SignalAction.CLOSE ? 0 : 1;
        return new Judgement(wanted, null, confidence, conditions, List.of());
    }

    private static Reason nothingToDo(SignalAction action) {
        return action == SignalAction.CLOSE ? Reason.NO_POSITION : Reason.ALREADY_IN_POSITION;
    }

    private static String wanted(SignalAction action) {
        return action == SignalAction.CLOSE ? "not flat" : "not on the signal's side, nor on the way there";
    }

    private static List<Intent> intents(SignalAction action, Standing standing) {
        Side side = side(action);
        boolean flat = standing.stance() == Stance.FLAT;
        if (side == null) {
            return flat ? List.of() : List.of(new Intent.Exit(ExitReason.EXIT_SIGNAL));
        }
        if (side == standing.heading()) {
            return List.of();
        }
        Intent enter = new Intent.Enter(side);
        return flat ? List.of(enter) : List.of(new Intent.Exit(ExitReason.OPPOSITE_SIGNAL), enter);
    }

    private static @Nullable Side side(SignalAction action) {
        return switch (action) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
            case CLOSE -> null;
        };
    }

    @Override
    public void save(StateSink sink) {
        seen.save(sink);
        sink.putInt(signals);
        sink.putLong(lastBarMs);
    }

    @Override
    public void load(StateSource source) {
        seen.load(source);
        signals = source.getInt();
        lastBarMs = source.getLong();
    }
}
