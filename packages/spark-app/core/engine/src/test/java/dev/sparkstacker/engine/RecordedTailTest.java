package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.LegState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A journal that another build wrote: what it decided is known, whatever this build would have decided. */
class RecordedTailTest {
    private final Turn turn = new Turn();

    @Test
    void whereBothBuildsDecideTheSameTheStateIsThatOfAReplay() {
        EngineScenario scenario = EngineScenario.started(Configs.hedged());
        scenario.buySignal();
        scenario.sellSignal();

        assertThat(Replay.bytes(follow(scenario.journal.entries())))
                .isEqualTo(Replay.bytes(Replay.fromZero(scenario.journal.entries())));
    }

    @Test
    void ordersOfDecisionsThatThisBuildWouldNotHaveTakenAreKnown() {
        EngineScenario scenario = EngineScenario.started(Configs.hedged());
        scenario.buySignal();
        scenario.sellSignal();
        List<MemoryJournal.Entry> entries = scenario.journal.entries();

        Engine engine =
                follow(entries.stream().map(RecordedTailTest::withoutSignal).toList());

        requireOrdersAsRecorded(engine, entries);
        assertThat(leg(engine).position()).isEqualTo(scenario.leg(MAIN_LEG).position());
        assertThat(leg(engine).state()).isEqualTo(scenario.leg(MAIN_LEG).state());
        assertThat(leg(engine).guard().stop())
                .isEqualTo(scenario.leg(MAIN_LEG).guard().stop());
        assertThat(leg(engine).guard().target())
                .isEqualTo(scenario.leg(MAIN_LEG).guard().target());
        assertThat(leg(engine).guard().stopPrice())
                .isEqualTo(scenario.leg(MAIN_LEG).guard().stopPrice());
    }

    @Test
    void ordersThatOnlyThisBuildWouldHaveSentNeverWere() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        int before = scenario.journal.entries().size();
        scenario.buySignal();
        List<MemoryJournal.Entry> entries = scenario.journal.entries();
        int signal = firstEntry(entries);
        assertThat(signal).isGreaterThan(before);
        List<MemoryJournal.Entry> undecided = new ArrayList<>(entries.subList(0, signal));
        undecided.add(new MemoryJournal.Entry(entries.get(signal).event(), List.of()));

        Engine engine = follow(undecided);

        assertThat(engine.state().orders()).isEmpty();
        assertThat(leg(engine).state()).isEqualTo(LegState.FLAT);
        assertThat(leg(engine).entry()).isNull();
    }

    @Test
    void anExitOfTheOtherBuildLeavesTheLegLeaving() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.buySignal();
        scenario.bar("2000");
        scenario.venue.next(OrderPurpose.EXIT, new Knob.Vanish());
        scenario.sellSignal();
        List<MemoryJournal.Entry> entries = scenario.journal.entries();

        Engine engine =
                follow(entries.stream().map(RecordedTailTest::withoutSignal).toList());

        requireOrdersAsRecorded(engine, entries);
        assertThat(leg(engine).state()).isEqualTo(scenario.leg(MAIN_LEG).state());
        assertThat(leg(engine).retreat().order())
                .isEqualTo(scenario.leg(MAIN_LEG).retreat().order());
    }

    /** As another build would have seen it: bars that move nothing. The decisions recorded stay. */
    private static MemoryJournal.Entry withoutSignal(MemoryJournal.Entry entry) {
        Event event = entry.event().event();
        Event flat = event instanceof MarketEvent.CandleChanged candle
                ? new MarketEvent.CandleChanged(candle.market(), candle.interval(), flat(candle.bar()))
                : event;
        flat = flat instanceof MarketEvent.CandlesRead read
                ? new MarketEvent.CandlesRead(
                        read.market(),
                        read.interval(),
                        read.bars().stream().map(RecordedTailTest::flat).toList(),
                        read.upToMs())
                : flat;
        Stamped stamped = entry.event();
        return new MemoryJournal.Entry(
                new Stamped(stamped.sequence(), stamped.venueTimeMs(), stamped.machineTimeMs(), flat),
                entry.commands());
    }

    private static Bar flat(Bar bar) {
        return EngineScenario.flatBar(bar.openTimeMs(), "2000");
    }

    private Engine follow(List<MemoryJournal.Entry> entries) {
        Engine engine = new Engine();
        RecordedTail tail = new RecordedTail(engine);
        for (MemoryJournal.Entry entry : entries) {
            tail.apply(entry.event(), entry.commands(), turn);
            assertThat(turn.commands()).as("nothing leaves").isEmpty();
        }
        return engine;
    }

    private static int firstEntry(List<MemoryJournal.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            boolean enters = entries.get(i).commands().stream()
                    .anyMatch(command -> command instanceof Command.PlaceOrders place && !place.reducesRisk());
            if (enters) {
                return i;
            }
        }
        throw new AssertionError("no entry was recorded");
    }

    private static void requireOrdersAsRecorded(Engine engine, List<MemoryJournal.Entry> entries) {
        Map<ClientOrderId, OrderRequest> recorded = new TreeMap<>();
        for (MemoryJournal.Entry entry : entries) {
            for (Command command : entry.commands()) {
                if (command instanceof Command.PlaceOrders place) {
                    place.orders().forEach(order -> recorded.put(order.order().id(), order.order()));
                }
            }
        }
        Map<ClientOrderId, OrderRequest> known = new TreeMap<>();
        engine.state().orders().forEach(order -> known.put(order.id(), order.request()));
        assertThat(recorded).isNotEmpty();
        assertThat(known).isEqualTo(recorded);
    }

    private static LegRecord leg(Engine engine) {
        return engine.state().pairs().getFirst().main();
    }
}
