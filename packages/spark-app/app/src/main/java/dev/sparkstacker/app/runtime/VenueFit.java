package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.check.VenueChecks;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the configuration against the venue's markets and prices before anything is sent. */
final class VenueFit {
    private VenueFit() {}

    /** @throws ConfigException with every setting that the venue cannot serve */
    static void check(EffectiveConfig config, HyperliquidConnector connector)
            throws VenueSetupException, InterruptedException {
        Map<MarketId, Instrument> instruments = new TreeMap<>();
        connector.instruments().forEach(instrument -> instruments.put(instrument.market(), instrument));
        check(config, instruments, marks(connector, instruments));
    }

    /** @throws ConfigException with every setting that does not fit these markets and prices */
    static void check(EffectiveConfig config, Map<MarketId, Instrument> instruments, Map<MarketId, Price> marks) {
        List<Problem> problems = VenueChecks.run(config, instruments, marks);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new ConfigException(problems);
        }
    }

    private static Map<MarketId, Price> marks(HyperliquidConnector connector, Map<MarketId, Instrument> instruments)
            throws VenueSetupException, InterruptedException {
        try {
            MetaAndAssetCtxs read = connector.info().ask(new InfoRequest.MetaAndCtxs(null), Priority.ASK);
            Map<MarketId, Price> marks = new TreeMap<>();
            for (Instrument instrument : instruments.values()) {
                if (instrument.assetId() < read.contexts().size()) {
                    marks.put(
                            instrument.market(),
                            new Price(FixedPoint.fromBigDecimal(
                                    read.contexts().get(instrument.assetId()).markPx(), RoundingMode.HALF_EVEN)));
                }
            }
            return marks;
        } catch (ReadException unread) {
            throw new VenueSetupException("The venue's prices could not be read: " + unread.getMessage(), unread);
        }
    }
}
