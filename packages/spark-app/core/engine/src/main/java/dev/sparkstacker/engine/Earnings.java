package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.risk.breaker.PnlSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the product's own trading has brought since it began: closed round trips, and the open ones at mark prices. */
final class Earnings implements PnlSource {
    /** What the closed round trips of one strategy on one account and market have brought. */
    record Line(AccountId account, StrategyId strategy, MarketId market, Usd closed) {
        private boolean isOf(AccountId otherAccount, LegId leg) {
            return account.equals(otherAccount) && strategy.equals(leg.strategy()) && market.equals(leg.market());
        }
    }

    private final World world;
    private final List<Line> lines = new ArrayList<>();

    Earnings(World world) {
        this.world = world;
    }

    void load(List<Line> loaded) {
        lines.clear();
        lines.addAll(loaded);
    }

    List<Line> state() {
        return List.copyOf(lines);
    }

    void onTradeClosed(Output.TradeClosed trade) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isOf(trade.account(), trade.leg())) {
                Usd closed = line.closed().plus(trade.netPnl());
                lines.set(i, new Line(line.account(), line.strategy(), line.market(), closed));
                return;
            }
        }
        lines.add(new Line(trade.account(), trade.leg().strategy(), trade.leg().market(), trade.netPnl()));
    }

    @Override
    public @Nullable Usd booked(RiskScope scope) {
        Usd sum = Usd.ZERO;
        for (Line line : lines) {
            if (scope.covers(line.account(), line.strategy(), line.market())) {
                sum = sum.plus(line.closed());
            }
        }
        for (Pair pair : world.pairs()) {
            for (Leg leg : pair.legs()) {
                if (!leg.isFlat() && Scopes.covers(scope, leg)) {
                    Usd open = leg.result();
                    if (open == null) {
                        return null;
                    }
                    sum = sum.plus(open);
                }
            }
        }
        return sum;
    }
}
