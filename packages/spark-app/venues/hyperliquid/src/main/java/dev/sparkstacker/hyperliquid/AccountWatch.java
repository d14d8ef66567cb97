package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.AddressBudget;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.RateLimit;
import dev.sparkstacker.wire.sign.Address;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one account: reads what its address may still send each ten minutes, each half minute when that runs short,
 * and its mode each ten minutes, because in an unusable mode the state that limits and sizing read is no longer its money;
 * and each six hours until when its agent may sign, because without one no stop can be moved.
 */
final class AccountWatch {
    private static final long USUAL_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long AGENT_NANOS = TimeUnit.HOURS.toNanos(6);

    private final AccountAccess access;
    private final @Nullable Address master;
    private final Clocks time;
    private final AddressBudget budget;
    private final InfoClient info;
    private final EventSink sink;
    private final ConnectorListener listener;
    private boolean usable = true;
    private String doubted = "";
    private long budgetReadNanos = Long.MIN_VALUE / 2;
    private long modeReadNanos;
    private long agentReadNanos = Long.MIN_VALUE / 2;

    /**
     * Watches an account.
     *
     * @param master whom the signer trades for; null where it is not known and no agent is looked after
     * @param nowNanos machine time: the mode was checked just before
     */
    AccountWatch(
            AccountAccess access,
            @Nullable Address master,
            Clocks time,
            AddressBudget budget,
            InfoClient info,
            EventSink sink,
            ConnectorListener listener,
            long nowNanos) {
        this.access = access;
        this.master = master;
        this.time = time;
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
        Address signer = access.signer().address();
        if (master != null && !master.equals(signer) && nowNanos - agentReadNanos >= AGENT_NANOS) {
            Optional<ExtraAgent> agent = AgentLife.read(info, master, signer, Priority.BACKGROUND);
            agentReadNanos = nowNanos;
            agent.ifPresent(named -> listener.agentRead(
                    access.id().name(), named.name(), named.validUntil(), named.validUntil() - time.venueTimeMs()));
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
