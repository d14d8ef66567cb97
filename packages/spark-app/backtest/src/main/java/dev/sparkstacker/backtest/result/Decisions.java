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
    /** One byte each: a million bars are common, and each enumeration is far shorter than a byte. */
    private static final Verdict[] VERDICTS = Verdict.values();

    private static final Reason[] REASONS = Reason.values();
    private static final Side[] SIDES = Side.values();
    private static final byte NOTHING = -1;

    private final int size;
    private final byte[] verdicts;
    private final byte[] reasons;
    private final byte[] sides;
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
        return VERDICTS[verdicts[index]];
    }

    /** Why it did nothing, or null where it acted. */
    public @Nullable Reason reason(int index) {
        return reasons[index] == NOTHING ? null : REASONS[reasons[index]];
    }

    /** The side it entered or meant to, or null. */
    public @Nullable Side side(int index) {
        return sides[index] == NOTHING ? null : SIDES[sides[index]];
    }

    /** 0 to 1, zero where it does not enter. */
    public double confidence(int index) {
        return confidences[index];
    }

    /** Grows bar by bar. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 1_024;

        private int size;
        private byte[] verdicts = new byte[FIRST_CAPACITY];
        private byte[] reasons = new byte[FIRST_CAPACITY];
        private byte[] sides = new byte[FIRST_CAPACITY];
        private float[] confidences = new float[FIRST_CAPACITY];

        /** The next bar's. */
        @SuppressWarnings("EnumOrdinal") // a byte a bar in memory, read back by the same process
        public void add(Verdict verdict, @Nullable Reason reason, @Nullable Side side, double confidence) {
            if (size == verdicts.length) {
                grow();
            }
            verdicts[size] = (byte) verdict.ordinal();
            reasons[size] = reason == null ? NOTHING : (byte) reason.ordinal();
            sides[size] = side == null ? NOTHING : (byte) side.ordinal();
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
