package dev.sparkstacker.risk.state;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.risk.breaker.BreakerBoard;

/** What risk remembers, as the engine keeps it: one object to ask, to tell and to snapshot. */
public final class RiskBook {
    private final BreakerBoard breakers = new BreakerBoard();
    private KillSwitches killSwitches = KillSwitches.NONE;
    private EntryRates rates = EntryRates.NONE;

    /** Goes on from a snapshot; the configuration follows. */
    public void load(RiskState state) {
        killSwitches = state.killSwitches();
        rates = state.rates();
        breakers.load(state.breakers());
    }

    /** Everything to go on from. */
    public RiskState state() {
        return new RiskState(killSwitches, rates, breakers.state());
    }

    /** The circuit breakers. */
    public BreakerBoard breakers() {
        return breakers;
    }

    /** The pulled kill switches. */
    public KillSwitches killSwitches() {
        return killSwitches;
    }

    /** Pulls a kill switch; one that is pulled already stays as it was. */
    public void pull(KillSwitch killSwitch) {
        killSwitches = killSwitches.pull(killSwitch);
    }

    /** Releases the kill switch of exactly this scope. Whether there was one. */
    public boolean release(RiskScope scope) {
        boolean wasPulled = killSwitches.find(scope) != null;
        killSwitches = killSwitches.release(scope);
        return wasPulled;
    }

    /** An entry was sent; it counts in the order rate. */
    public void sent(AccountId account, StrategyId strategy, MarketId market, long nowMs) {
        rates = rates.with(new EntryRates.Sent(account, strategy, market, nowMs));
    }

    /** Entries of a scope within the last minute. */
    public int entriesWithinMinute(RiskScope scope, long nowMs) {
        return rates.count(scope, nowMs);
    }

    /** How an entry stands. The breakers must have been judged at this instant. */
    public Standing standing(AccountId account, StrategyId strategy, MarketId market, long nowMs) {
        return new Standing(
                killSwitches.covering(account, strategy, market),
                breakers.tripped(account, strategy, market),
                breakers.warns(account, strategy, market),
                breakers.budgets(account, strategy, market),
                breakers.equityDoubt(account, nowMs));
    }
}
