package dev.sparkstacker.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;

/** A {@link RandomVenue} for tests outside this package, and all that its exchange knows as text. */
public final class RememberedVenue {
    private final RandomVenue venue;

    public RememberedVenue(long seed) {
        venue = new RandomVenue(seed);
    }

    public Exchange exchange() {
        return venue.rig.exchange;
    }

    /** Adds a listener of what happens. */
    public void listener(ExchangeListener listener) {
        venue.rig.also = listener;
    }

    public void step() {
        venue.step();
    }

    /** An exchange of the same markets and rules that has no past. */
    public Exchange empty() {
        List<MarketSpec> specs = exchange().markets().stream().map(Market::spec).toList();
        return new Exchange(
                specs, exchange().rules(), new ExchangeListener() {}, exchange().nowMs());
    }

    /** Everything that must survive a restart. */
    public List<String> everything(Exchange known) {
        List<String> all = new ArrayList<>();
        all.add(known.venueState().toString());
        all.add(known.counters().toString());
        for (Account account : known.accounts()) {
            all.add(account.state().toString());
            account.orderHistory().forEach(order -> all.add(order.state().toString()));
            account.fills().forEach(fill -> all.add(fill.toString()));
            account.fundings().forEach(funding -> all.add(funding.toString()));
            account.ledger().forEach(entry -> all.add(entry.toString()));
            account.twaps().ended().forEach(twap -> all.add(twap.state().toString()));
        }
        return all;
    }
}
