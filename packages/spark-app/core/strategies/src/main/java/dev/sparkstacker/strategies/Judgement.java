package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.LazyList;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy made of a closed bar, with everything it looked at.
 *
 * @param intents what it wants done; empty where it does nothing
 * @param reason why it does nothing, or null where it acts
 * @param confidence 0 to 1, zero where it does not enter
 * @param conditions every condition, met or not
 * @param values indicator values, for people
 */
public record Judgement(
        List<Intent> intents,
        @Nullable Reason reason,
        double confidence,
        List<Condition> conditions,
        List<NamedValue> values) {
    /** The intents in one word. */
    public Verdict verdict() {
        boolean enters = false;
        boolean exits = false;
        for (Intent intent : intents) {
            switch (intent) {
                case Intent.Enter enter -> enters = true;
                case Intent.Exit exit -> exits = true;
                case Intent.ExitFraction part -> {
                    // A part closed is an adjustment.
                }
                case Intent.MoveStop move -> {
                    // So is a stop moved.
                }
            }
        }
        if (enters) {
            return exits ? Verdict.REVERSE : Verdict.ENTER;
        }
        if (exits) {
            return Verdict.EXIT;
        }
        if (!intents.isEmpty()) {
            return Verdict.ADJUST;
        }
        return reason == Reason.WARMING_UP ? Verdict.WARMING_UP : Verdict.NO_TRADE;
    }

    /** The side it enters, or null where it does not enter. */
    public @Nullable Side side() {
        for (Intent intent : intents) {
            if (intent instanceof Intent.Enter enter) {
                return enter.side();
            }
        }
        return null;
    }

    /** The same judgement with fewer intents, a reason where none is left, and more conditions. */
    public Judgement with(List<Intent> allowed, @Nullable Reason refusal, List<Condition> more) {
        boolean enters = allowed.stream().anyMatch(Intent.Enter.class::isInstance);
        return new Judgement(
                List.copyOf(allowed),
                allowed.isEmpty() ? refusal : null,
                enters ? confidence : 0,
                more.isEmpty() ? conditions : joined(conditions, List.copyOf(more)),
                values);
    }

    private static List<Condition> joined(List<Condition> first, List<Condition> more) {
        return new LazyList<>(() -> {
            List<Condition> all = new ArrayList<>(first);
            all.addAll(more);
            return all;
        });
    }
}
