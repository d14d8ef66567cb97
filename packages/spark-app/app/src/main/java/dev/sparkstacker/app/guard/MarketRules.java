package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The venue's markets, read when first needed and then remembered; marks are read each time. Thread-safe. */
final class MarketRules {
    private final InfoClient info;
    private volatile @Nullable InstrumentTable table;

    MarketRules(InfoClient info) {
        this.info = info;
    }

    /** A market's rules. @throws ReadException if the venue does not tell them */
    Instrument of(MarketId market) throws ReadException, InterruptedException {
        InstrumentTable known = table;
        if (known == null) {
            known = table(read());
            table = known;
        }
        return known.find(market).orElseThrow(() -> new ReadException("The venue lists no market " + market));
    }

    /** The mark price now. @throws ReadException if the venue does not tell it */
    Price mark(Instrument instrument) throws ReadException, InterruptedException {
        MetaAndAssetCtxs read = read();
        if (instrument.assetId() >= read.contexts().size()) {
            throw new ReadException("The venue tells no mark price of " + instrument.market());
        }
        return new Price(FixedPoint.fromBigDecimal(
                read.contexts().get(instrument.assetId()).markPx(), RoundingMode.HALF_EVEN));
    }

    private MetaAndAssetCtxs read() throws ReadException, InterruptedException {
        return info.ask(new InfoRequest.MetaAndCtxs(null), Priority.RISK_REDUCING);
    }

    /** The least order value does not matter to orders that only reduce. */
    private static InstrumentTable table(MetaAndAssetCtxs read) throws ReadException {
        try {
            return new InstrumentTable(read.meta(), Usd.ZERO);
        } catch (Impossible wrong) {
            throw new ReadException(String.valueOf(wrong.getMessage()));
        }
    }
}
