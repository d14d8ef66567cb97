package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.codec.WireId;

/** The part of trading that a halt stops. A halt of everything is {@link OperatorEvent.HaltRequested}. */
public sealed interface HaltScope {
    /** The entries of one strategy, in all its markets. */
    @WireId(1)
    record OneStrategy(StrategyId strategy) implements HaltScope {
        @Override
        public String toString() {
            return "strategy " + strategy;
        }
    }

    /** The entries of every strategy in one market. */
    @WireId(2)
    record OneMarket(MarketId market) implements HaltScope {
        @Override
        public String toString() {
            return "market " + market;
        }
    }

    /** The entries on one account. */
    @WireId(3)
    record OneAccount(AccountId account) implements HaltScope {
        @Override
        public String toString() {
            return "account " + account;
        }
    }
}
