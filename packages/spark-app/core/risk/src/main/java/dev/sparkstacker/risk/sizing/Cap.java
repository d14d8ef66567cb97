package dev.sparkstacker.risk.sizing;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;

/**
 * A limit that made an entry smaller.
 *
 * @param rule the rule it belongs to
 * @param bound the limit, and whose it is
 * @param notional what it left of the entry
 */
public record Cap(Reason rule, Bound bound, Usd notional) {
    @Override
    public String toString() {
        return rule + " " + bound;
    }
}
