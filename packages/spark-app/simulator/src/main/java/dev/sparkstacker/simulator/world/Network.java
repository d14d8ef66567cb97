package dev.sparkstacker.simulator.world;

import dev.sparkstacker.sandbox.server.HttpReply;
import dev.sparkstacker.simulator.schedule.Timeline;
import dev.sparkstacker.simulator.schedule.Trace;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The way between the machine and the venue: every message takes a time of its own; while it is cut nothing connects and
 * nothing arrives. What goes wrong beyond that is done at the venue's edges.
 */
final class Network {
    private static final long USUAL_JITTER_NANOS = 3_000_000;

    private final Timeline timeline;
    private final VenueHost venue;
    private final Trace trace;
    private final SplittableRandom random;
    private final long baseNanos;
    private long jitterNanos;
    private boolean cut;
    private int refusedPermille;
    private long refusals;

    Network(Timeline timeline, VenueHost venue, Trace trace, SplittableRandom random) {
        this.timeline = timeline;
        this.venue = venue;
        this.trace = trace;
        this.random = random;
        this.baseNanos = 2_000_000L + random.nextInt(40_000_000);
        this.jitterNanos = USUAL_JITTER_NANOS;
    }

    /** How long a message takes now. */
    long latencyNanos() {
        return baseNanos + random.nextLong(jitterNanos);
    }

    /** How much messages' times differ. */
    void jitter(long nanos) {
        jitterNanos = nanos;
    }

    /** How many connections of a thousand are refused. */
    void refuse(int permille) {
        refusedPermille = permille;
    }

    /** Cuts the way, or mends it. */
    void cut(boolean now) {
        cut = now;
    }

    /** Whether it is cut, refuses, or takes longer than usual. */
    boolean isTroubled() {
        return cut || refusedPermille > 0 || jitterNanos > USUAL_JITTER_NANOS;
    }

    boolean isCut() {
        return cut;
    }

    /** Mends everything. */
    void heal() {
        cut = false;
        refusedPermille = 0;
        jitterNanos = USUAL_JITTER_NANOS;
    }

    /** Whether a new connection comes about now. */
    boolean connects() {
        boolean refused = cut || random.nextInt(1_000) < refusedPermille;
        refusals += refused ? 1 : 0;
        return !refused;
    }

    /** How many connections were refused. */
    long refusals() {
        return refusals;
    }

    /** Carries a request to the venue and its answer back; a dead sender hears no answer, but the venue got the request. */
    void carry(String path, String body, Consumer<HttpReply> back) {
        Timeline.Entry _ = timeline.after(latencyNanos(), () -> {
            if (cut) {
                back.accept(new HttpReply.Silence());
                return;
            }
            trace.note("request", path + " " + body);
            var _ = venue.post(path, body)
                    .thenAccept(reply -> timeline.after(latencyNanos(), () -> {
                        trace.note("answer", reply.toString());
                        back.accept(cut ? new HttpReply.Silence() : reply);
                    }));
        });
    }

    Timeline timeline() {
        return timeline;
    }

    VenueHost venue() {
        return venue;
    }

    Trace trace() {
        return trace;
    }
}
