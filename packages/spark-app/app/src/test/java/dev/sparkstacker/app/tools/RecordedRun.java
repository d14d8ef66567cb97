package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.sandbox.InProcessVenue;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.SeededGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A real run on a generated market, journaled: two processes one after the other, the first of which dies without
 * notice.
 *
 * <pre>
 *  epoch 1: minutes 0 to n/2, a snapshot on the way, dies      epoch 2: recovers, minutes n/2 to n, a snapshot, dies
 * </pre>
 */
final class RecordedRun {
    static final String BUILD = "test+1";

    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);
    static final long START_MS = 1_795_000_020_000L / 60_000 * 60_000;
    static final MarketId ETH = new MarketId("ETH");
    static final AccountId MAIN = new AccountId("main");
    static final AccountId HEDGE = new AccountId("hedge");
    static final Instrument INSTRUMENT = new Instrument(ETH, 0, 4, new Leverage(25), false, Usd.of("0.1"));

    private final Path folder;
    private final OutputSink outputs;
    private final UnaryOperator<List<Command>> recording;
    private final Deque<Event> queue = new ArrayDeque<>();
    private final InProcessVenue venue;
    private final SeededGenerator market;
    private long nowMs = START_MS;
    private long commands;

    /** What the second process left behind. */
    record Left(long lastSequence, long stateHash, long commandsHash, long commands) {}

    /**
     * Prepares.
     *
     * @param folder where the journal goes
     * @param outputs hears what the engine tells
     * @param recording what becomes of commands on their way into the journal
     */
    RecordedRun(Path folder, long seed, OutputSink outputs, UnaryOperator<List<Command>> recording) {
        this.folder = folder;
        this.outputs = outputs;
        this.recording = recording;
        Map<AccountId, Usd> balances = new LinkedHashMap<>();
        balances.put(MAIN, Usd.of("10000"));
        balances.put(HEDGE, Usd.of("10000"));
        VenueRules rules = VenueRules.venue().withRequestBudget(1L << 50).withMinNotional(Usd.of("0.1"));
        venue = new InProcessVenue(
                List.of(MarketSpec.of(INSTRUMENT)),
                balances,
                rules,
                List.of(Interval.M1),
                DepthModel.touch(),
                seed,
                START_MS,
                queue::add);
        market = new SeededGenerator(INSTRUMENT, seed, Price.of("2500"), START_MS - 300L * 60_000, START_MS);
        for (Bar bar : market.history(ETH)) {
            venue.addHistory(ETH, bar);
        }
    }

    static Left of(Path folder, long seed, int minutes) throws IOException {
        return new RecordedRun(folder, seed, output -> {}, commands -> commands).run(minutes);
    }

    static JournalIdentity identity() {
        return new JournalIdentity(BUILD, "config", STATE.schemaHash());
    }

    Left run(int minutes) throws IOException {
        process(minutes / 2);
        return process(minutes - minutes / 2);
    }

    private Left process(int minutes) throws IOException {
        Engine engine = new Engine();
        try (Recovered recovered = JournalRecovery.open(folder, identity(), new JournalSettings(256 * 1024, 3))) {
            long last = recovered.findings().lastSequence();
            recover(engine, recovered);
            try (FileJournal journal = recovered.beginEpoch(nowMs)) {
                EngineAgent agent = new EngineAgent(
                        engine, last, nowMs, clocks(), new Recorder(journal), venue, outputs, new Silent(), () -> 0L);
                begin(agent, recovered);
                play(agent, minutes / 2);
                journal.snapshot(agent.sequence(), STATE.toBytes(engine.state()));
                play(agent, minutes - minutes / 2);
                journal.commit();
                return new Left(
                        agent.sequence(),
                        StateHash.of(STATE.toBytes(engine.state())),
                        journal.commandsHash(),
                        commands);
            }
        }
    }

    private static void recover(Engine engine, Recovered recovered) throws IOException {
        recovered.findings().snapshot().ifPresent(snapshot -> engine.load(STATE.fromBytes(snapshot.state())));
        Turn turn = new Turn();
        try (Tail tail = recovered.tail()) {
            while (tail.hasNext()) {
                engine.onEvent(tail.next().event(), turn);
            }
        }
    }

    private void begin(EngineAgent agent, Recovered recovered) {
        int epoch = recovered.nextEpoch();
        agent.doWork(List.of(
                new SystemEvent.EpochStarted(recovered.findings().run(), epoch, BUILD, "config", epoch > 1),
                new SystemEvent.Configured(config())));
        if (epoch == 1) {
            venue.announce();
        }
        drain(agent);
        agent.doWork(List.of(
                new SystemEvent.Connected("market"),
                new SystemEvent.Connected("account:main"),
                new SystemEvent.Connected("account:hedge"),
                new MarketEvent.FeedRestored(ETH)));
        drain(agent);
    }

    private void play(EngineAgent agent, int minutes) {
        long end = nowMs + minutes * 60_000L;
        for (; nowMs < end; nowMs += 5_000) {
            venue.play(market, nowMs);
            drain(agent);
            venue.advanceTo(nowMs + 400);
            drain(agent);
        }
    }

    private void drain(EngineAgent agent) {
        while (!queue.isEmpty()) {
            agent.doWork(List.of(queue.remove()));
        }
        agent.tickIfDue();
    }

    private Clocks clocks() {
        return new Clocks() {
            @Override
            public long venueTimeMs() {
                return venue.nowMs();
            }

            @Override
            public long machineTimeMs() {
                return venue.nowMs();
            }
        };
    }

    static TradingConfig config() {
        LegConfig main = new LegConfig(MAIN, Usd.of("0.8"), new Leverage(10));
        LegConfig hedge = new LegConfig(HEDGE, Usd.of("0.2"), new Leverage(5));
        ExitConfig exits = new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000L);
        StrategyConfig macd = new StrategyConfig(
                new StrategyId("macd-eth"),
                "macd",
                List.of(ETH),
                Interval.M1,
                List.of(),
                main,
                new HedgeConfig(hedge, false),
                exits,
                true);
        List<Rate> exitCaps = List.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.05"));
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED), new AccountConfig(HEDGE, MarginMode.ISOLATED)),
                List.of(macd),
                new OrderPolicy(Rate.of("0.005"), exitCaps, 1000, Rate.of("0.1"), 2000, 0, 5000, 2000, 30_000, 5000),
                new RiskConfig(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10)),
                UnknownPositionPolicy.HALT);
    }

    /** Hands everything on to the journal and counts. */
    private final class Recorder implements Journal {
        private final Journal journal;

        Recorder(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void append(Stamped event) {
            journal.append(event);
        }

        @Override
        public void append(long causeSequence, List<Command> caused) {
            commands += caused.size();
            journal.append(causeSequence, recording.apply(caused));
        }

        @Override
        public void commit() {
            journal.commit();
        }

        @Override
        public void snapshot(long sequence, byte[] state) {
            journal.snapshot(sequence, state);
        }
    }

    private static final class Silent implements EngineObserver {
        @Override
        public void processed(Stamped stamped, long nanos) {}

        @Override
        public void forced(long nanos) {}

        @Override
        public void journalFailed(String message) {
            throw new AssertionError(message);
        }
    }
}
