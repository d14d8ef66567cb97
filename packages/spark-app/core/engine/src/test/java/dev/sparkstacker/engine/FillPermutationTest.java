package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Fills, acknowledgements, duplicates, cancels and readings in every order, against a ledger that knows no order.
 *
 * <p>Sixty stories of six events have 43,200 orders. By default 5,000 of them are told, spread evenly; the system
 * property {@code spark.fills.cases} asks for more, and what goes beyond 43,200 is random: some events left out or told
 * again.
 */
class FillPermutationTest {
    private static final int CASES =
            Integer.getInteger("spark.fills.cases", Boolean.getBoolean("spark.test.full") ? 1_043_200 : 5_000);
    private static final int PERMUTATIONS = 720;

    @Test
    void whateverTheOrderTheBooksAreThoseOfTheReferenceLedger() {
        List<FillStory> stories = FillStory.all();
        int whole = stories.size() * PERMUTATIONS;
        assertThat(whole).isEqualTo(43_200);
        for (int n = 0; n < CASES; n++) {
            if (n < whole) {
                long at = CASES >= whole ? n : (long) n * whole / CASES;
                FillStory story = stories.get((int) (at / PERMUTATIONS));
                check(story, permutation(story.events(), (int) (at % PERMUTATIONS)), "permutation " + at);
            } else {
                Random random = new Random(n);
                FillStory story = stories.get(random.nextInt(stories.size()));
                check(story, someOf(story.events(), random), "random case " + n);
            }
        }
        System.out.println(CASES + " orders of fills agree with the reference ledger");
    }

    /** The permutation with a number, in the factorial number system. */
    private static List<Event> permutation(List<Event> events, int number) {
        List<Event> left = new ArrayList<>(events);
        List<Event> order = new ArrayList<>();
        int rest = number;
        for (int size = left.size(); size > 0; size--) {
            order.add(left.remove(rest % size));
            rest /= size;
        }
        return order;
    }

    private static List<Event> someOf(List<Event> events, Random random) {
        List<Event> some = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            some.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(some, random);
        return some;
    }

    private static void check(FillStory story, List<Event> events, String which) {
        SilentVenue venue = new SilentVenue(story.state());
        events.forEach(venue::tell);
        String what = story.name() + ", " + which + ": " + events;
        List<Fill> told = new ArrayList<>(story.before());
        events.forEach(event -> told.addAll(fillsOf(event)));
        ReferenceLedger ledger = ReferenceLedger.of(told);
        LegRecord leg = venue.main();

        assertThat(leg.position().size()).as("position after %s", what).isEqualTo(ledger.position());
        assertThat(cash(venue, leg)).as("cash after %s", what).isEqualTo(ledger.cash());
        assertThat(fees(venue, leg)).as("fees after %s", what).isEqualTo(ledger.fees());
        assertThat(booked(venue, story)).as("booked after %s", what).isEqualTo(ledger.sizes());
        OrderRecord order = venue.engine.state().orders().stream()
                .filter(each -> each.id().equals(story.order()))
                .findFirst()
                .orElseThrow();
        assertThat(order.filled()).as("filled after %s", what).isEqualTo(ledger.filled(story.order()));
        boolean flat = ledger.position().isZero();
        assertThat(venue.outputs.stream().filter(Output.TradeClosed.class::isInstance))
                .as("trades after %s", what)
                .hasSize(flat && !told.isEmpty() ? 1 : 0);
    }

    private static List<Fill> fillsOf(Event event) {
        return switch (event) {
            case AccountEvent.FillReceived received -> List.of(received.fill());
            case AccountEvent.AccountRead read -> read.fills();
            case AnswerEvent.OrderStatusRead read -> read.fills();
            default -> List.of();
        };
    }

    private static Usd cash(SilentVenue venue, LegRecord leg) {
        Position open = leg.position();
        Usd gain = open.exitNotional().minus(open.entryNotional());
        Usd cash = (open.side() == Side.SELL ? gain.negate() : gain).minus(open.fees());
        for (Output output : venue.outputs) {
            cash = output instanceof Output.TradeClosed trade ? cash.plus(trade.netPnl()) : cash;
        }
        return cash;
    }

    private static Usd fees(SilentVenue venue, LegRecord leg) {
        Usd fees = leg.position().fees();
        for (Output output : venue.outputs) {
            fees = output instanceof Output.TradeClosed trade ? fees.plus(trade.fees()) : fees;
        }
        return fees;
    }

    /** How much of each fill was booked to the leg, those before the story included. */
    private static Map<Long, Quantity> booked(SilentVenue venue, FillStory story) {
        Map<Long, Quantity> booked = new TreeMap<>();
        story.before().forEach(fill -> booked.put(fill.tradeId(), fill.size()));
        for (Output output : venue.outputs) {
            if (output instanceof Output.FillBooked fill && fill.leg() != null) {
                booked.merge(fill.fill().tradeId(), fill.booked(), Quantity::plus);
            }
        }
        return booked;
    }
}
