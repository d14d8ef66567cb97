package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which fills, funding payments and moves of money of one account were booked, so that each is booked once however often
 * it is told.
 */
final class FillLedger {
    private static final int REMEMBERED_FILLS = 20_000;
    private static final int REMEMBERED_MOVES = 2_000;

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
     * @param baselineMs fills, funding and moves of money before this venue time are not ours to book
     * @param moves ids of the moves of money that were booked, oldest first
     */
    record State(long baselineMs, List<FillKey> seen, List<FundingMark> fundings, List<String> moves) {}

    private final Set<FillKey> seen = new LinkedHashSet<>();
    private final Set<String> moves = new LinkedHashSet<>();
    private final Map<MarketId, Long> fundings = new TreeMap<>();
    private final long baselineMs;

    FillLedger(long baselineMs) {
        this.baselineMs = baselineMs;
    }

    FillLedger(State state) {
        this(state.baselineMs());
        seen.addAll(state.seen());
        state.fundings().forEach(mark -> fundings.put(mark.market(), mark.paidAtMs()));
        moves.addAll(state.moves());
    }

    State state() {
        List<FundingMark> marks = new ArrayList<>();
        fundings.forEach((market, paidAtMs) -> marks.add(new FundingMark(market, paidAtMs)));
        return new State(baselineMs, List.copyOf(seen), marks, List.copyOf(moves));
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

    /** Whether this move of money is new; a new one is remembered. */
    boolean rememberMove(String moveId, long movedAtMs) {
        if (movedAtMs < baselineMs || !moves.add(moveId)) {
            return false;
        }
        if (moves.size() > REMEMBERED_MOVES) {
            moves.remove(moves.iterator().next());
        }
        return true;
    }
}
