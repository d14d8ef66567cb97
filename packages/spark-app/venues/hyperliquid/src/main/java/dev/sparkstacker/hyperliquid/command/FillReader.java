package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.sign.Address;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads every fill from a time on, page by page. A page starts at the last time of the page before it, inclusive, because
 * one millisecond may hold many fills; what comes twice is recognised by its identity.
 */
final class FillReader {
    private static final int PAGE = 2000;

    private final InfoClient info;

    /** A trade id is unique only together with market and time; a self-match would show on two orders. */
    private record Identity(long tradeId, long timeMs, MarketId market, long orderId) {}

    FillReader(InfoClient info) {
        this.info = info;
    }

    /** Every perp fill at or after the given time, oldest first. @throws ReadException if any page cannot be read */
    List<Fill> read(Address user, long fromMs) throws ReadException, InterruptedException {
        Map<Identity, Fill> fills = new LinkedHashMap<>();
        long start = Math.max(0, fromMs);
        while (true) {
            List<dev.sparkstacker.wire.info.Fill> page =
                    info.ask(new InfoRequest.UserFillsByTime(user.text(), start, null, null, null), Priority.ASK);
            long newest = start;
            for (dev.sparkstacker.wire.info.Fill raw : page) {
                newest = Math.max(newest, raw.time());
                add(fills, raw, user);
            }
            if (page.size() < PAGE) {
                return fills.values().stream()
                        .sorted(Comparator.comparingLong(Fill::venueTimeMs))
                        .toList();
            }
            if (newest == start) {
                throw new ReadException("fills of " + user + ": a whole page of " + page.size() + " fills within the"
                        + " millisecond " + start + ", the pages after it cannot be reached");
            }
            start = newest;
        }
    }

    private static void add(Map<Identity, Fill> fills, dev.sparkstacker.wire.info.Fill raw, Address user)
            throws ReadException {
        if (!AccountMapping.isPerp(raw.coin())) {
            return;
        }
        try {
            Fill fill = AccountMapping.fill(raw, user);
            fills.put(new Identity(fill.tradeId(), fill.venueTimeMs(), fill.market(), fill.orderId()), fill);
        } catch (Impossible e) {
            throw new ReadException(String.valueOf(e.getMessage()), e);
        }
    }
}
