package dev.sparkstacker.sandbox.exchange;

/** Lets an action take effect: expiry, address budget, phase, and then the desk that it is for. */
final class ActionDesk {
    private static final long EXPIRED_COST = 5;

    private final Venue venue;
    private final OrderEntry entry;
    private final OrderAmendment amendment;
    private final LeverageDesk leverage;
    private final AccountDesk accounts;
    private final TransferDesk transfers;
    private final VaultDesk vaults;
    private final TwapDesk twaps;

    ActionDesk(
            Venue venue,
            OrderEntry entry,
            OrderAmendment amendment,
            LeverageDesk leverage,
            AccountDesk accounts,
            TransferDesk transfers,
            VaultDesk vaults,
            TwapDesk twaps) {
        this.venue = venue;
        this.entry = entry;
        this.amendment = amendment;
        this.leverage = leverage;
        this.accounts = accounts;
        this.transfers = transfers;
        this.vaults = vaults;
        this.twaps = twaps;
    }

    ActionResult execute(Agenda.Submission submission) {
        Account account = venue.requireAccount(submission.account());
        VenueAction action = submission.action();
        venue.touched(account);
        if (venue.nowMs() > submission.validUntilMs()) {
            chargeExpired(account, action);
            return new ActionResult.Refused("Action already expired");
        }
        String exhausted = account.budget.take(
                action.requests(), action instanceof VenueAction.Cancel, venue.rules.requestBudget(), venue.nowMs());
        if (exhausted != null) {
            return new ActionResult.Refused(exhausted);
        }
        venue.nextAction();
        return perform(account, action);
    }

    /** Charges the address budget for an action that came after its expiry: five times its requests. */
    void chargeExpired(Account account, VenueAction action) {
        account.budget.charge(EXPIRED_COST * action.requests());
        venue.touched(account);
    }

    private ActionResult perform(Account account, VenueAction action) {
        return switch (action) {
            case VenueAction.Place place -> entry.place(account, place);
            case VenueAction.Cancel cancel -> amendment.cancel(account, cancel);
            case VenueAction.Modify modify -> amendment.modify(account, modify);
            case VenueAction.PlaceTwap place -> twaps.place(account, place);
            case VenueAction.CancelTwap cancel -> twaps.cancel(account, cancel);
            case VenueAction.Noop _ -> new ActionResult.Done();
            case VenueAction.AccountChange change ->
                venue.phase() == TradingPhase.HALTED
                        ? new ActionResult.Refused(Refusal.HALTED.text())
                        : change(account, change);
        };
    }

    private ActionResult change(Account account, VenueAction.AccountChange change) {
        return switch (change) {
            case VenueAction.ScheduleCancel schedule -> accounts.scheduleCancel(account, schedule);
            case VenueAction.UpdateLeverage update -> leverage.update(account, update);
            case VenueAction.UpdateIsolatedMargin update -> leverage.updateIsolatedMargin(account, update);
            case VenueAction.ApproveAgent approve -> accounts.approveAgent(account, approve);
            case VenueAction.CreateSubAccount create -> accounts.createSubAccount(account, create);
            case VenueAction.RenameSubAccount rename -> transfers.rename(account, rename);
            case VenueAction.TransferToSubAccount transfer -> transfers.toSubAccount(account, transfer);
            case VenueAction.TransferSpotToSubAccount transfer -> transfers.spotToSubAccount(account, transfer);
            case VenueAction.TransferToVault transfer -> vaults.transfer(account, transfer);
            case VenueAction.SendUsd send -> transfers.send(account, send);
            case VenueAction.SendSpot send -> transfers.sendSpot(account, send);
            case VenueAction.Withdraw withdraw -> transfers.withdraw(account, withdraw);
            case VenueAction.TransferBetweenClasses transfer -> transfers.betweenClasses(account, transfer);
            case VenueAction.SetAccountMode set -> accounts.setMode(account, set);
        };
    }
}
