package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;

/**
 * What a halt or a flattening still owes one account. Its own snapshot: a restart goes on with it.
 *
 * @param account the account
 * @param scope what is halted of it
 * @param action what is owed; a flattening that the venue has confirmed is a halt
 * @param decision the decision it goes back to
 * @param sinceMs venue time from when on a reading must have begun to prove anything
 * @param patience when a person is told that it is still not verified; never once told or verified
 * @param verified whether the venue said last that nothing is left to do
 * @param found what the venue was last seen to hold, in words
 */
record Clearance(
        AccountId account,
        RiskScope scope,
        BreakerAction action,
        String decision,
        long sinceMs,
        Deadline patience,
        boolean verified,
        String found) {
    private static final long PATIENCE_VENUE_MS = 30_000;
    private static final long PATIENCE_MACHINE_MS = 30_000;
    private static final String ASKED = "the venue is asked";

    static Clearance begun(Turn turn, AccountId account, RiskScope scope, BreakerAction action) {
        return new Clearance(account, scope, action, turn.correlationId(), turn.nowMs(), patience(turn), false, ASKED);
    }

    /** The same for a new process, which knows nothing until it has read. */
    Clearance anew(Turn turn) {
        return new Clearance(account, scope, action, decision, turn.nowMs(), patience(turn), false, ASKED);
    }

    /** The venue shows something again. */
    Clearance reopened(Turn turn, String seen) {
        return new Clearance(account, scope, action, decision, turn.nowMs(), patience(turn), false, seen);
    }

    Clearance seen(String newFound) {
        return new Clearance(account, scope, action, decision, sinceMs, patience, verified, newFound);
    }

    /** The venue confirmed it: what was to be flattened is flat, and stays halted. */
    Clearance confirmed(String seen) {
        return new Clearance(account, scope, BreakerAction.HALT, decision, sinceMs, Deadline.NEVER, true, seen);
    }

    /** A person was told that it takes too long. */
    Clearance toldLate() {
        return new Clearance(account, scope, action, decision, sinceMs, Deadline.NEVER, verified, found);
    }

    boolean is(AccountId otherAccount, RiskScope otherScope) {
        return account.equals(otherAccount) && scope.equals(otherScope);
    }

    boolean flattens() {
        return action == BreakerAction.FLATTEN;
    }

    private static Deadline patience(Turn turn) {
        return Deadline.after(turn, PATIENCE_VENUE_MS, PATIENCE_MACHINE_MS);
    }
}
