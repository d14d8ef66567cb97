package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.state.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The world as the engine knows it when it proposes an entry. What is null is not known, and fails every check that
 * needs it.
 *
 * @param nowMs venue time
 * @param trading what the engine may do, and what the net account already does
 * @param standing kill switches, breakers and budgets
 * @param market what the market shows
 * @param account what the account shows
 * @param loads what is held and working, by scope
 * @param limits every set of limits that covers the entry, the widest first
 * @param schedule when entries are allowed; empty is always
 */
public record EntryFacts(
        long nowMs,
        Trading trading,
        Standing standing,
        MarketView market,
        AccountView account,
        Loads loads,
        List<ScopedLimits> limits,
        List<TradingWindow> schedule) {
    /**
     * What the engine may do.
     *
     * @param state what it may do at all
     * @param reconciled whether the account agrees with the venue
     * @param duplicate whether this leg already holds or works an entry
     * @param oppositeHolder who holds the opposite direction on this account and market, or null
     */
    public record Trading(
            TradingState state,
            boolean reconciled,
            boolean duplicate,
            @Nullable String oppositeHolder) {}

    /**
     * What the market shows.
     *
     * @param instrument its rules
     * @param feedFault what is wrong with its feed, or null
     * @param quoteAgeMs age of the best bid and offer in venue milliseconds; very large where there is none
     * @param maxAgeMs oldest data to enter on
     * @param mark the mark price, or null while unknown
     * @param book the top of the book, or null while unknown
     */
    public record MarketView(
            Instrument instrument,
            @Nullable String feedFault,
            long quoteAgeMs,
            long maxAgeMs,
            @Nullable Price mark,
            @Nullable OrderBook book) {}

    /**
     * What the account shows.
     *
     * @param equity its equity now, or null while unknown
     * @param confirmedLeverage leverage of the market as read back from the venue, or null while unread
     * @param confirmedMarginMode margin mode of the market as read back from the venue, or null while unread
     * @param held what it holds in the market on the side of the entry, all strategies together; null where nothing
     * @param otherMaintenance maintenance margin of its cross positions in other markets, or null while unknown; not
     *     needed for isolated margin
     */
    public record AccountView(
            @Nullable Usd equity,
            @Nullable Leverage confirmedLeverage,
            @Nullable MarginMode confirmedMarginMode,
            @Nullable Held held,
            @Nullable Usd otherMaintenance) {}

    /**
     * A net position.
     *
     * @param size how much
     * @param entryPrice size-weighted entry price
     */
    public record Held(Quantity size, Price entryPrice) {}
}
