package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the strategy made of each bar, as columns; a bar it only warmed up on is {@link Verdict#WARMING_UP}.
 */
public final class Decisions {
    private final int size;
    private final Verdict[] verdicts;
    private final @Nullable Reason[] reasons;
    private final @Nullable Side[] sides;
    private final float[] confidences;

    private Decisions(Builder from) {
        size = from.size;
        verdicts = Arrays.copyOf(from.verdicts, size);
        reasons = Arrays.copyOf(from.reasons, size);
        sides = Arrays.copyOf(from.sides, size);
        confidences = Arrays.copyOf(from.confidences, size);
    }

    public int size() {
        return size;
    }

    /** What it did. */
    public Verdict verdict(int index) {
        return verdicts[index];
    }

    /** Why it did nothing, or null where it acted. */
    public @Nullable Reason reason(int index) {
        return reasons[index];
    }

    /** The side it entered or meant to, or null. */
    public @Nullable Side side(int index) {
        return sides[index];
    }

    /** 0 to 1, zero where it does not enter. */
    public double confidence(int index) {
        return confidences[index];
    }

    /** Grows bar by bar. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 1_024;

        private int size;
        private Verdict[] verdicts = new Verdict[FIRST_CAPACITY];
        private @Nullable Reason[] reasons = new Reason[FIRST_CAPACITY];
        private @Nullable Side[] sides = new Side[FIRST_CAPACITY];
        private float[] confidences = new float[FIRST_CAPACITY];

        /** The next bar's. */
        public void add(Verdict verdict, @Nullable Reason reason, @Nullable Side side, double confidence) {
            if (size == verdicts.length) {
                grow();
            }
            verdicts[size] = verdict;
            reasons[size] = reason;
            sides[size] = side;
            confidences[size++] = (float) confidence;
        }

        /** What stands so far. */
        public Decisions build() {
            return new Decisions(this);
        }

        private void grow() {
            int capacity = 2 * size;
            verdicts = Arrays.copyOf(verdicts, capacity);
            reasons = Arrays.copyOf(reasons, capacity);
            sides = Arrays.copyOf(sides, capacity);
            confidences = Arrays.copyOf(confidences, capacity);
        }
    }
}
