package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.codec.WireId;
import java.util.Comparator;

/** What a limit, a breaker or a kill switch holds for. Ordered from the widest to the narrowest, then by name. */
public sealed interface RiskScope extends Comparable<RiskScope> {
    /** Everything. */
    static RiskScope global() {
        return Global.EVERYTHING;
    }

    /** Its name within its kind, empty for everything. */
    String name();

    /** Its place in the order of kinds. */
    int rank();

    /** Whether an entry of this strategy on this account and market lies within. */
    default boolean covers(AccountId account, StrategyId strategy, MarketId market) {
        return switch (this) {
            case Global everything -> true;
            case OfAccount one -> one.account().equals(account);
            case OfStrategy one -> one.strategy().equals(strategy);
            case OfMarket one -> one.market().equals(market);
        };
    }

    @Override
    default int compareTo(RiskScope other) {
        return Comparator.comparingInt(RiskScope::rank)
                .thenComparing(RiskScope::name)
                .compare(this, other);
    }

    /** Everything. */
    @WireId(1)
    record Global() implements RiskScope {
        static final Global EVERYTHING = new Global();

        @Override
        public String name() {
            return "";
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return "global";
        }
    }

    /** One account. */
    @WireId(2)
    record OfAccount(AccountId account) implements RiskScope {
        @Override
        public String name() {
            return account.name();
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            return "account " + account;
        }
    }

    /** One strategy, on all its accounts and markets. */
    @WireId(3)
    record OfStrategy(StrategyId strategy) implements RiskScope {
        @Override
        public String name() {
            return strategy.name();
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return "strategy " + strategy;
        }
    }

    /** One market, on all accounts. */
    @WireId(4)
    record OfMarket(MarketId market) implements RiskScope {
        @Override
        public String name() {
            return market.coin();
        }

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String toString() {
            return "market " + market.coin();
        }
    }
}
