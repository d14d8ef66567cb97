package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A source taken up in its middle: what it said before is history, built from its own prints. A minute that had begun
 * before the source did is no whole bar and is left out.
 */
public final class SkippedSource implements PriceSource {
    private final PriceSource inner;
    private final long startMs;
    private final Map<MarketId, List<Bar>> history = new LinkedHashMap<>();

    /** @param startMs venue time to take up at; everything up to then is skipped */
    public SkippedSource(PriceSource inner, long startMs) {
        this.inner = inner;
        this.startMs = startMs;
        Collector collector = new Collector();
        inner.advanceTo(startMs, collector);
        collector.builders.forEach((market, builder) -> {
            Bar forming = builder.forming();
            if (forming != null) {
                add(market, forming);
            }
        });
    }

    private List<Bar> bars(MarketId market) {
        return history.computeIfAbsent(market, id -> new ArrayList<>(inner.history(id)));
    }

    private void add(MarketId market, Bar bar) {
        if (bar.openTimeMs() >= inner.startMs()) {
            bars(market).add(bar);
        }
    }

    private final class Collector implements PriceListener {
        private final Map<MarketId, CandleBuilder> builders = new LinkedHashMap<>();

        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            // only prints make bars
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            Bar closed = builders.computeIfAbsent(market, _ -> new CandleBuilder(60_000))
                    .add(timeMs, price.e8(), size.e8());
            if (closed != null) {
                add(market, closed);
            }
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            // only prints make bars
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
        return List.copyOf(bars(market));
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        inner.advanceTo(timeMs, listener);
    }

    @Override
    public boolean hasEnded() {
        return inner.hasEnded();
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
