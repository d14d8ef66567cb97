package dev.sparkstacker.risk.check;

import dev.sparkstacker.risk.Check;

/** One rule that an entry must hold. What it must judge and does not know, fails. */
@FunctionalInterface
interface EntryCheck {
    Check check(ProposedEntry entry, EntryFacts facts);
}
