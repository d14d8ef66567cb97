package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy made of a closed bar, with everything it looked at.
 *
 * @param verdict what it wants
 * @param reason why it does nothing, or null where it acts
 * @param side the side to enter, or null where it does not enter
 * @param confidence 0 to 1, zero where it does not enter
 * @param conditions every condition, met or not
 * @param values indicator values, for people
 */
public record Judgement(
        Verdict verdict,
        @Nullable Reason reason,
        @Nullable Side side,
        double confidence,
        List<Condition> conditions,
        List<NamedValue> values) {}
