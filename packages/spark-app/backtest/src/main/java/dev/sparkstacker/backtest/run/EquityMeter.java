package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.EquityPoints;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Position;
import java.util.List;

/** The worth of all accounts: cash, isolated margin and unrealised profit at a price. */
final class EquityMeter {
    private final List<Account> accounts;
    private final Times times = new Times();
    private final Times equity = new Times();

    EquityMeter(List<Account> accounts) {
        this.accounts = accounts;
    }

    /** Reads it at a price.. */
    void read(long timeMs, Price price) {
        times.add(timeMs);
        equity.add(now(price).e8());
    }

    /** Reads it a last time, unless it was read at that instant or later. */
    void end(long timeMs, Price price) {
        if (times.last() < timeMs) {
            read(timeMs, price);
        }
    }

    private Usd now(Price price) {
        Usd sum = Usd.ZERO;
        for (Account account : accounts) {
            sum = sum.plus(account.cash());
            for (Position position : account.positions()) {
                sum = sum.plus(position.margin()).plus(position.unrealizedPnl(price));
            }
        }
        return sum;
    }

    EquityPoints points() {
        return new EquityPoints(times.toArray(), equity.toArray());
    }
}
