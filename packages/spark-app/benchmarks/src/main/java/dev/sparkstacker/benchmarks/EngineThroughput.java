package dev.sparkstacker.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Events a second through the engine, and what each leaves to the collector. */
final class EngineThroughput implements Measurement {
    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String about() {
        return "engine with pre-built best-bid/offer and trade events, journal in memory";
    }

    @Override
    public boolean ownJvm() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws RunnerException {
        Jmh.Score score = Jmh.run(EngineBench.class, "events", effort);
        return List.of(
                Figure.of(
                        "engine, one thread",
                        score.perSecond(),
                        "events/s",
                        new Target.AtLeast(1_000_000),
                        score.spread() + "3 quotes to a trade; stamped, encoded to the journal, folded"),
                Figure.of(
                        "engine, allocated",
                        score.bytesPerOperation(),
                        "bytes/event",
                        new Target.LessThan(100),
                        "stamps, journal encoding, timers and account reads included; the pre-built events are not"));
    }
}
