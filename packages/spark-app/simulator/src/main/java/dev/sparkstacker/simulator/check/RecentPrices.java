package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mark prices of the last three minutes, as often as the simulated prices move: the longest that a feed's fault keeps one
 * alive, and more.
 */
final class RecentPrices {
    private static final long STEP_MS = 10_000;
    private static final int STEPS = 18;

    private final Map<MarketId, Deque<Price>> marks = new TreeMap<>();
    private long nextMs;

    /** Takes the prices of now, if it is time. */
    void look(Exchange exchange) {
        if (exchange.nowMs() < nextMs) {
            return;
        }
        nextMs = exchange.nowMs() + STEP_MS;
        for (Market market : exchange.markets()) {
            Price mark = market.mark();
            if (mark != null) {
                saw(market.id(), mark);
            }
        }
    }

    private void saw(MarketId market, Price mark) {
        Deque<Price> recent = marks.computeIfAbsent(market, _ -> new ArrayDeque<>());
        recent.addLast(mark);
        if (recent.size() > STEPS) {
            recent.removeFirst();
        }
    }

    /** The lowest of them and of now; nothing where there is none yet. */
    BigDecimal lowest(@Nullable Market market) {
        if (market == null) {
            return BigDecimal.ZERO;
        }
        Price lowest = market.mark();
        for (Price each : marks.getOrDefault(market.id(), new ArrayDeque<>())) {
            lowest = lowest == null || each.compareTo(lowest) < 0 ? each : lowest;
        }
        return lowest == null ? BigDecimal.ZERO : BigDecimal.valueOf(lowest.e8(), 8);
    }
}
