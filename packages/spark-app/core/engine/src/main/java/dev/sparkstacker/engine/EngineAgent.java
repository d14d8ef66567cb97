package dev.sparkstacker.engine;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.domain.port.VenueGateway;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine's duty cycle: the only writer of trading state.
 *
 * <pre>
 *  batch of events ─► for each: stamp ─► journal.append ─► Engine.onEvent ─► commands, outputs
 *                     then, if there are commands or promises: gateway.prepare (signs meanwhile)
 *                                                              journal.commit (forces) ─► gateway.submit
 *                     then: outputs
 * </pre>
 *
 * Nothing leaves before what caused it is on the disk. Where the journal fails, entries halt and only commands that
 * reduce risk still leave; the failed journal is never written again. A test drives {@link #doWork} inline; the product
 * drives it on one thread.
 */
public final class EngineAgent {
    private static final String REMEDY =
            "; only what reduces risk still leaves. Make room on its disk, then stop and start again";

    private final Engine engine;
    private final Clocks clocks;
    private final Journal journal;
    private final VenueGateway gateway;
    private final OutputSink outputs;
    private final EngineObserver observer;
    private final NanoTime nanoTime;
    private final Turn turn = new Turn();
    private final List<Command> leaving = new ArrayList<>();
    private final List<Output> telling = new ArrayList<>();
    private long sequence;
    private long lastVenueTimeMs;
    private boolean journalFailed;
    private boolean mustLast;

    /** Measures durations, for metrics only. */
    @FunctionalInterface
    public interface NanoTime {
        /** Nanoseconds from an arbitrary origin. */
        long now();
    }

    /** An agent that goes on after the given event. */
    public EngineAgent(
            Engine engine,
            long lastSequence,
            long lastVenueTimeMs,
            Clocks clocks,
            Journal journal,
            VenueGateway gateway,
            OutputSink outputs,
            EngineObserver observer,
            NanoTime nanoTime) {
        this.engine = engine;
        this.sequence = lastSequence;
        this.lastVenueTimeMs = lastVenueTimeMs;
        this.clocks = clocks;
        this.journal = journal;
        this.gateway = gateway;
        this.outputs = outputs;
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    /** Folds in a batch, in order, and lets its effects out. */
    public void doWork(List<Event> batch) {
        for (Event event : batch) {
            fold(event);
        }
        if (!leaving.isEmpty() || mustLast) {
            release();
        }
        for (Output output : telling) {
            outputs.publish(output);
        }
        telling.clear();
    }

    /** Folds in a tick if something is due. Returns whether it was. */
    public boolean tickIfDue() {
        if (!engine.isDue(Math.max(lastVenueTimeMs, clocks.venueTimeMs()), clocks.machineTimeMs())) {
            return false;
        }
        doWork(List.of(new SystemEvent.ClockTicked()));
        return true;
    }

    /** The last event folded in. */
    public long sequence() {
        return sequence;
    }

    /** Whether the journal refused a write. */
    public boolean hasJournalFailed() {
        return journalFailed;
    }

    private void fold(Event event) {
        long began = nanoTime.now();
        if (journalFailed && event instanceof OperatorEvent.ResumeRequested resume) {
            refuse(resume);
            return;
        }
        lastVenueTimeMs = Math.max(lastVenueTimeMs, clocks.venueTimeMs());
        Stamped stamped = stamp(event);
        if (!journalFailed && !write(() -> journal.append(stamped))) {
            foldStamped(stamp(event), began);
            return;
        }
        foldStamped(stamped, began);
    }

    /** An entry could not be recorded, so it must not be allowed; only a start opens the journal again. */
    private void refuse(OperatorEvent.ResumeRequested resume) {
        Stamped stamped = stamp(resume);
        Cause cause = new Cause(
                stamped.sequence(), stamped.venueTimeMs(), stamped.machineTimeMs(), "operator-" + stamped.sequence());
        telling.add(new Output.RequestAnswered(
                cause,
                resume.requestId(),
                false,
                "the journal cannot be written: make room on its disk, then stop and start again; until then only what"
                        + " reduces risk leaves"));
    }

    private Stamped stamp(Event event) {
        return new Stamped(++sequence, lastVenueTimeMs, clocks.machineTimeMs(), event);
    }

    private void foldStamped(Stamped stamped, long began) {
        engine.onEvent(stamped, turn);
        List<Command> commands = turn.commands();
        if (!commands.isEmpty()) {
            List<Command> caused = List.copyOf(commands);
            if (!journalFailed) {
                write(() -> journal.append(stamped.sequence(), caused));
            }
            leaving.addAll(caused);
        }
        telling.addAll(turn.outputs());
        mustLast |= isPromise(stamped.event(), turn.outputs());
        observer.processed(stamped, nanoTime.now() - began);
    }

    private void release() {
        if (!journalFailed) {
            leaving.forEach(gateway::prepare);
            long began = nanoTime.now();
            write(journal::commit);
            observer.forced(nanoTime.now() - began);
        }
        for (Command command : leaving) {
            if (!journalFailed || mayLeaveUnrecorded(command)) {
                gateway.submit(command);
            }
        }
        leaving.clear();
        mustLast = false;
    }

    /** A person's request and a change of what may be traded are promises: no kill may undo them once they are told. */
    private static boolean isPromise(Event event, List<Output> told) {
        if (event instanceof OperatorEvent) {
            return true;
        }
        for (Output output : told) {
            if (output instanceof Output.TradingStateChanged || output instanceof Output.BreakerChanged) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayLeaveUnrecorded(Command command) {
        return switch (command) {
            case Command.Act act -> act.reducesRisk();
            case Command.Ask ask -> true;
        };
    }

    private boolean write(Runnable journaling) {
        try {
            journaling.run();
            return true;
        } catch (JournalException failure) {
            journalFailed = true;
            String message = String.valueOf(failure.getMessage());
            observer.journalFailed(message);
            haltEntries(message);
            return false;
        }
    }

    /** The halt itself cannot be journaled; the next start finds the journal's last good end and reconciles. */
    private void haltEntries(String message) {
        Turn halting = new Turn();
        engine.onEvent(stamp(new SystemEvent.FaultReported("journal", true, message + REMEDY)), halting);
        leaving.addAll(halting.commands());
        telling.addAll(halting.outputs());
    }
}
