package dev.sparkstacker.risk;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.output.TradingState;
import org.jspecify.annotations.Nullable;

/**
 * The world as the engine knows it when it proposes an entry.
 *
 * @param tradingState what the engine may do
 * @param reconciled whether the account agrees with the venue
 * @param feedFault what is wrong with the market's feed, or null
 * @param quoteAgeMs age of the best bid and offer in venue milliseconds
 * @param maxQuoteAgeMs oldest quote to enter on
 * @param instrument the market's rules
 * @param confirmedLeverage leverage read back from the venue, or null while unread
 * @param positionNotional notional already held or working in this leg's account and market
 * @param totalExposure gross notional over all positions and working entries
 * @param openPositions positions and working entries, counted
 * @param oppositeHolder who holds the opposite direction on this account and market, or null
 * @param duplicate whether this leg already has an entry working
 * @param limits the configured limits
 */
public record EntryContext(
        TradingState tradingState,
        boolean reconciled,
        @Nullable String feedFault,
        long quoteAgeMs,
        long maxQuoteAgeMs,
        Instrument instrument,
        @Nullable Leverage confirmedLeverage,
        Usd positionNotional,
        Usd totalExposure,
        int openPositions,
        @Nullable String oppositeHolder,
        boolean duplicate,
        RiskConfig limits) {}
