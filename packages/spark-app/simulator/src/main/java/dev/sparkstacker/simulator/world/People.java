package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.sandbox.exchange.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Those who ask the product for things, move money, and look after it every few minutes. */
final class People {
    private static final long SECOND = 1_000_000_000L;
    private static final String WHO = "cli:operator";

    private final World world;
    private final SplittableRandom random;
    private final HandTrades hand;
    private final List<HaltScope> halted = new ArrayList<>();
    private long requests;

    People(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.hand = new HandTrades(world, random.split());
    }

    /** Somebody does something. */
    void act() {
        TradingProcess process = world.process();
        if (process == null || !process.isRunning()) {
            return;
        }
        switch (random.nextInt(14)) {
            case 0, 1 -> publish(new OperatorEvent.HaltRequested(++requests, WHO, "simulated"));
            case 2 -> publish(new OperatorEvent.FlattenRequested(++requests, WHO, "simulated"));
            case 3, 4 -> close();
            case 5, 6, 7 -> hand.trade();
            case 8, 9 -> hand.rest();
            case 10 -> moveMoney();
            case 11, 12 -> haltPart();
            default -> stop();
        }
    }

    private void close() {
        Instrument instrument = Scene.INSTRUMENTS.get(random.nextInt(Scene.INSTRUMENTS.size()));
        Rate part = random.nextBoolean() ? Rate.of("1") : Rate.of("0.5");
        publish(new OperatorEvent.CloseRequested(++requests, WHO, instrument.market(), part));
    }

    private void haltPart() {
        HaltScope scope = part();
        halted.add(scope);
        publish(new OperatorEvent.PartialHaltRequested(++requests, WHO, scope, "simulated"));
    }

    private HaltScope part() {
        var strategies = world.setting().trading().strategies();
        StrategyId strategy = strategies.get(random.nextInt(strategies.size())).id();
        return switch (random.nextInt(3)) {
            case 0 -> new HaltScope.OneStrategy(strategy);
            case 1 ->
                new HaltScope.OneMarket(Scene.INSTRUMENTS
                        .get(random.nextInt(Scene.INSTRUMENTS.size()))
                        .market());
            default ->
                new HaltScope.OneAccount(
                        Scene.KEYS.get(random.nextInt(Scene.KEYS.size())).id());
        };
    }

    private void stop() {
        publish(new OperatorEvent.StopRequested(++requests, WHO, random.nextBoolean()));
        long nanos = (1 + random.nextInt(30)) * SECOND;
        var _ = world.timeline().after(nanos, () -> {
            TradingProcess now = world.process();
            if (now != null && !world.isHealed()) {
                now.stopInOrder();
            }
        });
    }

    /** Somebody deposits, or withdraws what is free. */
    private void moveMoney() {
        Address owner = VenueHost.addressOf(Scene.KEYS.get(random.nextInt(Scene.KEYS.size())));
        Usd amount = Usd.of(String.valueOf(50 + random.nextInt(900)));
        if (random.nextBoolean()) {
            world.venue().exchange().deposit(owner, amount);
            world.coverage().hit("operator deposits");
        } else if (world.venue().exchange().withdraw(owner, amount).isEmpty()) {
            world.coverage().hit("operator withdraws");
        }
    }

    private void publish(OperatorEvent event) {
        TradingProcess process = world.process();
        if (process != null) {
            world.trace().note("operator", event.toString());
            world.coverage().hit("operator " + event.getClass().getSimpleName());
            process.request(event);
        }
    }

    /** Somebody looks in every few minutes and lets it enter again where it is halted. */
    void lookAfter() {
        var _ = world.timeline().after((60 + random.nextInt(300)) * SECOND, () -> {
            if (!world.isHealed()) {
                resumeIfHalted();
                lookAfter();
            }
        });
    }

    /** Nothing that was placed by hand rests any more, and nothing is held that the engine does not know of. */
    void tidyUpByHand() {
        hand.cancelAll();
        if (world.watch().view().state() == TradingState.HALTED) {
            hand.closeUnknown();
        }
    }

    /** Resets the breakers that are tripped, and lets it enter again where it is halted, until it says that it may. */
    void resumeIfHalted() {
        TradingProcess process = world.process();
        if (process == null || !process.isRunning()) {
            return;
        }
        for (String breaker : world.watch().view().tripped()) {
            publish(new OperatorEvent.BreakerResetRequested(++requests, WHO, breaker, "looked after"));
        }
        if (world.watch().view().pulled().isEmpty()) {
            halted.clear();
        }
        for (HaltScope scope : halted) {
            publish(new OperatorEvent.PartialResumeRequested(++requests, WHO, scope, "looked after"));
        }
        if (world.watch().view().state() == TradingState.HALTED) {
            publish(new OperatorEvent.ResumeRequested(++requests, WHO, "looked after"));
        }
    }
}
