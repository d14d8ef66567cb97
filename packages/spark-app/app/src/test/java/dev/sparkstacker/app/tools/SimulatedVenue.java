package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.sandbox.InProcessVenue;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.SeededGenerator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A venue on a generated market that outlives the processes trading on it and remembers every command that reached it. */
final class SimulatedVenue {
    /** A command that really left. */
    record Left(long cause, Command command) {}

    private final Deque<Event> inbox = new ArrayDeque<>();
    private final List<Left> left = new ArrayList<>();
    private final Set<ClientOrderId> ids = new TreeSet<>();
    private final InProcessVenue venue;
    private final SeededGenerator market;
    private long nowMs = RecordedRun.START_MS;
    private boolean announced;
    private @Nullable ClientOrderId twice;

    SimulatedVenue(long seed) {
        Map<AccountId, Usd> balances = new LinkedHashMap<>();
        balances.put(RecordedRun.MAIN, Usd.of("10000"));
        balances.put(RecordedRun.HEDGE, Usd.of("10000"));
        VenueRules rules = VenueRules.venue().withRequestBudget(1L << 50).withMinNotional(Usd.of("0.1"));
        venue = new InProcessVenue(
                List.of(MarketSpec.of(RecordedRun.INSTRUMENT)),
                balances,
                rules,
                List.of(Interval.M1),
                DepthModel.touch(),
                seed,
                nowMs,
                inbox::add);
        market = new SeededGenerator(RecordedRun.INSTRUMENT, seed, Price.of("2500"), nowMs - 300L * 60_000, nowMs);
        for (Bar bar : market.history(RecordedRun.ETH)) {
            venue.addHistory(RecordedRun.ETH, bar);
        }
    }

    long nowMs() {
        return venue.nowMs();
    }

    /** Tells the rules of the market, at the first start only: they are in the journal from then on. */
    void announceOnce() {
        if (!announced) {
            announced = true;
            venue.announce();
        }
    }

    void submit(long cause, Command command) {
        left.add(new Left(cause, command));
        for (ClientOrderId id : SimulatedTrader.ids(List.of(command))) {
            if (!ids.add(id)) {
                twice = id;
            }
        }
        venue.submit(command);
    }

    /** What waits for the process, or null. */
    @Nullable
    Event next() {
        return inbox.poll();
    }

    /** The process is dead: what was on its way to it is gone. */
    void hangUp() {
        inbox.clear();
    }

    void play() {
        venue.play(market, nowMs);
    }

    void advance(long millis) {
        venue.advanceTo(nowMs + millis);
    }

    void rest(long millis) {
        nowMs += 400 + millis;
    }

    /** Everything that ever left, in order. */
    List<Left> left() {
        return left;
    }

    /** A client id that two orders carried, or null. */
    @Nullable
    ClientOrderId usedTwice() {
        return twice;
    }

    /** Whether any order or position is open. */
    boolean isQuiet() {
        return venue.account(RecordedRun.MAIN).positions().isEmpty();
    }
}
