package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.AddressBudget;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.RateLimit;
import java.util.concurrent.TimeUnit;

/**
 * Looks after one account: reads what its address may still send each ten minutes, each half minute when that runs short,
 * and its mode each ten minutes, because in an unusable mode the state that limits and sizing read is no longer its money.
 */
final class AccountWatch {
    private static final long USUAL_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final AccountAccess access;
    private final AddressBudget budget;
    private final InfoClient info;
    private final EventSink sink;
    private final ConnectorListener listener;
    private boolean usable = true;
    private String doubted = "";
    private long budgetReadNanos = Long.MIN_VALUE / 2;
    private long modeReadNanos;

    /** @param nowNanos machine time: the mode was checked just before */
    AccountWatch(
            AccountAccess access,
            AddressBudget budget,
            InfoClient info,
            EventSink sink,
            ConnectorListener listener,
            long nowNanos) {
        this.access = access;
        this.budget = budget;
        this.info = info;
        this.sink = sink;
        this.listener = listener;
        this.modeReadNanos = nowNanos;
    }

    /** Reads what is due. What cannot be read is due again at the next look. */
    void look(long nowNanos) throws ReadException, InterruptedException {
        if (nowNanos - budgetReadNanos >= (budget.isShort() ? SHORT_NANOS : USUAL_NANOS)) {
            RateLimit limit =
                    info.ask(new InfoRequest.UserRateLimit(access.address().text()), Priority.BACKGROUND);
            budget.read(limit.nRequestsUsed(), limit.nRequestsCap());
            budgetReadNanos = nowNanos;
            listener.addressBudgetRead(access.id().name(), limit.nRequestsUsed(), limit.nRequestsCap());
        }
        if (nowNanos - modeReadNanos >= USUAL_NANOS) {
            String mode =
                    info.ask(new InfoRequest.UserAbstraction(access.address().text()), Priority.BACKGROUND);
            modeReadNanos = AccountModes.isStandard(mode) || !usable ? nowNanos : modeReadNanos;
            judge(mode);
        }
    }

    /** One reading may be spoilt; the next look asks again, and two in a row that say the same are believed. */
    private void judge(String mode) {
        boolean usableNow = AccountModes.isStandard(mode) || !mode.equals(doubted);
        doubted = mode;
        if (usable && !usableNow) {
            sink.publish(new SystemEvent.FaultReported(
                    "connector",
                    true,
                    "account " + access.id() + " changed to mode " + mode
                            + ": its balance is no longer in the perp state that limits and sizing read; set it back to"
                            + " standard mode (userSetAbstraction disabled), then resume"));
        }
        usable = usableNow;
    }
}
