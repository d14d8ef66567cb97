package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * Moves money between accounts, between the sides of one account, and in and out of the venue. Each move stands in the
 * ledger of everybody it concerns.
 */
final class TransferDesk {
    /** What the venue keeps of a withdrawal. */
    static final Usd WITHDRAWAL_FEE = Usd.of("1");

    /** What a new account pays on its first incoming transfer. */
    static final Usd ACTIVATION_FEE = Usd.of("1");

    private static final long MICRO = 100;
    private static final ActionResult DONE = new ActionResult.Done();
    private static final ActionResult NOT_ENOUGH = new ActionResult.Refused("Insufficient balance for token transfer");
    private static final ActionResult UNIFIED =
            new ActionResult.Refused("Action disabled when unified account is active");

    private final Venue venue;
    private final BuyingPower power;

    TransferDesk(Venue venue, BuyingPower power) {
        this.venue = venue;
        this.power = power;
    }

    void deposit(Account account, Usd amount) {
        venue.pay(account, LedgerEntry.free(venue.nowMs(), amount, new LedgerDetail.Deposit()));
    }

    ActionResult withdraw(Account account, VenueAction.Withdraw action) {
        Usd amount = action.amount();
        if (isOdd(amount)) {
            return new ActionResult.Refused("Invalid send");
        }
        if (amount.compareTo(WITHDRAWAL_FEE) <= 0 || power.withdrawable(account).compareTo(amount) < 0) {
            return new ActionResult.Refused("Insufficient balance for withdrawal");
        }
        LedgerDetail detail = new LedgerDetail.Withdrawal(action.nonce());
        venue.pay(account, new LedgerEntry(venue.nowMs(), amount.negate(), WITHDRAWAL_FEE, detail));
        return DONE;
    }

    ActionResult send(Account from, VenueAction.SendUsd action) {
        if (from.mode().isUnified()) {
            return UNIFIED;
        }
        ActionResult refused = refusal(from, action.destination(), action.amount(), power.withdrawable(from));
        if (refused != null) {
            return refused;
        }
        Usd fee = activationFee(action.destination());
        Account to = recipient(action.destination());
        LedgerDetail detail = new LedgerDetail.InternalTransfer(from.address(), to.address());
        venue.pay(from, LedgerEntry.free(venue.nowMs(), action.amount().negate(), detail));
        venue.pay(to, new LedgerEntry(venue.nowMs(), action.amount().minus(fee), fee, detail));
        return DONE;
    }

    ActionResult sendSpot(Account from, VenueAction.SendSpot action) {
        if (from.mode().isUnified()) {
            return UNIFIED;
        }
        ActionResult refused = refusal(from, action.destination(), action.amount(), from.spot());
        if (refused != null) {
            return refused;
        }
        Usd fee = activationFee(action.destination());
        moveSpot(from, recipient(action.destination()), action.amount(), fee);
        return DONE;
    }

    private static @Nullable ActionResult refusal(Account from, Address to, Usd amount, Usd free) {
        if (isOdd(amount) || !amount.isPositive() || from.address().equals(to)) {
            return new ActionResult.Refused("Invalid send");
        }
        return free.compareTo(amount) < 0 ? NOT_ENOUGH : null;
    }

    private Usd activationFee(Address destination) {
        return venue.account(destination) == null ? ACTIVATION_FEE : Usd.ZERO;
    }

    private Account recipient(Address address) {
        Account known = venue.account(address);
        if (known != null) {
            return known;
        }
        Account opened = new Account(address, null, "", AccountKind.USER);
        venue.add(opened);
        return opened;
    }

    ActionResult betweenClasses(Account account, VenueAction.TransferBetweenClasses action) {
        if (account.mode().isUnified()) {
            return UNIFIED;
        }
        Usd amount = action.amount();
        Usd free = action.toPerp() ? account.spot() : power.withdrawable(account);
        if (isOdd(amount) || !amount.isPositive()) {
            return new ActionResult.Refused("Invalid send");
        }
        if (free.compareTo(amount) < 0) {
            return NOT_ENOUGH;
        }
        account.credit(action.toPerp() ? amount : amount.negate());
        account.creditSpot(action.toPerp() ? amount.negate() : amount);
        LedgerDetail detail = new LedgerDetail.ClassTransfer(amount, action.toPerp());
        venue.enter(account, LedgerEntry.free(venue.nowMs(), Usd.ZERO, detail));
        return DONE;
    }

    ActionResult toSubAccount(Account master, VenueAction.TransferToSubAccount transfer) {
        Account sub = subAccount(master, transfer.subAccount());
        if (sub == null) {
            return foreign(master, transfer.subAccount());
        }
        Account from = transfer.deposit() ? master : sub;
        Account to = transfer.deposit() ? sub : master;
        Usd amount = transfer.amount();
        if (!amount.isPositive() || power.withdrawable(from).compareTo(amount) < 0) {
            return NOT_ENOUGH;
        }
        LedgerDetail detail = new LedgerDetail.SubAccountTransfer(from.address(), to.address());
        venue.pay(from, LedgerEntry.free(venue.nowMs(), amount.negate(), detail));
        venue.pay(to, LedgerEntry.free(venue.nowMs(), amount, detail));
        return DONE;
    }

    ActionResult spotToSubAccount(Account master, VenueAction.TransferSpotToSubAccount transfer) {
        Account sub = subAccount(master, transfer.subAccount());
        if (sub == null) {
            return foreign(master, transfer.subAccount());
        }
        Account from = transfer.deposit() ? master : sub;
        Account to = transfer.deposit() ? sub : master;
        Usd free = from.mode().isUnified() ? power.withdrawable(from) : from.spot();
        if (!transfer.amount().isPositive() || free.compareTo(transfer.amount()) < 0) {
            return NOT_ENOUGH;
        }
        moveSpot(from, to, transfer.amount(), Usd.ZERO);
        return DONE;
    }

    ActionResult rename(Account master, VenueAction.RenameSubAccount action) {
        Account sub = subAccount(master, action.subAccount());
        if (sub == null) {
            return foreign(master, action.subAccount());
        }
        sub.rename(action.name());
        venue.touched(sub);
        return DONE;
    }

    private void moveSpot(Account from, Account to, Usd amount, Usd fee) {
        LedgerDetail detail = new LedgerDetail.SpotTransfer(from.address(), to.address());
        from.creditSpot(amount.negate());
        venue.enter(from, LedgerEntry.free(venue.nowMs(), amount.negate(), detail));
        to.creditSpot(amount.minus(fee));
        venue.enter(to, new LedgerEntry(venue.nowMs(), amount.minus(fee), fee, detail));
    }

    private @Nullable Account subAccount(Account master, Address address) {
        Account sub = venue.account(address);
        return sub == null || !master.address().equals(sub.master()) ? null : sub;
    }

    private static ActionResult foreign(Account master, Address address) {
        return new ActionResult.Refused("Invalid sub-account transfer from " + master.address() + " to " + address);
    }

    /** Whether an amount has more decimals than USDC moves with. */
    private static boolean isOdd(Usd amount) {
        return amount.e8() % MICRO != 0;
    }
}
