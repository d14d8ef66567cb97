package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;
import java.util.List;

/** What is liquidated as one: the cross positions of an account, or one isolated position. */
sealed interface LiquidationScope {
    Account account();

    /** The positions as they stand now. */
    List<Position> positions();

    Usd equity(Margin margin);

    Usd maintenance(Margin margin);

    /** Whether equity is below maintenance margin; false without positions. */
    default boolean isBelowMaintenance(Margin margin) {
        return !positions().isEmpty() && equity(margin).compareTo(maintenance(margin)) < 0;
    }

    /** Value at mark. */
    default Usd notional(Margin margin) {
        Usd sum = Usd.ZERO;
        for (Position position : positions()) {
            sum = sum.plus(position.value(margin.mark(position.market())));
        }
        return sum;
    }

    /** All cross positions with all cross margin. */
    record Cross(Account account) implements LiquidationScope {
        @Override
        public List<Position> positions() {
            return account.positions().stream()
                    .filter(position -> !position.isIsolated())
                    .toList();
        }

        @Override
        public Usd equity(Margin margin) {
            return margin.crossAccountValue(account);
        }

        @Override
        public Usd maintenance(Margin margin) {
            return margin.crossMaintenance(account);
        }
    }

    /** One isolated position with its own margin. */
    record Isolated(Account account, Position position) implements LiquidationScope {
        @Override
        public List<Position> positions() {
            return position.size().isZero() ? List.of() : List.of(position);
        }

        @Override
        public Usd equity(Margin margin) {
            return margin.isolatedEquity(position);
        }

        @Override
        public Usd maintenance(Margin margin) {
            return margin.maintenance(position);
        }
    }
}
