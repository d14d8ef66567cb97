package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.OpenPosition;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Position;
import java.util.ArrayList;
import java.util.List;

/** What is still held when the data end. */
final class OpenPositions {
    private OpenPositions() {}

    static List<OpenPosition> of(Stage stage, RunPlan plan, TradeBook trades) {
        List<OpenPosition> open = new ArrayList<>();
        Price mark = stage.market().mark();
        StrategyConfig strategy = plan.settings().strategy();
        for (Account account : stage.accounts()) {
            Position position = account.position(plan.market());
            if (position == null || mark == null) {
                continue;
            }
            AccountId name = new AccountId(account.name());
            LegRole role = strategy.main().account().equals(name) ? LegRole.MAIN : LegRole.HEDGE;
            LegId leg = new LegId(strategy.id(), plan.market(), role);
            open.add(new OpenPosition(
                    leg,
                    name,
                    position.size(),
                    position.entryPrice(),
                    mark,
                    position.unrealizedPnl(mark),
                    trades.openedAtMs(leg)));
        }
        return open;
    }
}
