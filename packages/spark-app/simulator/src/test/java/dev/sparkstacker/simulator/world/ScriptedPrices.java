package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices without chance: they fall for hours before the world begins, turn at its beginning, and rise on. A strategy that
 * follows crossings enters once, soon after the turn, and sees no other signal.
 *
 * <pre>
 *   \                      /  ETH: fast enough to reach a target of 4 % within minutes
 *     \                  /
 *       \              / ...  BTC: slowly
 *         \ ........ /
 *  -6 h             0 s
 * </pre>
 */
final class ScriptedPrices implements SimulatedPrices {
    static final long STEP_MS = 5_000;

    private static final long HISTORY_MS = 6 * 3_600_000;
    private static final long MINUTE_MS = 60_000;
    private static final long PPM = 1_000_000;
    private static final long FALL_PPM_A_MINUTE = 150;
    private static final long[] RISE_PPM_A_MINUTE = {1_000, 6_500};
    private static final DepthModel DEPTH = new DepthModel(5, 40_000);

    private final long[] shockPpm = new long[Scene.INSTRUMENTS.size()];
    private long nextMs = Scene.START_MS;
    private boolean shocked;

    private Price at(int market, long timeMs) {
        Instrument instrument = Scene.INSTRUMENTS.get(market);
        long sinceMs = timeMs - Scene.START_MS;
        long aMinute = sinceMs < 0 ? -FALL_PPM_A_MINUTE : RISE_PPM_A_MINUTE[market];
        long ppm = aMinute * sinceMs / MINUTE_MS + shockPpm[market];
        long start = Scene.START_PRICES.get(market).e8();
        return instrument.roundPrice(new Price(start + start / PPM * ppm), RoundingMode.HALF_EVEN);
    }

    @Override
    public void shock(int market, long ppm) {
        shockPpm[market] += ppm;
        shocked = true;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SYNTHETIC;
    }

    @Override
    public String description() {
        return "prices that turn once";
    }

    @Override
    public List<MarketId> markets() {
        return Scene.INSTRUMENTS.stream().map(Instrument::market).toList();
    }

    @Override
    public List<Bar> history(MarketId market) {
        int index = markets().indexOf(market);
        Instrument instrument = Scene.INSTRUMENTS.get(index);
        List<Bar> bars = new ArrayList<>();
        for (long open = Scene.START_MS - HISTORY_MS; open < Scene.START_MS; open += MINUTE_MS) {
            Price first = at(index, open);
            Price last = at(index, open + MINUTE_MS - STEP_MS);
            bars.add(new Bar(open, first, first, last, last, instrument.lot(), 12));
        }
        return bars;
    }

    @Override
    public long startMs() {
        return Scene.START_MS;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        for (; nextMs <= timeMs; nextMs += STEP_MS) {
            tell(nextMs, listener);
        }
        if (shocked) {
            tell(timeMs, listener);
        }
    }

    private void tell(long timeMs, PriceListener listener) {
        shocked = false;
        for (int market = 0; market < Scene.INSTRUMENTS.size(); market++) {
            Instrument instrument = Scene.INSTRUMENTS.get(market);
            Price now = at(market, timeMs);
            listener.onBook(instrument.market(), timeMs, DEPTH.around(instrument, now));
            listener.onContext(instrument.market(), timeMs, now, now, Rate.ZERO);
            listener.onTrade(
                    instrument.market(),
                    timeMs,
                    Side.BUY,
                    now,
                    new Quantity(instrument.lot().e8() * 7));
        }
    }

    @Override
    public boolean hasEnded() {
        return false;
    }
}
