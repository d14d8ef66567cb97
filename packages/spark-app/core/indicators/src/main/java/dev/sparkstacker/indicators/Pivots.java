package dev.sparkstacker.indicators;

/**
 * Pivot highs and lows. A bar is a pivot high when its high is strictly greater than the highs of the {@code left} bars before it and of
 * the {@code right} bars after it, a pivot low when its low is strictly less than their lows: a tie disqualifies, and one bar may be
 * both. A pivot is therefore known only {@code right} bars late:
 *
 * <pre>
 *   left = 5, right = 2
 *
 *                 *                <- candidate: bar n - 2
 *           .   .   . .
 *         .   .
 *         5 4 3 2 1   1 2
 *                       ^ bar n: the update that confirms or refuses it
 * </pre>
 *
 * After each update {@link #isHigh()} and {@link #isLow()} speak about that one candidate only. Cost is O(left + right) a bar. Warm-up is
 * left + 1 + right bars: the first update that can judge a candidate.
 */
public final class Pivots implements Indicator {
    private static final long TAG = StateTag.of("PIVOTS");

    private final int left;
    private final int right;
    private final double[] highs;
    private final double[] lows;
    /** Number of bars seen; the newest bar lies in slot {@code (barCount - 1) % window}. */
    private long barCount;

    private boolean high;
    private boolean low;

    /**
     * Pivots that stand out from {@code left} bars before and {@code right} bars after them, for instance 5 and 2.
     *
     * @throws IllegalArgumentException if one of them is below 1
     */
    public Pivots(int left, int right) {
        this.left = Checks.atLeast(1, "left", left);
        this.right = Checks.atLeast(1, "right", right);
        highs = new double[left + 1 + right];
        lows = new double[left + 1 + right];
    }

    public void update(double barHigh, double barLow) {
        Checks.range(barHigh, barLow);
        int newest = (int) (barCount % highs.length);
        highs[newest] = barHigh;
        lows[newest] = barLow;
        barCount++;
        if (isReady()) {
            judgeCandidate();
        }
    }

    private void judgeCandidate() {
        int candidate = candidateSlot();
        high = true;
        low = true;
        for (int i = 0; i < highs.length; i++) {
            if (i != candidate) {
                high &= highs[candidate] > highs[i];
                low &= lows[candidate] < lows[i];
            }
        }
    }

    private int candidateSlot() {
        return (int) ((barCount - 1 - right) % highs.length);
    }

    /** Whether the newest bar confirmed a pivot high {@link #confirmationLagBars()} bars ago. */
    public boolean isHigh() {
        Checks.ready(this);
        return high;
    }

    /** Whether the newest bar confirmed a pivot low {@link #confirmationLagBars()} bars ago. */
    public boolean isLow() {
        Checks.ready(this);
        return low;
    }

    /** High of the candidate bar: the price of the pivot if {@link #isHigh()}. */
    public double candidateHigh() {
        Checks.ready(this);
        return highs[candidateSlot()];
    }

    /** Low of the candidate bar: the price of the pivot if {@link #isLow()}. */
    public double candidateLow() {
        Checks.ready(this);
        return lows[candidateSlot()];
    }

    /** Position of the candidate in the stream of bars, the first bar being 0. */
    public long candidateBar() {
        Checks.ready(this);
        return barCount - 1 - right;
    }

    /** How many bars the candidate lies behind the newest bar: {@code right}. */
    public int confirmationLagBars() {
        return right;
    }

    @Override
    public int warmUpBars() {
        return left + 1 + right;
    }

    @Override
    public boolean isReady() {
        return barCount >= highs.length;
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(left);
        sink.putInt(right);
        sink.putLong(barCount);
        sink.putInt(high ? 1 : 0);
        sink.putInt(low ? 1 : 0);
        for (int i = 0; i < highs.length; i++) {
            sink.putDouble(highs[i]);
            sink.putDouble(lows[i]);
        }
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "left", left);
        Checks.expect(source, this, "right", right);
        barCount = Checks.notNegative(source, "number of bars");
        high = Checks.intBetween(source, "pivot high flag", 0, 1) == 1;
        low = Checks.intBetween(source, "pivot low flag", 0, 1) == 1;
        for (int i = 0; i < highs.length; i++) {
            highs[i] = source.getDouble();
            lows[i] = source.getDouble();
        }
    }

    @Override
    public String toString() {
        return "Pivots(" + left + "/" + right + ")";
    }
}
