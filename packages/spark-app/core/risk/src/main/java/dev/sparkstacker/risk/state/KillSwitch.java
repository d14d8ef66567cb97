package dev.sparkstacker.risk.state;

import dev.sparkstacker.domain.config.RiskScope;

/**
 * A pulled kill switch: nothing is entered in its scope until a person releases it.
 *
 * @param scope a strategy, a market, an account, or everything
 * @param by who pulled it
 * @param reason why
 * @param sinceMs venue time
 */
public record KillSwitch(RiskScope scope, String by, String reason, long sinceMs) {
    @Override
    public String toString() {
        return scope + " by " + by + ": " + reason;
    }
}
