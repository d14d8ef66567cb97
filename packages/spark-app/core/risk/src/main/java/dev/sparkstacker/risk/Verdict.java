package dev.sparkstacker.risk;

import dev.sparkstacker.domain.ApprovedOrder;
import java.util.List;

/** What risk says of an entry. */
public sealed interface Verdict {
    /** Every check, in its fixed order. */
    List<Check> checks();

    /** All checks passed. */
    record Approved(ApprovedOrder order, List<Check> checks) implements Verdict {}

    /** At least one check failed; the first names the denial. */
    record Denied(Check first, List<Check> checks) implements Verdict {}
}
