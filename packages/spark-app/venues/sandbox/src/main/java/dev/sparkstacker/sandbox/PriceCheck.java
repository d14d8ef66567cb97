package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Reads the recorded market that a configuration names as a start would, and starts nothing. */
public final class PriceCheck {
    private PriceCheck() {}

    /**
     * Checks.
     *
     * @throws dev.sparkstacker.sandbox.price.DataFileException if the recorded market cannot be used
     */
    public static void run(SandboxConfig config) {
        if (config.dataFile() == null) {
            return;
        }
        List<Instrument> instruments = new ArrayList<>();
        for (SandboxMarket market : config.markets()) {
            instruments.add(market.instrument(instruments.size(), config.minNotional()));
        }
        new SourceChoice(config, instruments).open(0, null, null);
    }
}
