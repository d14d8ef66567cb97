package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Usd;

/** Everything an account can change but orders: leverage, isolated margin, agents, sub-accounts, the scheduled cancel. */
final class AccountDesk {
    private static final int MAX_SUB_ACCOUNTS = 10;
    private static final long LEAST_NOTICE_MS = 5_000;
    private static final ActionResult DONE = new ActionResult.Done();

    private final Venue venue;
    private final Margin margin;

    AccountDesk(Venue venue, Margin margin) {
        this.venue = venue;
        this.margin = margin;
    }

    ActionResult updateLeverage(Account account, VenueAction.UpdateLeverage action) {
        Market market = venue.market(action.assetId());
        if (market == null) {
            return new ActionResult.Refused("Unknown asset " + action.assetId());
        }
        if (action.leverage() < 1
                || action.leverage() > market.instrument().maxLeverage().times()) {
            return new ActionResult.Refused("Invalid leverage value");
        }
        if (action.cross() && market.instrument().isolatedOnly()) {
            return new ActionResult.Refused("Cross margin is not allowed for this asset.");
        }
        MarginMode mode = action.cross() ? MarginMode.CROSS : MarginMode.ISOLATED;
        Account.LeverageSetting before = account.leverage(market);
        Position position = account.position(market.id());
        if (position != null && before.mode() != mode) {
            return new ActionResult.Refused("Cannot switch leverage type with open position.");
        }
        account.setLeverage(market.id(), new Account.LeverageSetting(action.leverage(), mode));
        if (position != null && action.leverage() < before.leverage() && !isCovered(account, position)) {
            account.setLeverage(market.id(), before);
            return new ActionResult.Refused(
                    position.isIsolated()
                            ? "Isolated position does not have sufficient margin available to decrease leverage. To"
                                    + " decrease leverage, add margin to the position."
                            : "Cross position does not have sufficient margin available to decrease leverage. To"
                                    + " decrease leverage, deposit more collateral.");
        }
        return DONE;
    }

    private boolean isCovered(Account account, Position position) {
        return position.isIsolated()
                ? margin.isolatedEquity(position).compareTo(margin.initialMargin(account, position)) >= 0
                : !margin.available(account).isNegative();
    }

    ActionResult updateIsolatedMargin(Account account, VenueAction.UpdateIsolatedMargin action) {
        Market market = venue.market(action.assetId());
        if (market == null) {
            return new ActionResult.Refused("Unknown asset " + action.assetId());
        }
        Position position = account.position(market.id());
        if (position == null) {
            return new ActionResult.Refused("Cannot update margin for empty position.");
        }
        if (!position.isIsolated()) {
            return new ActionResult.Refused("Position does not use isolated margin.");
        }
        Usd amount = action.amount();
        if (amount.isZero()) {
            return new ActionResult.Refused("Update to isolated margin cannot be zero.");
        }
        if (amount.isPositive() && margin.available(account).compareTo(amount) < 0) {
            return new ActionResult.Refused("Account does not have sufficient margin available for increase.");
        }
        if (amount.isNegative() && leaves(account, position, amount.negate())) {
            return new ActionResult.Refused("Position does not have sufficient margin for reduction.");
        }
        position.addMargin(amount);
        account.credit(amount.negate());
        return DONE;
    }

    /** Whether removing the amount would leave less than max(initial margin, 10 % of the notional). */
    private boolean leaves(Account account, Position position, Usd amount) {
        Usd tenth = new Usd(position.value(margin.mark(position.market())).e8() / 10);
        Usd initial = margin.initialMargin(account, position);
        Usd required = initial.compareTo(tenth) > 0 ? initial : tenth;
        return margin.isolatedEquity(position).minus(amount).compareTo(required) < 0;
    }

    ActionResult scheduleCancel(Account account, VenueAction.ScheduleCancel action) {
        Usd required = venue.rules.scheduledCancelVolume();
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
        Usd required = venue.rules.subAccountVolume();
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
        Account account = new Account(address, master.address(), action.name());
        venue.add(account);
        venue.touched(account);
        return new ActionResult.SubAccountCreated(address);
    }

    ActionResult transfer(Account master, VenueAction.TransferToSubAccount action) {
        Account sub = venue.account(action.subAccount());
        if (sub == null || !master.address().equals(sub.master())) {
            return new ActionResult.Refused(
                    "Invalid sub-account transfer from " + master.address() + " to " + action.subAccount());
        }
        Account from = action.deposit() ? master : sub;
        Account to = action.deposit() ? sub : master;
        if (!action.amount().isPositive() || margin.withdrawable(from).compareTo(action.amount()) < 0) {
            return new ActionResult.Refused("Insufficient balance for token transfer");
        }
        move(from, to, action.amount().negate());
        move(to, from, action.amount());
        return DONE;
    }

    private void move(Account account, Account other, Usd amount) {
        account.credit(amount);
        Records.LedgerEntry entry = new Records.LedgerEntry(
                venue.nowMs(), Records.LedgerKind.SUB_ACCOUNT_TRANSFER, amount, other.address());
        account.entered(entry);
        venue.listener.onLedger(account, entry);
        venue.touched(account);
    }

    private static ActionResult gate(String what, Usd required, Account account) {
        return new ActionResult.Refused(what + " Required: $" + RequestBudget.dollars(required) + ". Traded: $"
                + RequestBudget.dollars(account.budget.volume()) + ".");
    }
}
