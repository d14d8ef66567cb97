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
import java.util.SplittableRandom;

/**
 * Prices that swing: each market drifts one way for some minutes, then the other, with noise, so that strategies decide
 * often. Whole numbers only: the same seed gives the same prices on every machine. A shock moves a price at once.
 */
final class Prices implements SimulatedPrices {
    private static final long STEP_MS = 10_000;
    private static final long HISTORY_MS = 6 * 3_600_000;
    private static final long MINUTE_MS = 60_000;
    private static final long PPM = 1_000_000;
    private static final DepthModel DEPTH = new DepthModel(5, 40_000);

    private final List<Walk> walks = new ArrayList<>();
    private final long startMs;
    private long nextMs;

    Prices(long startMs, SplittableRandom random) {
        this.startMs = startMs;
        this.nextMs = startMs;
        for (Instrument instrument : Scene.INSTRUMENTS) {
            Price first = Scene.START_PRICES.get(instrument.assetId());
            walks.add(new Walk(instrument, first, random.split(), startMs));
        }
    }

    /** One market's path. */
    private static final class Walk {
        private final Instrument instrument;
        private final SplittableRandom random;
        private final List<Bar> history = new ArrayList<>();
        private long priceE8;
        private long driftPpm;
        private int stepsLeft;

        Walk(Instrument instrument, Price first, SplittableRandom random, long startMs) {
            this.instrument = instrument;
            this.random = random;
            this.priceE8 = first.e8();
            this.driftPpm = random.nextBoolean() ? 1 : -1;
            for (long open = startMs - HISTORY_MS; open < startMs; open += MINUTE_MS) {
                history.add(minute(open));
            }
        }

        private Bar minute(long openMs) {
            Price open = price();
            Price high = open;
            Price low = open;
            int steps = (int) (MINUTE_MS / STEP_MS);
            for (int i = 0; i < steps; i++) {
                step();
                Price now = price();
                high = now.compareTo(high) > 0 ? now : high;
                low = now.compareTo(low) < 0 ? now : low;
            }
            return new Bar(openMs, open, high, low, price(), instrument.lot(), steps);
        }

        void step() {
            if (stepsLeft-- <= 0) {
                stepsLeft = 24 + random.nextInt(36);
                long size = random.nextLong(100, 500);
                driftPpm = driftPpm > 0 ? -size : size;
            }
            move(driftPpm + random.nextInt(-400, 401));
        }

        void move(long ppm) {
            long least = Scene.START_PRICES.get(instrument.assetId()).e8() / 4;
            priceE8 = Math.max(least, priceE8 + priceE8 / PPM * ppm);
        }

        Price price() {
            return instrument.roundPrice(new Price(priceE8), RoundingMode.HALF_EVEN);
        }

        void tell(long timeMs, PriceListener listener) {
            Price now = price();
            listener.onBook(instrument.market(), timeMs, DEPTH.around(instrument, now));
            listener.onContext(instrument.market(), timeMs, now, now, Rate.ZERO);
            listener.onTrade(instrument.market(), timeMs, random.nextBoolean() ? Side.BUY : Side.SELL, now, size());
        }

        private Quantity size() {
            return new Quantity(instrument.lot().e8() * (1 + random.nextInt(50)));
        }
    }

    @Override
    public void shock(int market, long ppm) {
        walks.get(market).move(ppm);
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SYNTHETIC;
    }

    @Override
    public String description() {
        return "swinging prices of the simulator";
    }

    @Override
    public List<MarketId> markets() {
        return Scene.INSTRUMENTS.stream().map(Instrument::market).toList();
    }

    @Override
    public List<Bar> history(MarketId market) {
        for (Walk walk : walks) {
            if (walk.instrument.market().equals(market)) {
                return walk.history;
            }
        }
        return List.of();
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (nextMs <= timeMs) {
            for (Walk walk : walks) {
                walk.step();
                walk.tell(nextMs, listener);
            }
            nextMs += STEP_MS;
        }
    }

    @Override
    public boolean hasEnded() {
        return false;
    }
}
