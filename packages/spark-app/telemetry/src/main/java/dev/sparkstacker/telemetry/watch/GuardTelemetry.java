package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.GuardMeters;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells of what acts outside the engine: the guard, the kept halts, the watchdog. The engine may be stuck while this is
 * told, so nothing of it goes through the engine; a takeover counts as a critical incident all the same.
 */
public final class GuardTelemetry {
    private static final List<String> WATCHDOG_STATES = List.of("off", "absent", "watching", "acting", "acted");

    private final Outlet out;

    /** Makes it. */
    GuardTelemetry(Outlet out) {
        this.out = out;
    }

    /** Says where the engine's silence is asked for. */
    public void silence(LongSupplier nanos) {
        meters().silence(() -> nanos.getAsLong() / 1e9);
    }

    /** The guard has taken over, or does more than it began with; {@code action} is halt or flatten. */
    public void tookOver(String action, String reason) {
        meters().inCharge.set(1);
        meters().takeovers.labelValues(action).inc();
        out.meters().trading.incidents.labelValues(Labels.of(Severity.CRITICAL)).inc();
        out.log()
                .event(
                        LogEvent.GUARD_TOOK_OVER,
                        LogContext.of("guard"),
                        "The guard has taken over (" + action + "): " + reason,
                        field("action", action),
                        field("reason", reason));
    }

    /** The guard sent something, and this is what the venue answered. */
    public void acted(AccountId account, String what, String answer) {
        meters().verified.labelValues(account.name()).set(0);
        out.log()
                .event(
                        LogEvent.GUARD_ACTED,
                        LogContext.of("guard"),
                        account + ": " + what + ": " + answer,
                        field("account", account),
                        field("what", what),
                        field("answer", answer));
    }

    /** The guard could not read an account; it reads again. */
    public void unread(AccountId account, String detail) {
        meters().verified.labelValues(account.name()).set(0);
        out.log()
                .event(
                        LogEvent.GUARD_UNREAD,
                        LogContext.of("guard"),
                        account + " could not be read: " + detail,
                        field("account", account),
                        field("detail", detail));
    }

    /** The venue says that nothing is left to do on an account. */
    public void verified(AccountId account, String action, String found) {
        meters().verified.labelValues(account.name()).set(1);
        out.log()
                .event(
                        LogEvent.GUARD_VERIFIED,
                        LogContext.of("guard"),
                        account + ": " + action + " verified at the venue: " + found,
                        field("account", account),
                        field("action", action),
                        field("found", found));
    }

    /** An act of the engine's did not leave. */
    public void heldBack(String act) {
        meters().heldBack.inc();
        out.log()
                .event(
                        LogEvent.EGRESS_HELD_BACK,
                        LogContext.of("guard"),
                        "Held back at the fence: " + act,
                        field("act", act));
    }

    /** A halt that the journal could not keep, or may not have kept, stands in a file of its own, or could not. */
    public void haltKept(String request, boolean kept, String detail) {
        out.log()
                .event(
                        LogEvent.HALT_KEPT,
                        LogContext.of("control"),
                        (kept ? "Kept beside the journal: " : "Could not be kept: ") + request,
                        field("request", request),
                        field("kept", kept),
                        field("detail", detail));
    }

    /** The watchdog process is in another state: off, absent, watching, acting or acted. */
    public void watchdog(String state, String detail) {
        String now = state.toLowerCase(Locale.ROOT);
        for (String each : WATCHDOG_STATES) {
            meters().watchdog.labelValues(each).set(each.equals(now) ? 1 : 0);
        }
        out.log()
                .event(
                        LogEvent.WATCHDOG_STATE_CHANGED,
                        LogContext.of("watchdog"),
                        "Watchdog " + now + ": " + detail,
                        field("state", now),
                        field("detail", detail));
    }

    /** Whether the venue's own switch is armed on an account. */
    public void deadMansSwitch(AccountId account, boolean armed) {
        meters().deadMansSwitch.labelValues(account.name()).set(armed ? 1 : 0);
    }

    private GuardMeters meters() {
        return out.meters().guard;
    }
}
