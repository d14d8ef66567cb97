package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What was taken over from the venue without a fill that explains it. Should such a fill be told later, it is part of
 * what was taken over and is not booked again.
 */
final class Adoptions {
    private static final long REMEMBERED_MS = 86_400_000;

    /**
     * One adoption.
     *
     * @param unexplained how much of it no fill has explained yet
     * @param readAtMs venue time of the reading it came from: later fills are new
     */
    record Adoption(AccountId account, MarketId market, Side side, Quantity unexplained, long readAtMs) {}

    private final List<Adoption> adoptions = new ArrayList<>();

    void load(List<Adoption> loaded) {
        adoptions.addAll(loaded);
    }

    List<Adoption> state() {
        return List.copyOf(adoptions);
    }

    void add(Adoption adoption) {
        adoptions.removeIf(old -> adoption.readAtMs() - old.readAtMs() > REMEMBERED_MS);
        adoptions.add(adoption);
    }

    /** Whether the fill is one that an adoption anticipated; it is counted off. */
    boolean anticipated(AccountId account, Fill fill) {
        for (int i = 0; i < adoptions.size(); i++) {
            Adoption adoption = adoptions.get(i);
            boolean same = adoption.account().equals(account)
                    && adoption.market().equals(fill.market())
                    && adoption.side() == fill.side()
                    && fill.venueTimeMs() <= adoption.readAtMs()
                    && fill.size().compareTo(adoption.unexplained()) <= 0;
            if (same) {
                Quantity left = adoption.unexplained().minus(fill.size());
                if (left.isZero()) {
                    adoptions.remove(i);
                } else {
                    adoptions.set(i, new Adoption(account, fill.market(), fill.side(), left, adoption.readAtMs()));
                }
                return true;
            }
        }
        return false;
    }
}
