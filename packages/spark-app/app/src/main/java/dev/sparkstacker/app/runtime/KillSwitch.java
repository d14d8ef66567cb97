package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.app.guard.Guard;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every halt and flatten, whichever way it comes: command line, control socket, file, signal, an earlier process.
 *
 * <pre>
 *              ┌─► guard   does it at the venue if the engine is silent
 *  a request ──┼─► engine  first in its queue
 *              └─► file    kept until the journal has it
 * </pre>
 *
 * <p>The engine has it before the disk is touched: a disk that hangs or is full does not hold a halt up.
 */
final class KillSwitch implements KillSwitchFile.Requests {
    private final OperatorRequests requests;
    private final GuardRoom guard;
    private final KeptHalts kept;
    private final Supplier<String> journalFault;

    /** @param journalFault what the journal refused with, or empty */
    KillSwitch(OperatorRequests requests, GuardRoom guard, KeptHalts kept, Supplier<String> journalFault) {
        this.requests = requests;
        this.guard = guard;
        this.kept = kept;
        this.journalFault = journalFault;
    }

    /** Hands a request to everybody who must have it; what is returned waits for the engine's answer. */
    @Override
    public Supplier<Outcome> send(LongFunction<OperatorEvent> request) {
        OperatorEvent meant = request.apply(0);
        wish(meant);
        Supplier<Outcome> answer = requests.send(request);
        List<KeptHalts.Kept> halts = KeptHalts.Kept.of(meant);
        @Nullable String unkept = keep(halts);
        return () -> settle(halts, answer.get(), unkept);
    }

    /** The same, and waits for the answer. */
    Outcome ask(LongFunction<OperatorEvent> request) {
        return send(request).get();
    }

    /** Enters again, unless something that only a person can take away stands against it. */
    Outcome resume(LongFunction<OperatorEvent> request) {
        if (guard.state() == Guard.State.IN_CHARGE) {
            return new Outcome(false, "the guard " + guard.describe());
        }
        Outcome outcome = requests.ask(request);
        if (outcome.accepted() && request.apply(0) instanceof OperatorEvent.ResumeRequested) {
            guard.wishNothing();
            try {
                kept.clear();
            } catch (IOException refused) {
                return new Outcome(
                        true,
                        outcome.message() + "; but the file of kept halts cannot be emptied (" + refused.getMessage()
                                + "): the next start halts again");
            }
        }
        return outcome;
    }

    /** Gives the engine again what an earlier process could not journal; before the engine runs. */
    void restore() {
        for (KeptHalts.Kept halt : kept.all()) {
            guard.haltKept(halt.toString(), true, "an earlier process was asked this and its journal does not have it");
            Supplier<Outcome> answer = send(halt.request());
            Thread.ofVirtual().name("kept-halt").start(() -> {
                Outcome _ = answer.get();
            });
        }
    }

    private void wish(OperatorEvent event) {
        switch (event) {
            case OperatorEvent.HaltRequested halt -> guard.wish(EmergencyAction.HALT, halt.reason());
            case OperatorEvent.FlattenRequested flatten -> guard.wish(EmergencyAction.FLATTEN, flatten.reason());
            case OperatorEvent.ResumeRequested _,
                    OperatorEvent.CloseRequested _,
                    OperatorEvent.StopRequested _,
                    OperatorEvent.PartialHaltRequested _,
                    OperatorEvent.PartialResumeRequested _,
                    OperatorEvent.BreakerResetRequested _ -> {}
        }
    }

    /** Why it could not be kept, or null where it was. */
    private @Nullable String keep(List<KeptHalts.Kept> halts) {
        if (halts.isEmpty()) {
            return null;
        }
        try {
            kept.keep(halts);
            return null;
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private Outcome settle(List<KeptHalts.Kept> halts, Outcome answered, @Nullable String unkept) {
        if (halts.isEmpty() || (answered.accepted() && journalFault.get().isEmpty())) {
            return drop(halts, answered);
        }
        if (!answered.accepted() && guard.hasEngineAnswering()) {
            return drop(halts, answered);
        }
        String why = answered.accepted() ? "the journal cannot be written" : answered.message();
        guard.haltKept(halts.toString(), unkept == null, unkept == null ? why : why + "; " + unkept);
        String message = guard.state() == Guard.State.IN_CHARGE ? "the guard " + guard.describe() : answered.message();
        boolean done = answered.accepted() || guard.state() == Guard.State.IN_CHARGE;
        return new Outcome(
                done,
                message
                        + (unkept == null
                                ? "; it holds after a restart too"
                                : "; IT DOES NOT HOLD" + " AFTER A RESTART: " + unkept));
    }

    private Outcome drop(List<KeptHalts.Kept> halts, Outcome answered) {
        try {
            kept.drop(halts);
            return answered;
        } catch (IOException refused) {
            return new Outcome(
                    answered.accepted(),
                    answered.message() + " (the next start will be told again: " + refused.getMessage() + ")");
        }
    }
}
