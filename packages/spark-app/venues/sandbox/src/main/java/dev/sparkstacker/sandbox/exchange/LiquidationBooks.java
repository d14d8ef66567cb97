package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;
import java.util.List;

/** Enters liquidations into the ledgers and moves what money goes with them. */
final class LiquidationBooks {
    private final Venue venue;
    private final Margin margin;

    LiquidationBooks(Venue venue, Margin margin) {
        this.venue = venue;
        this.margin = margin;
    }

    /** What a liquidation is about, taken before it changes anything. */
    LedgerDetail.Liquidation describe(LiquidationScope scope) {
        List<LedgerDetail.Liquidated> positions = scope.positions().stream()
                .map(position -> new LedgerDetail.Liquidated(position.market(), position.size()))
                .toList();
        return new LedgerDetail.Liquidation(
                scope.notional(margin), scope.equity(margin), scope instanceof LiquidationScope.Cross, positions);
    }

    /** Enters a liquidation that moved no money but by its fills. */
    void enter(Account account, LedgerDetail.Liquidation what) {
        venue.enter(account, LedgerEntry.free(venue.nowMs(), Usd.ZERO, what));
    }

    /** Hands the account's money to the liquidator vault, or the vault's to the account where the amount is negative. */
    void settleWithVault(Account account, LedgerDetail.Liquidation what, Usd toVault) {
        venue.pay(account, LedgerEntry.free(venue.nowMs(), toVault.negate(), what));
        if (!toVault.isZero()) {
            venue.pay(
                    venue.vault(),
                    LedgerEntry.free(venue.nowMs(), toVault, new LedgerDetail.Takeover(account.address())));
        }
    }

    /**
     * Makes good a loss beyond what a closed scope had: the liquidator vault pays while it can, then money from outside
     * does.
     *
     * @param loss positive
     */
    void bear(Account account, LedgerDetail.Liquidation what, Usd loss) {
        Account vault = venue.vault();
        boolean vaultCan = account.kind() != AccountKind.VAULT
                && margin.crossAccountValue(vault).minus(loss).compareTo(margin.crossMaintenance(vault)) >= 0;
        if (vaultCan) {
            settleWithVault(account, what, loss.negate());
            return;
        }
        enter(account, what);
        venue.outside.insure(loss);
        venue.pay(account, LedgerEntry.free(venue.nowMs(), loss, new LedgerDetail.Insurance()));
    }
}
