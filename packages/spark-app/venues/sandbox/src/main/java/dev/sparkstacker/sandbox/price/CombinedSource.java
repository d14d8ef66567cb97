package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Several sources as one; each prices its own markets. */
public final class CombinedSource implements PriceSource {
    private final List<PriceSource> sources;

    /** Combines at least one source. @throws IllegalArgumentException if none is given or two price one market */
    public CombinedSource(List<? extends PriceSource> sources) {
        List<MarketId> markets = new ArrayList<>();
        sources.forEach(source -> markets.addAll(source.markets()));
        if (sources.isEmpty() || markets.stream().distinct().count() != markets.size()) {
            throw new IllegalArgumentException("Each market needs exactly one source: " + markets);
        }
        this.sources = List.copyOf(sources);
    }

    @Override
    public SourceKind kind() {
        return sources.getFirst().kind();
    }

    @Override
    public String description() {
        return sources.getFirst().description();
    }

    @Override
    public List<MarketId> markets() {
        List<MarketId> markets = new ArrayList<>();
        sources.forEach(source -> markets.addAll(source.markets()));
        return markets;
    }

    @Override
    public List<Bar> history(MarketId market) {
        for (PriceSource source : sources) {
            if (source.markets().contains(market)) {
                return source.history(market);
            }
        }
        return List.of();
    }

    @Override
    public long startMs() {
        return sources.stream().mapToLong(PriceSource::startMs).min().orElseThrow();
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        sources.forEach(source -> source.advanceTo(timeMs, listener));
    }

    @Override
    public boolean hasEnded() {
        return sources.stream().allMatch(PriceSource::hasEnded);
    }

    @Override
    public OptionalLong endMs() {
        return sources.stream().allMatch(source -> source.endMs().isPresent())
                ? sources.stream()
                        .mapToLong(source -> source.endMs().getAsLong())
                        .max()
                : OptionalLong.empty();
    }

    @Override
    public void save() {
        sources.forEach(PriceSource::save);
    }

    @Override
    public void close() {
        sources.forEach(PriceSource::close);
    }
}
