package dev.sparkstacker.store;

import static dev.sparkstacker.store.Samples.MACD;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.query.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new store for each test, on the database that a subclass names. */
abstract class StoreFixture {

    static final Page ALL = Page.newest(1_000);

    String url = "";

    @SuppressWarnings("NullAway.Init") // set before each test
    Store store;

    /** The address of a database that nobody has used yet. */
    abstract String newDatabase() throws Exception;

    @BeforeEach
    void openNewStore() throws Exception {
        url = newDatabase();
        store = Store.open(url);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    final void reopen() {
        store.close();
        store = Store.open(url);
    }

    /** Everything a reader can see, by table. */
    final Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        kinds().forEach(kind -> all.put(kind.getSimpleName(), store.outputs().recent(kind, ALL)));
        all.put("orders", store.trading().recentOrders(ALL));
        all.put("legs", store.trading().legs());
        all.put("equity", store.trading().latestEquity());
        all.put("why", store.explanations().why(MACD));
        all.put("checkpoint", store.projector().checkpoint());
        return all;
    }

    static Stream<Class<? extends Output>> kinds() {
        return Stream.of(Output.class.getPermittedSubclasses()).map(kind -> kind.asSubclass(Output.class));
    }
}
