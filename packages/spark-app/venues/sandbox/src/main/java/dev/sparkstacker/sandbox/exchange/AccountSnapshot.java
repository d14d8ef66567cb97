package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;

/** Accounts as plain values and back. */
final class AccountSnapshot {
    private AccountSnapshot() {}

    static AccountState of(Account account) {
        Address master = account.master();
        return new AccountState(
                account.address().hex(),
                master == null ? null : master.hex(),
                account.name(),
                account.kind().name(),
                account.mode().text(),
                account.cash().e8(),
                account.spot().e8(),
                account.positions.values().stream().map(Position::state).toList(),
                account.leverage.entrySet().stream()
                        .map(entry -> new AccountState.LeverageState(
                                entry.getKey().coin(),
                                entry.getValue().leverage(),
                                entry.getValue().mode() == MarginMode.ISOLATED))
                        .toList(),
                account.fundingAllTime.entrySet().stream()
                        .map(entry -> new AccountState.FundingState(
                                entry.getKey().coin(), entry.getValue().e8()))
                        .toList(),
                account.orders.open().stream().map(Order::state).toList(),
                account.budget.state(),
                account.scheduledCancelMs(),
                account.partialLiquidationAtMs(),
                account.twaps.running().stream().map(Twap::state).toList(),
                account.shares.state());
    }

    /** Makes the account that a state describes, but for the orders, which need their markets. */
    static Account account(AccountState state) {
        String master = state.master();
        Account account = new Account(
                new Address(state.address()),
                master == null ? null : new Address(master),
                state.name(),
                AccountKind.valueOf(state.kind()));
        account.restore(
                new Usd(state.cashE8()),
                new Usd(state.spotE8()),
                AccountMode.of(state.mode()),
                state.partialLiquidationAtMs());
        for (Position.PositionState position : state.positions()) {
            MarketId market = new MarketId(position.coin());
            account.positions.put(market, new Position(market, position));
        }
        for (AccountState.LeverageState setting : state.leverage()) {
            MarginMode margin = setting.isolated() ? MarginMode.ISOLATED : MarginMode.CROSS;
            account.setLeverage(new MarketId(setting.coin()), new Account.LeverageSetting(setting.leverage(), margin));
        }
        for (AccountState.FundingState funding : state.fundingAllTime()) {
            account.countFunding(new MarketId(funding.coin()), new Usd(funding.paidE8()));
        }
        account.budget.restore(state.budget());
        account.scheduleCancel(state.scheduledCancelMs());
        state.twaps().forEach(twap -> account.twaps.put(new Twap(twap)));
        account.shares.restore(state.shares());
        return account;
    }
}
