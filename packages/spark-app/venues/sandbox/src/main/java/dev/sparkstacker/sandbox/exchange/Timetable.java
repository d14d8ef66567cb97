package dev.sparkstacker.sandbox.exchange;

import java.util.function.Consumer;

/**
 * Does what is due, in the order of venue time: at one instant first actions, then slices of TWAP orders, then funding,
 * then scheduled cancels.
 */
final class Timetable {
    private final Venue venue;
    private final Desks desks;
    private final Agenda agenda = new Agenda();
    private long nextFundingMs;
    /** Venue time of the accounts' own next timer; kept because prices ask for it a million times more than it changes. */
    private long accountTimersMs = Long.MAX_VALUE;

    private Consumer<VenueAction> beforeEffect = _ -> {};
    private Runnable beforeReply = () -> {};

    Timetable(Venue venue, Desks desks, long startMs) {
        this.venue = venue;
        this.desks = desks;
        venue.advance(startMs);
        nextFundingMs = startMs - Math.floorMod(startMs, FundingDesk.HOUR_MS) + FundingDesk.HOUR_MS;
    }

    void beforeEffect(Consumer<VenueAction> work) {
        beforeEffect = work;
    }

    void beforeReply(Runnable work) {
        beforeReply = work;
    }

    void submit(Address account, VenueAction action, long arrivalMs, long validUntilMs, Consumer<ActionResult> reply) {
        long due = Math.max(arrivalMs, venue.nowMs()) + venue.rules.latencyMs();
        agenda.add(due, account, action, validUntilMs, reply);
    }

    void advanceTo(long timeMs) {
        while (true) {
            long due = nextDueMs();
            if (due > timeMs) {
                venue.advance(timeMs);
                return;
            }
            venue.advance(due);
            doNext(due);
            refresh();
        }
    }

    long nextDueMs() {
        return Math.min(accountTimersMs, Math.min(nextFundingMs, agenda.nextDueMs()));
    }

    /** Looks at the accounts' timers anew. */
    void refresh() {
        accountTimersMs = Math.min(desks.twaps.nextDueMs(), nextScheduledCancelMs());
    }

    private long nextScheduledCancelMs() {
        long next = Long.MAX_VALUE;
        for (Account account : venue.accounts()) {
            Long time = account.scheduledCancelMs();
            next = time == null ? next : Math.min(next, time);
        }
        return next;
    }

    private void doNext(long due) {
        Agenda.Submission submission = agenda.take(due);
        if (submission != null) {
            beforeEffect.accept(submission.action());
            ActionResult result = desks.actions.execute(submission);
            beforeReply.run();
            submission.reply().accept(result);
        } else if (desks.twaps.nextDueMs() <= due) {
            desks.twaps.work(due);
        } else if (nextFundingMs <= due) {
            desks.funding.settle(nextFundingMs);
            desks.liquidator.checkAll();
            nextFundingMs += FundingDesk.HOUR_MS;
        } else {
            cancelAsScheduled(due);
        }
    }

    private void cancelAsScheduled(long due) {
        for (Account account : venue.accounts()) {
            Long time = account.scheduledCancelMs();
            if (time != null && time <= due) {
                account.scheduleCancel(null);
                desks.amendment.cancelAll(account, OrderStatus.SCHEDULED_CANCEL);
            }
        }
    }
}
