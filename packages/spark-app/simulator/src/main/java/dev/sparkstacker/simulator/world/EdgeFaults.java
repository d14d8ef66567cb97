package dev.sparkstacker.simulator.world;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.fault.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Faults at the venue's edges: of all kinds some, each in a window of its own with a heat of its own. */
final class EdgeFaults {
    private final FaultPlan plan;
    private final SplittableRandom random;

    EdgeFaults(FaultPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
    }

    /** A way to draw one fault: its edge, the fault, and the most of a thousand passages that it strikes. */
    private record Draw(Edge<?> edge, Fault fault, int mostPermille) {}

    private Fault.Moment moment() {
        return random.nextBoolean() ? Fault.Moment.BEFORE : Fault.Moment.AFTER;
    }

    private long upTo(long ms) {
        return 1 + random.nextLong(ms);
    }

    /** Draws faults of messages for the given span of venue time. */
    void drawNetwork(long fromMs, long untilMs) {
        List<Draw> draws = new ArrayList<>();
        for (Edge<Fault.OnHttp> edge : List.of(Edge.INFO, Edge.EXCHANGE)) {
            for (Fault.OnHttp fault : http()) {
                draws.add(new Draw(edge, fault, edge.equals(Edge.INFO) ? 150 : 300));
            }
        }
        draws.add(new Draw(Edge.WS_CONNECT, new Fault.Delay(upTo(8_000)), 500));
        draws.add(new Draw(Edge.WS_CONNECT, new Fault.Disconnect(), 500));
        draws.add(new Draw(Edge.WS_CONNECT, new Fault.RateLimited(), 500));
        draws.add(new Draw(Edge.WS_CONNECT, new Fault.HalfOpen(moment()), 300));
        draws.add(new Draw(Edge.WS_SEND, new Fault.Delay(upTo(3_000)), 20));
        draws.add(new Draw(Edge.WS_SEND, new Fault.Drop(), 50));
        draws.add(new Draw(Edge.WS_SEND, new Fault.Disconnect(), 4));
        draws.add(new Draw(Edge.WS_SEND, new Fault.Duplicate(), 100));
        draws.add(new Draw(Edge.WS_SEND, new Fault.Reorder(upTo(2_000)), 100));
        draws.add(new Draw(Edge.WS_SEND, new Fault.TruncatedBody(), 30));
        draws.add(new Draw(Edge.WS_SEND, new Fault.HalfOpen(moment()), 3));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.Delay(upTo(3_000)), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.Drop(), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.Disconnect(), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.Duplicate(), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.Reorder(upTo(2_000)), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.LostReply(), 300));
        draws.add(new Draw(Edge.WS_RECEIVE, new Fault.HalfOpen(moment()), 200));
        some(draws, 2 + random.nextInt(12), fromMs, untilMs);
    }

    private List<Fault.OnHttp> http() {
        return List.of(
                new Fault.Delay(upTo(15_000)),
                new Fault.Drop(),
                new Fault.Disconnect(),
                new Fault.Duplicate(),
                new Fault.Reorder(upTo(5_000)),
                new Fault.RateLimited(),
                new Fault.ServerError(moment()),
                new Fault.HtmlPage(moment()),
                new Fault.LateReply(upTo(15_000)),
                new Fault.LostReply(),
                new Fault.TruncatedBody(),
                new Fault.ResetMidBody(),
                new Fault.SlowBytes(20 + random.nextInt(2_000)),
                new Fault.HalfOpen(moment()));
    }

    /** Draws the venue's own faults for the given span of venue time. */
    void drawVenue(long fromMs, long untilMs) {
        List<Draw> draws = new ArrayList<>();
        for (Fault.Feed feed : Fault.Feed.values()) {
            draws.add(new Draw(Edge.WS_SEND, new Fault.StaleFeed(feed, upTo(30_000), upTo(120_000)), 1));
            draws.add(new Draw(Edge.WS_SEND, new Fault.FrozenFeed(feed, upTo(120_000)), 1));
        }
        draws.add(new Draw(Edge.MODIFY, new Fault.HalfFailedModify(), 800));
        some(draws, 1 + random.nextInt(4), fromMs, untilMs);
        if (random.nextInt(3) == 0) {
            Fault.OnLeverage wrong = random.nextBoolean()
                    ? new Fault.WrongLeverage(1 + random.nextInt(20))
                    : new Fault.IgnoredLeverage();
            plan.add(FaultRule.drawn(Edge.LEVERAGE, wrong, 300 + random.nextInt(600), fromMs, untilMs));
        }
    }

    /** The venue answers nothing but 5xx for a while. */
    void maintenance(long nowMs, long lengthMs) {
        Fault.OnHttp down = new Fault.ServerError(Fault.Moment.BEFORE);
        plan.add(FaultRule.drawn(Edge.EXCHANGE, down, 1_000, nowMs, nowMs + lengthMs));
        plan.add(FaultRule.drawn(Edge.INFO, down, 1_000, nowMs, nowMs + lengthMs));
    }

    private void some(List<Draw> draws, int count, long fromMs, long untilMs) {
        for (int i = 0; i < count; i++) {
            Draw draw = draws.get(random.nextInt(draws.size()));
            long begin = random.nextLong(fromMs, untilMs);
            long end = Math.min(untilMs, begin + 30_000 + random.nextLong(1_800_000));
            plan.add(new FaultRule(
                    draw.edge,
                    draw.fault,
                    null,
                    new FaultRule.Timing.Drawn(1 + random.nextInt(draw.mostPermille), begin, end)));
        }
    }
}
