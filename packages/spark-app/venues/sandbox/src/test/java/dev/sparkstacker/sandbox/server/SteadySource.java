package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.util.ArrayList;
import java.util.List;

/** One market whose book stands at 2999.9@3000.1 and that prints once a second at 3000.1. */
final class SteadySource implements PriceSource {
    static final MarketId ETH = new MarketId("ETH");
    static final int HISTORY_BARS = 200;

    private final long startMs;
    private long nextMs;

    SteadySource(long startMs) {
        this.startMs = startMs;
        this.nextMs = startMs;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SYNTHETIC;
    }

    @Override
    public String description() {
        return "a market that stands still";
    }

    @Override
    public List<MarketId> markets() {
        return List.of(ETH);
    }

    @Override
    public List<Bar> history(MarketId market) {
        List<Bar> bars = new ArrayList<>();
        for (int i = HISTORY_BARS; i > 0; i--) {
            Price price = Price.of("3000");
            bars.add(new Bar(startMs - i * 60_000L, price, price, price, price, Quantity.of("1"), 1));
        }
        return bars;
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (nextMs <= timeMs) {
            listener.onBook(ETH, nextMs, book());
            listener.onContext(ETH, nextMs, Price.of("3000"), Price.of("3000"), Rate.ZERO);
            listener.onTrade(ETH, nextMs, Side.BUY, Price.of("3000.1"), Quantity.of("0.01"));
            nextMs += 1_000;
        }
    }

    private static BookSnapshot book() {
        return BookSnapshot.ofUnits(
                new long[] {Price.of("2999.9").e8(), Price.of("2999").e8()},
                new long[] {Quantity.of("5").e8(), Quantity.of("50").e8()},
                new long[] {Price.of("3000.1").e8(), Price.of("3001").e8()},
                new long[] {Quantity.of("5").e8(), Quantity.of("50").e8()});
    }
}
