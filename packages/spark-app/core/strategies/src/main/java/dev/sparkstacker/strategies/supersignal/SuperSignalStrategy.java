package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.Atr;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Enters where a market that has gone to an extreme turns: oscillators in the zone, a divergence, an extreme of the last bars nearby, and
 * the fast oscillator rotating away, as far as the preset asks for them.
 *
 * <p>The stop rests 0.1 % beyond the divergence's pivot, or 2 % from the close without one; the target is as far as the fast oscillator
 * still has to the opposite zone, in hundredths of 2 %, at least 1 %.
 */
public final class SuperSignalStrategy implements Strategy {
    private static final int ATR_LENGTH = 14;
    private static final double BEYOND_PIVOT = 0.001;
    private static final double STOP_FALLBACK = 0.02;
    private static final double LEAST_TARGET = 0.01;
    private static final double TARGET_SCALE = 0.02;
    private static final double OVERSOLD = 20;
    private static final double OVERBOUGHT = 80;
    private static final int RATE_DECIMALS = 12;

    private final Components components;
    private final Explanation longs;
    private final Explanation shorts;
    private final PositionCare care = new PositionCare();
    private final Atr atr = new Atr(ATR_LENGTH);
    private long firstBarMs = -1;

    SuperSignalStrategy(Rules rules) {
        components = new Components(rules);
        longs = new Explanation(rules, components, Side.BUY);
        shorts = new Explanation(rules, components, Side.SELL);
    }

    @Override
    public int warmUpBars() {
        return Oscillators.warmUpBars();
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        components.update(bar);
        atr.update(bar.high().toDouble(), bar.low().toDouble(), bar.close().toDouble());
        if (firstBarMs < 0) {
            firstBarMs = bar.openTimeMs();
        }
        if (standing.stance() == Stance.FLAT) {
            care.forget();
        }
        if (!components.isReady()) {
            Condition condition =
                    new Condition("warmUp", "not enough bars", warmUpBars() + " closed bars", false, firstBarMs);
            return new Judgement(List.of(), Reason.WARMING_UP, 0, List.of(condition), List.of());
        }
        longs.update(bar.openTimeMs());
        shorts.update(bar.openTimeMs());
        return switch (standing.stance()) {
            case FLAT -> entry(bar);
            case LONG -> held(bar, Side.BUY, standing);
            case SHORT -> held(bar, Side.SELL, standing);
            case BUSY -> nothing(Reason.POSITION_NOT_FLAT, nearer());
        };
    }

    private Judgement entry(Bar bar) {
        Explanation nearer = nearer();
        if (!nearer.isComplete()) {
            return nothing(nearer.refusal(), nearer);
        }
        Side side = nearer == longs ? Side.BUY : Side.SELL;
        Intent enter = new Intent.Enter(side, stop(side, bar), target(side));
        return new Judgement(List.of(enter), null, components.strength(side), nearer.conditions(), values());
    }

    private Judgement held(Bar bar, Side side, Standing standing) {
        Explanation own = side == Side.BUY ? longs : shorts;
        List<Intent> intents = care.onBar(bar, side, standing, components, atr.value());
        return intents.isEmpty()
                ? nothing(Reason.ALREADY_IN_POSITION, own)
                : new Judgement(intents, null, 0, own.conditions(), values());
    }

    /** The side of which less is missing; of both equally, the buy. */
    private Explanation nearer() {
        return shorts.missing() < longs.missing() ? shorts : longs;
    }

    private Judgement nothing(Reason reason, Explanation explanation) {
        return new Judgement(List.of(), reason, 0, explanation.conditions(), values());
    }

    /** What the oscillators say, for people. */
    private List<NamedValue> values() {
        Oscillators oscillators = components.oscillators();
        return List.of(
                new NamedValue("fastK", oscillators.fastK()),
                new NamedValue("fastD", oscillators.fastD()),
                new NamedValue("mediumK", oscillators.mediumK()),
                new NamedValue("slowK", oscillators.slowK()),
                new NamedValue("trendK", oscillators.trendK()),
                new NamedValue("atr14", atr.value()),
                new NamedValue("embeddedBars", components.streak().bars()),
                new NamedValue("trailing", care.isTrailing() ? 1 : 0));
    }

    private Price stop(Side side, Bar bar) {
        Divergence divergence = components.divergence();
        return divergence.isFor(side)
                ? PositionCare.price(divergence.pivotPrice(side) * (1 - side.sign() * BEYOND_PIVOT))
                : PositionCare.price(bar.close().toDouble() * (1 - side.sign() * STOP_FALLBACK));
    }

    /** As a fraction of the entry price. */
    private Rate target(Side side) {
        double fastK = components.oscillators().fastK();
        double toGo = side == Side.BUY ? OVERBOUGHT - fastK : fastK - OVERSOLD;
        double fraction = Math.max(LEAST_TARGET, toGo / 100 * TARGET_SCALE);
        return Rate.fromBigDecimal(new BigDecimal(fraction).setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    @Override
    public void save(StateSink sink) {
        components.save(sink);
        longs.save(sink);
        shorts.save(sink);
        care.save(sink);
        atr.save(sink);
        sink.putLong(firstBarMs);
    }

    @Override
    public void load(StateSource source) {
        components.load(source);
        longs.load(source);
        shorts.load(source);
        care.load(source);
        atr.load(source);
        firstBarMs = source.getLong();
    }
}
