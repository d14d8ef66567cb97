package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the recorded market that a configuration names as a start would, and starts nothing. */
public final class PriceCheck {
    private PriceCheck() {}

    /**
     * What a recorded market holds.
     *
     * @param lengthMs from its first price to its last; empty where that is not known
     * @param historyBars one-minute bars that it tells before its first price
     * @param barMs length of the bars it is made of; empty where it is not made of bars
     */
    public record Found(OptionalLong lengthMs, int historyBars, OptionalLong barMs) {}

    /**
     * Checks; empty where the configuration names no recorded market.
     *
     * @throws dev.sparkstacker.sandbox.price.DataFileException if the recorded market cannot be used
     */
    public static Optional<Found> run(SandboxConfig config) {
        PriceSource own = config.prices();
        if (config.dataFile() == null && own == null) {
            return Optional.empty();
        }
        List<Instrument> instruments = new ArrayList<>();
        for (SandboxMarket market : config.markets()) {
            instruments.add(market.instrument(instruments.size(), config.minNotional()));
        }
        PriceSource source = own == null ? new SourceChoice(config, instruments).open(0, null, null) : own;
        OptionalLong end = source.endMs();
        int history = source.markets().stream()
                .mapToInt(market -> source.history(market).size())
                .min()
                .orElse(0);
        return Optional.of(new Found(
                end.isEmpty() ? end : OptionalLong.of(end.getAsLong() - source.startMs()), history, source.barMs()));
    }
}
