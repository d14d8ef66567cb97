package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event does: its times, and the commands and outputs it causes. Reused from event to event. */
public final class Turn {
    private final List<Command> commands = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private int run;
    private int epoch;
    private long sequence;
    private long venueTimeMs;
    private long machineTimeMs;
    private int orderIndex;
    private @Nullable String correlationId;
    private @Nullable Cause cause;

    void begin(Stamped stamped, int run, int epoch) {
        commands.clear();
        outputs.clear();
        this.run = run;
        this.epoch = epoch;
        sequence = stamped.sequence();
        venueTimeMs = stamped.venueTimeMs();
        machineTimeMs = stamped.machineTimeMs();
        orderIndex = 0;
        correlationId = null;
        cause = null;
    }

    /** Commands caused so far, in the order in which they must leave. */
    public List<Command> commands() {
        return commands;
    }

    /** Outputs caused so far. */
    public List<Output> outputs() {
        return outputs;
    }

    void startEpoch(int newRun, int newEpoch) {
        run = newRun;
        epoch = newEpoch;
        cause = null;
    }

    long nowMs() {
        return venueTimeMs;
    }

    long machineNowMs() {
        return machineTimeMs;
    }

    long sequence() {
        return sequence;
    }

    void send(Command command) {
        commands.add(command);
    }

    void tell(Output output) {
        outputs.add(output);
    }

    /** Tells something a person should know. */
    void raise(IncidentCode code, @Nullable AccountId account, @Nullable MarketId market, String message) {
        tell(new Output.IncidentRaised(cause(), code, account, market, message));
    }

    ClientOrderId nextOrderId() {
        return ClientOrderId.mint(run, epoch, sequence, orderIndex++);
    }

    /** The decision that what follows goes back to. */
    void correlate(String id) {
        if (!id.equals(correlationId)) {
            correlationId = id;
            cause = null;
        }
    }

    /** The event's name within the run. */
    String eventId() {
        return "e" + epoch + "-" + sequence;
    }

    String correlationId() {
        String id = correlationId;
        if (id == null) {
            id = eventId();
            correlationId = id;
        }
        return id;
    }

    Cause cause() {
        Cause current = cause;
        if (current == null) {
            current = new Cause(sequence, venueTimeMs, machineTimeMs, correlationId());
            cause = current;
        }
        return current;
    }
}
