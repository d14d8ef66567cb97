package dev.sparkstacker.telemetry;

import static dev.sparkstacker.telemetry.Scene.ETH;
import static dev.sparkstacker.telemetry.Scene.HEDGE;
import static dev.sparkstacker.telemetry.Scene.LEG;
import static dev.sparkstacker.telemetry.Scene.MAIN;
import static dev.sparkstacker.telemetry.Scene.NOON_MS;
import static dev.sparkstacker.telemetry.Scene.cause;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.telemetry.watch.DiskWatch;
import dev.sparkstacker.telemetry.watch.MemoryWatch;
import dev.sparkstacker.telemetry.watch.RequestTelemetry.Outcome;
import dev.sparkstacker.telemetry.watch.SystemTelemetry.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** A day on which everything happens that telemetry can tell of. */
public final class Story {
    private final Desk desk;

    private Story(Desk desk) {
        this.desk = desk;
    }

    /** Plays all of it. */
    public static void play(Desk desk) {
        Story story = new Story(desk);
        story.outputs();
        story.events();
        story.commands();
        story.connector();
        story.engine();
        story.process();
        story.guard();
    }

    private void outputs() {
        for (Output output : everyOutput()) {
            desk.watch.outputs.publish(output);
        }
    }

    /** Outputs of every kind. */
    public static List<Output> everyOutput() {
        Bar bar = new Bar(NOON_MS, Price.of("1"), Price.of("1"), Price.of("1"), Price.of("1"), Quantity.of("1"), 1);
        var entry = Scene.order(0, OrderPurpose.ENTRY);
        var stop = Scene.order(1, OrderPurpose.STOP);
        var lost = Scene.order(2, OrderPurpose.EXIT);
        var refused = Scene.order(3, OrderPurpose.TARGET);
        var partial = Scene.order(4, OrderPurpose.EXIT);
        return List.of(
                new Output.EpochBegan(cause(1), 1, 1, "abc", "cafe"),
                new Output.ConnectionChanged(cause(2), "market", true, ""),
                new Output.LeverageKnown(cause(3), MAIN, ETH, 10, "isolated"),
                new Output.Reconciled(cause(4), MAIN, 0, ""),
                new Output.Reconciled(cause(4), HEDGE, 2, "an order we do not know"),
                new Output.EquityMarked(cause(5), MAIN, Usd.of("10000"), Usd.of("9000"), Usd.ZERO),
                new Output.EquityMarked(cause(5), HEDGE, Usd.of("10000"), Usd.of("10000"), Usd.ZERO),
                new Output.TradingStateChanged(cause(6), TradingState.REDUCE_ONLY, "starting", "engine"),
                new Output.TradingStateChanged(cause(6), TradingState.ACTIVE, "reconciled", "engine"),
                Scene.judged(7, Verdict.WARMING_UP, Reason.WARMING_UP, null, -0.5),
                Scene.judged(8, Verdict.NO_TRADE, Reason.NO_CROSSOVER, null, -0.2),
                Scene.judged(9, Verdict.ENTER, null, Side.BUY, 0.25),
                Scene.judgedEntry(9, Reason.STALE_QUOTE),
                Scene.judgedEntry(9, null),
                Scene.breaker(9, BreakerStage.NORMAL, BreakerStage.WARNING, null),
                Scene.breaker(9, BreakerStage.WARNING, BreakerStage.TRIPPED, BreakerAction.HALT),
                Scene.breaker(9, BreakerStage.TRIPPED, BreakerStage.NORMAL, null),
                new Output.KillSwitchChanged(cause(9), "market ETH", true, "lunch", "cli:alice"),
                new Output.KillSwitchChanged(cause(9), "market ETH", false, "back", "cli:alice"),
                new Output.HaltChecked(
                        cause(9), MAIN, "global", BreakerAction.HALT, HaltStage.VERIFIED, "flat, 0 orders rest"),
                new Output.EntryDenied(cause(9), LEG, MAIN, Side.BUY, Reason.STALE_QUOTE, "7 s", "5 s"),
                new Output.EntryDenied(cause(9), LEG, MAIN, Side.BUY, Reason.BELOW_MIN_NOTIONAL, "8", "10"),
                Scene.changed(10, entry, OrderState.SENT, "0"),
                Scene.changed(11, entry, OrderState.FILLED, "0.0047"),
                new Output.FillBooked(cause(11), MAIN, LEG, Scene.fill(), Quantity.of("0.0047")),
                Scene.leg(11, LegState.ENTERING, "0", null),
                Scene.leg(12, LegState.OPENING, "0.0040", null),
                Scene.leg(12, LegState.OPENING, "0.0047", null),
                Scene.changed(12, stop, OrderState.SENT, "0"),
                Scene.changed(13, stop, OrderState.RESTING, "0"),
                Scene.changed(13, refused, OrderState.SENT, "0"),
                Scene.changed(13, refused, OrderState.REJECTED, "0"),
                Scene.leg(14, LegState.OPEN, "0.0047", "1586.6"),
                new Output.MarketMarked(cause(15), ETH, Price.of("1675"), null, null),
                new Output.FundingBooked(cause(15), MAIN, LEG, ETH, Usd.of("-0.0001"), Rate.of("0.0000125"), NOON_MS),
                Scene.leg(16, LegState.OPEN, "0.0024", "1586.6"),
                Scene.judged(17, Verdict.EXIT, null, Side.SELL, -0.1),
                Scene.judged(18, Verdict.REVERSE, null, Side.SELL, -0.2),
                Scene.changed(18, lost, OrderState.SENT, "0"),
                Scene.changed(19, lost, OrderState.UNKNOWN, "0"),
                Scene.changed(25, lost, OrderState.ABSENT, "0"),
                Scene.changed(25, partial, OrderState.SENT, "0"),
                Scene.changed(26, partial, OrderState.CANCELLED, "0.001"),
                Scene.changed(27, stop, OrderState.TRIGGERED, "0"),
                Scene.changed(27, stop, OrderState.FILLED, "0.0024"),
                Scene.closed(28, "0.01546", ExitReason.STOP_LOSS),
                Scene.closed(29, "-0.01", ExitReason.TAKE_PROFIT),
                Scene.leg(29, LegState.FLAT, "0", null),
                Scene.oscillated(30, Reason.NEAR_MISS, 1),
                new Output.BarRevised(cause(30), ETH, Interval.M1, bar, bar),
                new Output.IncidentRaised(cause(31), Severity.ERROR, "foreign_fill", MAIN, ETH, "Somebody traded"),
                new Output.RequestAnswered(cause(32), 9, true, "halted"));
    }

    private void events() {
        Bar bar = new Bar(NOON_MS, Price.of("1"), Price.of("1"), Price.of("1"), Price.of("1"), Quantity.of("1"), 1);
        var id = Scene.order(1, OrderPurpose.STOP).id();
        var level = new BookLevel(Price.of("1670"), Quantity.of("2"));
        List.of(
                        new MarketEvent.BestBidOffer(
                                ETH, Price.of("1"), Quantity.of("1"), Price.of("2"), Quantity.of("1"), NOON_MS),
                        new MarketEvent.BookChanged(ETH, List.of(level), List.of(), NOON_MS),
                        new MarketEvent.CandleChanged(ETH, Interval.M1, bar),
                        new MarketEvent.CandlesRead(ETH, Interval.M1, List.of(bar), NOON_MS),
                        new MarketEvent.CandlesUnread(ETH, Interval.M1, "timeout"),
                        new MarketEvent.FeedDegraded(ETH, FeedFault.STALE, "no quote for 10 s"),
                        new MarketEvent.FeedRestored(ETH),
                        new AccountEvent.AccountRead(
                                MAIN,
                                Usd.of("10000"),
                                Usd.of("9000"),
                                List.of(Scene.position("1450")),
                                List.of(),
                                List.of(),
                                0,
                                NOON_MS),
                        new AccountEvent.AccountUnread(MAIN, "timeout"),
                        new AccountEvent.LiquidationReported(MAIN, Usd.of("8"), Usd.of("0.1")),
                        new AccountEvent.RateLimited(MAIN, "order", "HTTP 429"),
                        new AccountEvent.MoneyMoved(MAIN, "0xab deposit", "deposit", Usd.of("500"), NOON_MS),
                        new AnswerEvent.CancelRejected(MAIN, id, "never placed"),
                        new AnswerEvent.LeverageUnconfirmed(MAIN, ETH, "position open"),
                        new OperatorEvent.HaltRequested(9, "cli:alice", "lunch"),
                        new OperatorEvent.PartialHaltRequested(10, "cli:alice", new HaltScope.OneMarket(ETH), "lunch"),
                        new OperatorEvent.BreakerResetRequested(11, "cli:alice", "daily_loss", "looked into it"),
                        new SystemEvent.FaultReported("journal", true, "disk full"))
                .forEach(desk.watch.events::observe);
    }

    private void commands() {
        var id = Scene.order(1, OrderPurpose.STOP).id();
        desk.watch.commands.submitted(new Command.CancelOrders(MAIN, ETH, List.of(id)));
        desk.watch.commands.submitted(new Command.CancelForeignOrder(MAIN, ETH, 12));
    }

    private void connector() {
        var requests = desk.watch.requests;
        var frames = desk.watch.frames;
        var links = desk.watch.links;
        Duration took = Duration.ofMillis(12);
        links.connecting("market");
        links.connected("market");
        links.disconnected("market", "reset by peer", 500);
        links.disconnected("market", "refused", 1_000);
        links.connected("market");
        requests.requestStarted("info/meta", "POST", 20, 1);
        requests.requestFinished("info/meta", "POST", Outcome.ANSWERED, took, 20, 1, "");
        requests.requestFinished("info/meta", "POST", Outcome.THROTTLED, took, 20, 1, "429");
        requests.requestFinished("info/meta", "POST", Outcome.TIMED_OUT, took, 20, 2, "no answer in 5 s");
        frames.received("market", "bbo", 180);
        frames.dropped("market", "bbo", "CROSSED");
        frames.malformed("market", "not_json", "unexpected end");
        frames.venueComplained("market", "too many subscriptions");
        requests.budgetChanged(1_100, 1_200, 3);
        requests.addressBudgetRead(MAIN, 12, 10_000);
        requests.agentRead(MAIN, "spark", NOON_MS + 86_400_000, 86_400_000);
        links.clockProbed(1_500, 60, 900);
        requests.actFinished("main", "cancel", true, "");
    }

    private void engine() {
        var engine = desk.watch.engine;
        engine.queue(() -> 3, 65_536);
        engine.queueWaited(5_000);
        engine.eventProcessed(new Stamped(41, NOON_MS, NOON_MS, new SystemEvent.ClockTicked()), 9_000_000);
        engine.eventProcessed(new Stamped(42, NOON_MS, NOON_MS, new MarketEvent.FeedRestored(ETH)), 2_000);
        engine.conflated(2);
        engine.journalForced(160_000);
        engine.journalAppended(512);
        engine.decided(400_000);
        engine.judged(Scene.STRATEGY, 20_000);
        desk.watch.housekeep(Map.of("frame_dropped", 9L), Map.of("app", 1L));
        engine.queueWaited(200_000_000);
        desk.heap = new MemoryWatch.Heap(95, 90, 100);
        desk.disk = new DiskWatch.Usage(1_000, 150);
        desk.watch.housekeep(Map.of(), Map.of());
        desk.disk = new DiskWatch.Usage(1_000, 10);
        desk.watch.housekeep(Map.of(), Map.of());
        desk.diskReadable = false;
        desk.watch.housekeep(Map.of(), Map.of());
        desk.diskReadable = true;
        desk.disk = new DiskWatch.Usage(1_000, 900);
        desk.watch.housekeep(Map.of(), Map.of());
    }

    private void guard() {
        var guard = desk.watch.guard;
        guard.silence(() -> 2_100_000_000L);
        guard.tookOver("halt", "silent for 2100 ms");
        guard.acted(MAIN, "cancel 1 orders", "accepted");
        guard.unread(HEDGE, "HTTP 503");
        guard.verified(MAIN, "halt", "flat, 0 orders rest");
        guard.heldBack("order");
        guard.haltKept("halt everything", true, "the journal cannot be written");
        guard.watchdog("watching", "process 41");
        guard.deadMansSwitch(MAIN, false);
    }

    private void process() {
        var system = desk.watch.system;
        Exception error = new IOException("disk full");
        system.starting("0.1.0", "abc", "cafe", "paper", Path.of("data"));
        system.configLoaded("cafe", Scene.config(), List.of("a limit is above equity"));
        system.ready(Duration.ofMillis(900));
        system.error("store", "writing fills", error);
        system.unhandled(Thread.currentThread(), error);
        system.taskFailed("probe", error);
        system.databaseStarted(Statement.INSERT, "fills");
        system.databaseSucceeded(Statement.INSERT, "fills", 3, Duration.ofMillis(2));
        system.databaseFailed(Statement.INSERT, "fills", Duration.ofMillis(2), error);
        system.denied("/metrics", "10.0.0.9", "no token");
        desk.watch.crashDumped(Path.of("crash-dump.json"), false);
        desk.watch.crashDumped(Path.of("crash-dump.json"), true);
        LoggerFactory.getLogger("some.library.Pool").warn("Pool is {}", "empty");
        system.stopping("operator");
        system.stopped(Duration.ofMinutes(3));
    }
}
