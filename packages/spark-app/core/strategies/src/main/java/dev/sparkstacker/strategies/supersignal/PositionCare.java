package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with an open position on each closed bar.
 *
 * <pre>
 *   fast K at the opposite zone ─► exit
 *   fast K crosses 50 in favour, first time ─► half is closed, the stop goes to the entry price, trailing begins
 *   trailing, later bars ─► stop to close ∓ 1.5 · ATR(14), where that is better by 0.1 % or more
 * </pre>
 */
final class PositionCare {
    private static final double MIDDLE = 50;
    private static final double OVERSOLD = 20;
    private static final double OVERBOUGHT = 80;
    private static final double ATR_MULTIPLE = 1.5;
    private static final double LEAST_STEP = 0.001;
    private static final Rate HALF = Rate.of("0.5");
    private static final String PART = "fast K crossed 50";

    private boolean trailing;

    /** Nothing is held any more. */
    void forget() {
        trailing = false;
    }

    boolean isTrailing() {
        return trailing;
    }

    List<Intent> onBar(Bar bar, Side side, Standing standing, Components components, double atr) {
        double fastK = components.oscillators().fastK();
        if (side == Side.BUY ? fastK >= OVERBOUGHT : fastK <= OVERSOLD) {
            return List.of(new Intent.Exit(ExitReason.EXIT_SIGNAL));
        }
        List<Intent> intents = new ArrayList<>();
        Price stop = standing.stopPrice();
        if (!trailing && components.rotation().reached(side, MIDDLE)) {
            trailing = true;
            intents.add(new Intent.ExitFraction(PART, HALF));
            Price entry = standing.entryPrice();
            if (entry != null && stop != null && isBetter(side, entry.toDouble(), stop.toDouble())) {
                intents.add(new Intent.MoveStop(entry));
            }
        } else if (trailing && stop != null) {
            double wanted = bar.close().toDouble() - side.sign() * ATR_MULTIPLE * atr;
            double step = Math.abs(wanted - stop.toDouble()) / stop.toDouble();
            if (isBetter(side, wanted, stop.toDouble()) && step >= LEAST_STEP) {
                intents.add(new Intent.MoveStop(price(wanted)));
            }
        }
        return intents;
    }

    private static boolean isBetter(Side side, double wanted, double stop) {
        return side == Side.BUY ? wanted > stop : wanted < stop;
    }

    static Price price(double value) {
        return new Price(FixedPoint.fromBigDecimal(new BigDecimal(value), RoundingMode.HALF_EVEN));
    }

    void save(StateSink sink) {
        sink.putInt(trailing ? 1 : 0);
    }

    void load(StateSource source) {
        trailing = source.getInt() == 1;
    }
}
