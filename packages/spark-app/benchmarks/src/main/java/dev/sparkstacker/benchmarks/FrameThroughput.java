package dev.sparkstacker.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Full books parsed a second. */
final class FrameThroughput implements Measurement {
    @Override
    public String name() {
        return "frames";
    }

    @Override
    public String about() {
        return "l2Book frames of 2 × 20 levels parsed";
    }

    @Override
    public boolean ownJvm() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws RunnerException {
        Jmh.Score ours = Jmh.run(FrameBench.class, "frameParser", effort);
        Jmh.Score peer = Jmh.run(FrameBench.class, "jacksonTree", effort);
        String note = ours.spread() + Target.amount(ours.bytesPerOperation()) + " bytes allocated a frame";
        Figure figure =
                Figure.of("l2Book frames parsed", ours.perSecond(), "frames/s", new Target.AtLeast(200_000), note);
        return List.of(figure.besides("Jackson tree: " + Target.amount(peer.perSecond()) + " frames/s, "
                + Target.amount(peer.bytesPerOperation()) + " bytes a frame"));
    }
}
