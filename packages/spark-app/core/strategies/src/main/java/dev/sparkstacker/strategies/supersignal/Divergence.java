package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.Pivots;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/**
 * Price and oscillator that disagree at the last two pivots of one kind (5 bars left, 2 right, strict).
 *
 * <pre>
 *   bullish   lower pivot low  in price, higher fast %D at its bar    ─► buy
 *   bearish   higher pivot high in price, lower fast %D at its bar    ─► sell
 * </pre>
 *
 * Both sides are looked at; where both hold, the one with the younger last pivot wins, and of equally young ones neither. A divergence
 * counts while its younger pivot is young enough, its pivots far enough apart, it is strong enough, and, for {@code confirmBars} bars
 * from its confirmation on, no close has gone beyond the younger pivot.
 */
final class Divergence {
    private static final int LEFT = 5;
    private static final int RIGHT = 2;

    private final Rules rules;
    private final Pivots pivots = new Pivots(LEFT, RIGHT);
    private final PivotPair lows = new PivotPair();
    private final PivotPair highs = new PivotPair();
    /** Fast %D of the newest bar and the two before it, newest first: a pivot is known two bars late. */
    private final double[] recentD = new double[RIGHT + 1];

    private long bars;
    private boolean lowBroken;
    private boolean highBroken;

    Divergence(Rules rules) {
        this.rules = rules;
    }

    /**
     * Takes the next bar.
     *
     * @param fastD %D of the fast oscillator at this bar; NaN before it exists: a pivot without it diverges from nothing
     */
    void update(double high, double low, double close, double fastD) {
        System.arraycopy(recentD, 0, recentD, 1, RIGHT);
        recentD[0] = fastD;
        bars++;
        lowBroken |= close < lows.youngerPrice();
        highBroken |= close > highs.youngerPrice();
        pivots.update(high, low);
        if (!pivots.isReady()) {
            return;
        }
        if (pivots.isLow()) {
            lows.add(pivots.candidateBar(), pivots.candidateLow(), recentD[RIGHT]);
            lowBroken = false;
        }
        if (pivots.isHigh()) {
            highs.add(pivots.candidateBar(), pivots.candidateHigh(), recentD[RIGHT]);
            highBroken = false;
        }
    }

    /** Whether there is one for an entry on this side. */
    boolean isFor(Side side) {
        if (!holds(side)) {
            return false;
        }
        return !holds(side.opposite())
                || pivotsOf(side).youngerBar() > pivotsOf(side.opposite()).youngerBar();
    }

    private boolean holds(Side side) {
        PivotPair pair = pivotsOf(side);
        if (!pair.isComplete() || !disagrees(side, pair)) {
            return false;
        }
        long age = ageBars(side);
        boolean broken = side == Side.BUY ? lowBroken : highBroken;
        return age <= rules.maxPivotAgeBars()
                && pair.separationBars() >= rules.minPivotSeparationBars()
                && pair.strength() >= rules.minDivergenceStrength()
                && age >= RIGHT + rules.confirmBars()
                && (rules.confirmBars() == 0 || !broken);
    }

    private static boolean disagrees(Side side, PivotPair pair) {
        return switch (side) {
            case BUY -> pair.priceChangePct() < 0 && pair.changeOfD() > 0;
            case SELL -> pair.priceChangePct() > 0 && pair.changeOfD() < 0;
        };
    }

    private PivotPair pivotsOf(Side side) {
        return side == Side.BUY ? lows : highs;
    }

    /** Bars since the younger pivot of this side. */
    long ageBars(Side side) {
        return bars - 1 - pivotsOf(side).youngerBar();
    }

    /** Price of the younger pivot; meaningful where {@link #isFor} holds. */
    double pivotPrice(Side side) {
        return pivotsOf(side).youngerPrice();
    }

    double strength(Side side) {
        return pivotsOf(side).strength();
    }

    void save(StateSink sink) {
        pivots.save(sink);
        lows.save(sink);
        highs.save(sink);
        for (double d : recentD) {
            sink.putDouble(d);
        }
        sink.putLong(bars);
        sink.putInt((lowBroken ? 1 : 0) + (highBroken ? 2 : 0));
    }

    void load(StateSource source) {
        pivots.load(source);
        lows.load(source);
        highs.load(source);
        for (int i = 0; i < recentD.length; i++) {
            recentD[i] = source.getDouble();
        }
        bars = source.getLong();
        int flags = source.getInt();
        lowBroken = (flags & 1) != 0;
        highBroken = (flags & 2) != 0;
    }
}
