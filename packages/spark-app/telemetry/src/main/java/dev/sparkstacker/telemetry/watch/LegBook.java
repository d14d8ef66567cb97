package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.output.Output.LegChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The legs as they were last told, and the marks to value them at. */
final class LegBook {
    private final Map<LegId, LegChanged> legs = new TreeMap<>();
    private final Map<MarketId, Price> marks = new TreeMap<>();

    /** Takes a leg's news; returns what was known of it before, or null. */
    synchronized @Nullable LegChanged take(LegChanged leg) {
        return legs.put(leg.leg(), leg);
    }

    /** What is known of a leg, or null. */
    synchronized @Nullable LegChanged leg(LegId leg) {
        return legs.get(leg);
    }

    /** Takes a market's mark. */
    synchronized void mark(MarketId market, Price mark) {
        marks.put(market, mark);
    }

    /** A market's last mark, or null. */
    synchronized @Nullable Price mark(MarketId market) {
        return marks.get(market);
    }

    /** Every leg in a market. */
    synchronized List<LegChanged> in(MarketId market) {
        List<LegChanged> found = new ArrayList<>();
        for (LegChanged leg : legs.values()) {
            if (leg.leg().market().equals(market)) {
                found.add(leg);
            }
        }
        return found;
    }

    /** Every leg of an account in a market. */
    List<LegChanged> in(AccountId account, MarketId market) {
        return in(market).stream().filter(leg -> leg.account().equals(account)).toList();
    }

    /** How many legs hold a position. */
    synchronized int open() {
        int open = 0;
        for (LegChanged leg : legs.values()) {
            if (!leg.size().isZero()) {
                open++;
            }
        }
        return open;
    }
}
