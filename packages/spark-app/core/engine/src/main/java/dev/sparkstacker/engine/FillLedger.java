package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which fills and funding payments of one account were booked, so that each is booked once however often it is told. */
final class FillLedger {
    private static final int REMEMBERED_FILLS = 20_000;

    /** What makes a fill the same fill. */
    record FillKey(MarketId market, long venueTimeMs, long tradeId, long orderId) {
        static FillKey of(Fill fill) {
            return new FillKey(fill.market(), fill.venueTimeMs(), fill.tradeId(), fill.orderId());
        }
    }

    /** Time of the last funding booked for a market. */
    record FundingMark(MarketId market, long paidAtMs) {}

    /**
     * The ledger's state, for snapshots.
     *
     * @param baselineMs fills and funding before this venue time are not ours to book
     */
    record State(long baselineMs, List<FillKey> seen, List<FundingMark> fundings) {}

    private final Set<FillKey> seen = new LinkedHashSet<>();
    private final Map<MarketId, Long> fundings = new TreeMap<>();
    private final long baselineMs;

    FillLedger(long baselineMs) {
        this.baselineMs = baselineMs;
    }

    FillLedger(State state) {
        this(state.baselineMs());
        seen.addAll(state.seen());
        state.fundings().forEach(mark -> fundings.put(mark.market(), mark.paidAtMs()));
    }

    State state() {
        List<FundingMark> marks = new ArrayList<>();
        fundings.forEach((market, paidAtMs) -> marks.add(new FundingMark(market, paidAtMs)));
        return new State(baselineMs, List.copyOf(seen), marks);
    }

    long baselineMs() {
        return baselineMs;
    }

    /** Whether the fill is new; a new one is remembered. */
    boolean remember(Fill fill) {
        if (fill.venueTimeMs() < baselineMs || !seen.add(FillKey.of(fill))) {
            return false;
        }
        if (seen.size() > REMEMBERED_FILLS) {
            seen.remove(seen.iterator().next());
        }
        return true;
    }

    /** Whether this funding payment is new; a new one is remembered. */
    boolean rememberFunding(MarketId market, long paidAtMs) {
        long last = fundings.getOrDefault(market, baselineMs);
        if (paidAtMs <= last) {
            return false;
        }
        fundings.put(market, paidAtMs);
        return true;
    }
}
