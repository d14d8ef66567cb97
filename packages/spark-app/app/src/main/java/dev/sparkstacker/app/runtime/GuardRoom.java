package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.guard.EgressFence;
import dev.sparkstacker.app.guard.Guard;
import dev.sparkstacker.app.guard.GuardListener;
import dev.sparkstacker.app.guard.VenueDoors;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.telemetry.health.HealthCheck;
import dev.sparkstacker.telemetry.watch.GuardTelemetry;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The guard with its own way to the venue, and who hears of it. */
final class GuardRoom implements GuardListener, AutoCloseable {
    private final VenueDoors venue;
    private final Guard guard;
    private final GuardTelemetry telemetry;
    private final KeptHalts kept;
    private final Consumer<Event> engine;
    private final Consumer<String> people;

    /** @param people hears in a line what happens, for the console */
    GuardRoom(
            EffectiveConfig config,
            VenueLink link,
            HyperliquidConnector connector,
            EgressFence fence,
            EngineRoom engine,
            StateReplica replica,
            KeptHalts kept,
            GuardTelemetry telemetry,
            Consumer<String> people) {
        this.telemetry = telemetry;
        this.kept = kept;
        this.engine = engine::take;
        this.people = people;
        venue = new VenueDoors(
                config,
                link.network(),
                link.restUrl(),
                link.accounts(),
                (access, time) -> connector.nonces(access)::nextUnkept,
                ConnectorListener.NONE);
        guard = Guard.of(
                config.config().guard(),
                venue,
                engine::signOfLife,
                () -> replica.tradingState() != TradingState.REDUCE_ONLY,
                fence,
                this);
        fence.tell(telemetry::heldBack);
        telemetry.silence(guard::silentNanos);
    }

    void start() {
        guard.start();
    }

    Guard.State state() {
        return guard.state();
    }

    String describe() {
        return guard.describe();
    }

    /** Whether an answer that the engine did not give was its own refusal and no silence. */
    boolean hasEngineAnswering() {
        return guard.state() != Guard.State.IN_CHARGE && guard.silentNanos() < 1_000_000_000L;
    }

    void wish(EmergencyAction action, String why) {
        guard.wish(action, why);
    }

    void wishNothing() {
        guard.wishNothing();
    }

    void engineDied(Throwable cause) {
        guard.engineDied(cause);
    }

    void haltKept(String request, boolean isKept, String detail) {
        telemetry.haltKept(request, isKept, detail);
    }

    HealthCheck.Result health() {
        return guard.state() == Guard.State.IN_CHARGE
                ? HealthCheck.Result.error("the guard " + guard.describe())
                : new HealthCheck.Result(HealthCheck.Status.OK, guard.describe(), null);
    }

    /** The process ends: in charge, the guard finishes first, as far as the time goes; otherwise it stands down. */
    void beforeEnd(long patienceMs) {
        guard.standDown();
        try {
            if (guard.state() == Guard.State.IN_CHARGE && !guard.awaitVerified(patienceMs)) {
                people.accept("GUARD     not verified at the venue when the process ended; look at the venue yourself");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tookOver(EmergencyAction action, String reason) {
        telemetry.tookOver(word(action), reason);
        people.accept("GUARD     has taken over (" + action + "): " + reason);
        keep(action, reason);
        // The engine may be stuck for ever, and its queue full; whoever tells it must not be anybody who is needed.
        Thread.ofVirtual()
                .name("guard-tells-engine")
                .start(() -> engine.accept(new SystemEvent.FaultReported(
                        "guard", true, "the guard has taken over (" + action + "): " + reason)));
    }

    @Override
    public void widened(EmergencyAction action, String reason) {
        telemetry.tookOver(word(action), reason);
        people.accept("GUARD     does more now (" + action + "): " + reason);
        keep(action, reason);
    }

    @Override
    public void acted(AccountId account, String what, String answer) {
        telemetry.acted(account, what, answer);
        people.accept("GUARD     " + account + ": " + what + ": " + answer);
    }

    @Override
    public void unread(AccountId account, String detail) {
        telemetry.unread(account, detail);
    }

    @Override
    public void verified(AccountId account, EmergencyAction action, String found) {
        telemetry.verified(account, word(action), found);
        people.accept("GUARD     " + account + ": " + action + " verified at the venue: " + found);
    }

    /** The next start begins halted: something is wrong with this engine, and a person must look. */
    private void keep(EmergencyAction action, String reason) {
        KeptHalts.Kept halt = new KeptHalts.Kept(word(action), "all", "guard", reason);
        try {
            kept.keep(List.of(halt));
            telemetry.haltKept(halt.toString(), true, "the engine cannot journal it");
        } catch (IOException refused) {
            telemetry.haltKept(halt.toString(), false, String.valueOf(refused.getMessage()));
        }
    }

    private static String word(EmergencyAction action) {
        return switch (action) {
            case HALT -> "halt";
            case FLATTEN -> "flatten";
        };
    }

    @Override
    public void close() {
        guard.close();
        venue.close();
    }
}
