package dev.sparkstacker.store;

import static dev.sparkstacker.store.Samples.ETH;
import static dev.sparkstacker.store.Samples.MAIN;
import static dev.sparkstacker.store.Samples.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.store.row.OutputRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of writing on every database. */
abstract class ProjectionScenarios extends StoreFixture {
    @Test
    void everyKindOfOutputIsReadBackAsItWasTold() {
        List<Output> told = Samples.everyKind();
        assertThat(told.stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("the samples hold every kind")
                .hasSameSizeAs(kinds().toList());

        assertThat(store.projector().apply(told, 14)).isEqualTo(told.size());
        reopen();

        kinds().forEach(kind -> assertThat(store.outputs().recent(kind, ALL))
                .as(kind.getSimpleName())
                .map(Output.class::cast)
                .isEqualTo(told.stream().filter(kind::isInstance).toList().reversed()));
        assertThat(store.projector().checkpoint()).isEqualTo(14);
    }

    @Test
    void theSameOutputsAgainChangeNothing() {
        store.projector().apply(Samples.everyKind(), 14);
        Map<String, Object> before = everything();

        assertThat(store.projector().apply(Samples.everyKind(), 14)).isZero();
        reopen();
        assertThat(store.projector().apply(Samples.everyKind(), 14)).isZero();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void outputsAboveTheCheckpointMayBeToldAgainAfterARestart() {
        store.projector().apply(Samples.everyKind(), 6);
        Map<String, Object> before = everything();
        reopen();

        store.projector().apply(Samples.everyKind(), 6);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aBatchMayEndWithinASequence() {
        store.projector().apply(Samples.everyKind(), 14);
        Map<String, Object> inOneBatch = everything();
        store.projector().truncateAll();

        for (Output output : Samples.everyKind()) {
            store.projector().apply(List.of(output), output.cause().sequence() - 1);
        }
        store.projector().apply(List.of(), 14);

        assertThat(everything()).isEqualTo(inOneBatch);
    }

    @Test
    void aBatchThatIsRefusedLeavesNothingBehind() {
        store.projector().apply(Samples.everyKind(), 14);
        Map<String, Object> before = everything();
        Output good = Samples.equity(20, MAIN, "1");
        Output outOfOrder = Samples.equity(19, MAIN, "2");

        assertThatThrownBy(() -> store.projector().apply(List.of(good, outOfOrder), 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sequence 19 after 20");
        assertThatThrownBy(() -> store.projector().apply(List.of(), 13)).isInstanceOf(IllegalArgumentException.class);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aBatchThatFailsHalfwayIsRolledBackAndMayBeToldAgain() throws Exception {
        List<Output> batch = List.of(
                Samples.order(1, Samples.entry(1), OrderState.SENT),
                new Output.MarketMarked(Samples.cause(1), ETH, Price.of("1670.2"), null, null),
                Samples.leg(1, MAIN, MAIN_LEG, LegState.ENTERING, "0"));
        execute("ALTER TABLE market_marks RENAME TO elsewhere");

        assertThatThrownBy(() -> store.projector().apply(batch, 1)).isInstanceOf(StoreException.class);
        assertThat(store.trading().recentOrders(ALL)).isEmpty();
        assertThat(store.trading().legs()).isEmpty();
        assertThat(store.projector().checkpoint()).isEqualTo(Projector.NOTHING);

        execute("ALTER TABLE elsewhere RENAME TO market_marks");
        assertThat(store.projector().apply(batch, 1)).isEqualTo(3);
        assertThat(store.trading().recentOrders(ALL)).hasSize(1);
        assertThat(store.outputs().recent(Output.MarketMarked.class, ALL)).hasSize(1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void onlyStatisticsAreFloatingPoint() throws SQLException {
        Map<String, String> floating = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                String type = columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (name.endsWith("_e8") || name.endsWith("_e12")) {
                    assertThat(type).as(name).isIn("bigint", "int8");
                }
                boolean ours = OutputRows.ALL.stream()
                        .anyMatch(kind -> kind.table().columns().contains(name));
                if (ours && (type.contains("double") || type.contains("float") || type.contains("real"))) {
                    floating.put(name, type);
                }
            }
        }
        assertThat(floating).containsOnlyKeys("confidence");
    }

    @Test
    void rowsBeyondTheCutAreRemovedAndCurrentStatesGoBack() {
        List<Output> told = Samples.everyKind();
        store.projector()
                .apply(told.stream().filter(it -> it.cause().sequence() <= 6).toList(), 6);
        Map<String, Object> atSix = everything();
        store.projector()
                .apply(told.stream().filter(it -> it.cause().sequence() > 6).toList(), 14);

        assertThat(store.projector().deleteBeyond(6)).isEqualTo((int)
                told.stream().filter(it -> it.cause().sequence() > 6).count());

        assertThat(everything()).isEqualTo(atSix);
        assertThat(store.trading().openOrders())
                .singleElement()
                .extracting(Output.OrderChanged::state)
                .isEqualTo(OrderState.SENT);
        assertThat(store.trading().legs()).isEmpty();
    }

    @Test
    void otherOutputsMayFollowTheCut() {
        store.projector().apply(Samples.everyKind(), 14);
        store.projector().deleteBeyond(7);
        Output.LegChanged other = Samples.leg(8, MAIN, MAIN_LEG, LegState.EXITING, "0.0048");

        store.projector().apply(List.of(other), 8);

        assertThat(store.trading().openLegs()).containsExactly(other);
    }

    @Test
    void partOfASequenceAboveTheCheckpointIsRemovedAtStart() {
        store.projector().apply(Samples.everyKind(), 10);
        reopen();

        store.projector().deleteBeyond(14);

        assertThat(store.projector().checkpoint()).isEqualTo(10);
        assertThat(store.outputs().recent(Output.IncidentRaised.class, ALL)).isEmpty();
        assertThat(store.trading().recentTrades(ALL)).hasSize(1);
    }

    @Test
    void anEmptiedStoreTakesEverythingAgain() {
        store.projector().apply(Samples.everyKind(), 14);
        Map<String, Object> before = everything();

        store.projector().truncateAll();
        assertThat(store.projector().checkpoint()).isEqualTo(Projector.NOTHING);
        assertThat(store.trading().recentOrders(ALL)).isEmpty();
        store.projector().apply(Samples.everyKind(), 14);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void readersSeeWholeBatchesWhileTheWriterWrites() throws Exception {
        int batches = 100;
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> seen = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                seen.add(readers.submit(() -> {
                    long last = 0;
                    do {
                        long count = store.trading().recentTrades(ALL).size();
                        assertThat(count % 5)
                                .as("trades are stored five at a time")
                                .isZero();
                        assertThat(count).isGreaterThanOrEqualTo(last);
                        last = count;
                    } while (writing.get());
                    return last;
                }));
            }
            try {
                for (int batch = 1; batch <= batches; batch++) {
                    Output trade = Samples.trade(batch, MAIN_LEG, "1", "0", "0", "1");
                    store.projector().apply(List.of(trade, trade, trade, trade, trade), batch);
                }
            } finally {
                writing.set(false);
            }
            for (Future<Long> reader : seen) {
                assertThat(reader.get()).isLessThanOrEqualTo(batches * 5L);
            }
        }
        assertThat(store.trading().recentTrades(ALL)).hasSize(batches * 5);
    }
}
