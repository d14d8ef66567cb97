package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.wire.info.FundingRate;
import java.util.List;

/** What a venue still knows of the past. */
public interface History extends AutoCloseable {
    /** Where it comes from. */
    String source();

    /** A market's rules today. @throws ReadException if the venue has no such market or does not answer */
    Instrument rules(MarketId market) throws ReadException, InterruptedException;

    /** Closed bars, oldest first, as far back as the venue keeps them. @throws ReadException if they cannot be read */
    List<Bar> bars(MarketId market, Interval interval) throws ReadException, InterruptedException;

    /** Settled funding rates since an instant, oldest first. @throws ReadException if they cannot be read */
    List<FundingRate> funding(MarketId market, long fromMs) throws ReadException, InterruptedException;

    @Override
    void close();
}
