package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.store.query.TradingQueries;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.crash.CrashState;
import java.util.List;

/** What is known of trading at the moment of a crash. */
final class CrashStates {
    private CrashStates() {}

    /** Of this process. */
    static CrashState now(StateReplica replica) {
        return new CrashState(replica.sequence(), lines(replica.openLegs()), lines(replica.workingOrders()));
    }

    /** Keeps the last lines of a process before this one that did not end in order. */
    static void reconstruct(Telemetry telemetry, Recovered.Findings findings, TradingQueries stored) {
        if (findings.lastSequence() > 0 && !findings.cleanStop()) {
            telemetry.reconstructCrash(
                    new CrashState(findings.lastSequence(), lines(stored.openLegs()), lines(stored.openOrders())));
        }
    }

    private static List<String> lines(List<? extends Output> outputs) {
        return outputs.stream().map(Output::toString).toList();
    }
}
