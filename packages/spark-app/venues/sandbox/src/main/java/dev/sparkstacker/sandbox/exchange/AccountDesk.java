package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;

/** What an account can change of itself: agents, sub-accounts, its mode, the scheduled cancel. */
final class AccountDesk {
    private static final int MAX_SUB_ACCOUNTS = 10;
    private static final long LEAST_NOTICE_MS = 5_000;
    private static final ActionResult DONE = new ActionResult.Done();

    private final Venue venue;

    AccountDesk(Venue venue) {
        this.venue = venue;
    }

    ActionResult scheduleCancel(Account account, VenueAction.ScheduleCancel action) {
        Usd required = venue.rules.gates().scheduledCancelVolume();
        if (account.budget.volume().compareTo(required) < 0) {
            return gate("Cannot set scheduled cancel time until enough volume traded.", required, account);
        }
        Long time = action.timeMs();
        if (time != null && time < venue.nowMs() + LEAST_NOTICE_MS) {
            return new ActionResult.Refused("Scheduled cancel time must be at least 5 seconds in the future.");
        }
        account.scheduleCancel(time);
        return DONE;
    }

    ActionResult approveAgent(Account account, VenueAction.ApproveAgent action) {
        if (venue.account(action.agent()) != null) {
            return new ActionResult.Refused("Extra agent already used.");
        }
        String refusal = venue.agents.approve(account.address(), action, venue.nowMs());
        return refusal == null ? DONE : new ActionResult.Refused(refusal);
    }

    ActionResult createSubAccount(Account master, VenueAction.CreateSubAccount action) {
        Usd required = venue.rules.gates().subAccountVolume();
        if (master.budget.volume().compareTo(required) < 0) {
            return gate("Cannot create sub-accounts until enough volume traded.", required, master);
        }
        long existing = venue.accounts().stream()
                .filter(account -> master.address().equals(account.master()))
                .count();
        if (existing >= MAX_SUB_ACCOUNTS) {
            return new ActionResult.Refused("Too many sub-accounts.");
        }
        String seed = master.address().hex().substring(2, 10);
        String hash = Venue.hash(Long.parseLong(seed, 16) * 31 + existing);
        Address address = new Address(hash.substring(0, 42));
        Account account = new Account(address, master.address(), action.name(), AccountKind.SUB_ACCOUNT);
        venue.add(account);
        venue.touched(account);
        return new ActionResult.SubAccountCreated(address);
    }

    /** A unified balance cannot be parted while positions draw on it. */
    ActionResult setMode(Account account, VenueAction.SetAccountMode action) {
        boolean parts = account.mode().isUnified() && !action.mode().isUnified();
        if (parts && (!account.positions().isEmpty() || !account.openOrders().isEmpty())) {
            return new ActionResult.Refused("Cannot leave a unified account with open positions or orders.");
        }
        account.mode(action.mode());
        return DONE;
    }

    private static ActionResult gate(String what, Usd required, Account account) {
        return new ActionResult.Refused(what + " Required: $" + RequestBudget.dollars(required) + ". Traded: $"
                + RequestBudget.dollars(account.budget.volume()) + ".");
    }
}
