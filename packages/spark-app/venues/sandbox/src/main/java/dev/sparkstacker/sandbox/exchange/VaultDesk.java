package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;

/** Takes users' money into vaults and gives it back; the sandbox's only vault is the liquidator. */
final class VaultDesk {
    private static final ActionResult DONE = new ActionResult.Done();
    private static final ActionResult NOT_ENOUGH = new ActionResult.Refused("Insufficient balance for token transfer");

    private final Venue venue;
    private final Margin margin;
    private final BuyingPower power;

    VaultDesk(Venue venue, Margin margin, BuyingPower power) {
        this.venue = venue;
        this.margin = margin;
        this.power = power;
    }

    /** Gives the liquidator vault the venue's own capital. */
    void capitalise(Usd capital) {
        Account vault = venue.vault();
        if (capital.isPositive()) {
            vault.shares.buy(Address.ZERO, capital, Usd.ZERO, venue.nowMs());
            venue.pay(vault, LedgerEntry.free(venue.nowMs(), capital, new LedgerDetail.Deposit()));
        }
    }

    ActionResult transfer(Account user, VenueAction.TransferToVault action) {
        Account vault = venue.account(action.vault());
        if (vault == null || vault.kind() != AccountKind.VAULT) {
            return new ActionResult.Refused("Vault not registered: " + action.vault());
        }
        Usd value = margin.accountValue(vault);
        if (!action.amount().isPositive() || !value.isPositive()) {
            return NOT_ENOUGH;
        }
        return action.deposit()
                ? deposit(user, vault, action.amount(), value)
                : withdraw(user, vault, action.amount(), value);
    }

    private ActionResult deposit(Account user, Account vault, Usd amount, Usd value) {
        if (power.withdrawable(user).compareTo(amount) < 0) {
            return NOT_ENOUGH;
        }
        vault.shares.buy(user.address(), amount, value, venue.nowMs());
        LedgerDetail detail = new LedgerDetail.VaultDeposit(vault.address());
        move(user, vault, amount.negate(), detail);
        return DONE;
    }

    private ActionResult withdraw(Account user, Account vault, Usd amount, Usd value) {
        VaultShares.Share share = vault.shares.of(user.address());
        boolean enough = share != null
                && vault.shares.worth(user.address(), value).compareTo(amount) >= 0
                && power.withdrawable(vault).compareTo(amount) >= 0;
        if (!enough || share == null) {
            return NOT_ENOUGH;
        }
        if (venue.nowMs() < share.lockedUntilMs()) {
            return new ActionResult.Refused("Cannot withdraw during lockup period after depositing.");
        }
        Usd basis = vault.shares.sell(user.address(), amount, value);
        move(user, vault, amount, new LedgerDetail.VaultWithdrawal(vault.address(), basis));
        return DONE;
    }

    private void move(Account user, Account vault, Usd toUser, LedgerDetail detail) {
        venue.pay(user, LedgerEntry.free(venue.nowMs(), toUser, detail));
        venue.pay(vault, LedgerEntry.free(venue.nowMs(), toUser.negate(), new LedgerDetail.VaultFlow(user.address())));
    }
}
