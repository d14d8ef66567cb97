package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalEntry;
import dev.sparkstacker.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decisions and fills on both sides of a trader's kills.
 *
 * <pre>
 *  journal: orders placed  ⊇ venue: client ids      nothing leaves that was not journaled
 *  store: orders known     ⊇ journal: orders placed every decision is known after the restart
 *  store: fills            = venue: fills           none lost, none booked twice
 * </pre>
 */
final class TraderBooks {
    private final Path journal;
    private final String database;
    private final List<VenueLedger> ledgers;
    private final Duration patience;
    private final Set<String> placed = new TreeSet<>();
    private final Set<String> filled = new TreeSet<>();

    TraderBooks(Path dataDir, String venue, Duration patience) {
        this.journal = dataDir.resolve("journal");
        this.database = "jdbc:sqlite:" + dataDir.resolve("store").resolve("spark-stacker.db");
        this.ledgers = List.of(new VenueLedger(venue, "main"), new VenueLedger(venue, "hedge"));
        this.patience = patience;
    }

    /** Reads the dead trader's journal and the venue, and holds the one against the other. */
    void readAfterKill() throws Exception {
        readJournal();
        readVenue();
    }

    private void readJournal() throws IOException {
        try (JournalReader reader = JournalReader.open(new FileStorage(journal))) {
            while (reader.hasNext()) {
                if (reader.next() instanceof JournalEntry.CommandsRecorded recorded) {
                    recorded.commands().forEach(this::place);
                }
            }
        }
    }

    private void place(Command command) {
        if (command instanceof Command.PlaceOrders place) {
            place.orders().forEach(order -> placed.add(order.order().id().toString()));
        }
    }

    private void readVenue() throws Exception {
        for (VenueLedger ledger : ledgers) {
            ledger.read();
            assertThat(placed)
                    .as("orders in the journal, with all that the venue has")
                    .containsAll(ledger.clientIds());
            filled.addAll(ledger.fills());
        }
    }

    /** The next process comes to know every order that was placed and every fill that was made before it. */
    void requireCaughtUp() {
        await("the store knows every order placed and every fill made before the kill")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    assertThat(column("SELECT client_id FROM orders"))
                            .as("orders in the store")
                            .containsAll(placed);
                    assertThat(storedFills()).as("fills in the store").containsAll(filled);
                });
    }

    /** Nothing is on its way any more: both sides hold the same, once each, and every order is decided. */
    void requireLevel() throws Exception {
        readAfterKill();
        for (VenueLedger ledger : ledgers) {
            ledger.requireSound();
        }
        assertThat(filled).as("fills at the venue").isNotEmpty();
        assertThat(storedFills()).as("fills in the store").containsExactlyInAnyOrderElementsOf(filled);
        assertThat(column("SELECT client_id FROM orders"))
                .as("orders in the store")
                .containsExactlyInAnyOrderElementsOf(placed);
        assertThat(column("SELECT client_id FROM orders WHERE state IN ('SENT', 'RESTING', 'UNKNOWN')"))
                .as("orders that nobody knows the end of")
                .isEmpty();
    }

    private List<String> storedFills() throws SQLException {
        return column("SELECT account || '/' || trade_id FROM fills");
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return placed.size() + " orders placed, " + filled.size() + " fills, the same on both sides";
    }
}
