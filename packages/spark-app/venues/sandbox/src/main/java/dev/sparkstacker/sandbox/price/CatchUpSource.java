package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A source taken up again at an earlier venue time: what its history holds of the time between is played, bar by bar
 * along a modelled path, before it goes on itself.
 *
 * <pre>
 *  history .... | taken up here | bars of the missed time, played | the source goes on
 * </pre>
 */
public final class CatchUpSource implements PriceSource {
    private static final int POINTS = 4;

    private record Point(long timeMs, BarPath path, Bar bar, int index) {}

    private final PriceSource inner;
    private final long fromMs;
    private final Map<MarketId, List<Bar>> before = new LinkedHashMap<>();
    private final List<Point> missed = new ArrayList<>();
    private int played;

    /**
     * @param instruments rules of the source's markets
     * @param fromMs venue time to take up at, before the source's start
     */
    public CatchUpSource(PriceSource inner, List<Instrument> instruments, long fromMs, long seed) {
        this.inner = inner;
        this.fromMs = fromMs;
        for (Instrument instrument : instruments) {
            BarPath path = new BarPath(instrument, Interval.M1, DepthModel.full(), seed);
            List<Bar> known = new ArrayList<>();
            for (Bar bar : inner.history(instrument.market())) {
                if (bar.openTimeMs() < fromMs) {
                    known.add(bar);
                } else {
                    addPoints(path, bar);
                }
            }
            before.put(instrument.market(), known);
        }
        missed.sort(Comparator.comparingLong(Point::timeMs));
    }

    private void addPoints(BarPath path, Bar bar) {
        for (int index = 0; index < POINTS; index++) {
            missed.add(new Point(path.timeMs(bar, index), path, bar, index));
        }
    }

    @Override
    public SourceKind kind() {
        return inner.kind();
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public List<MarketId> markets() {
        return inner.markets();
    }

    @Override
    public List<Bar> history(MarketId market) {
        return before.getOrDefault(market, List.of());
    }

    @Override
    public long startMs() {
        return fromMs;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (played < missed.size() && missed.get(played).timeMs() <= timeMs) {
            Point point = missed.get(played++);
            point.path().emit(point.bar(), point.index(), listener);
        }
        if (timeMs >= inner.startMs()) {
            inner.advanceTo(timeMs, listener);
        }
    }

    @Override
    public boolean hasEnded() {
        return played >= missed.size() && inner.hasEnded();
    }

    @Override
    public OptionalLong endMs() {
        return inner.endMs();
    }

    @Override
    public void close() {
        inner.close();
    }
}
