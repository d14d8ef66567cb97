package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.SignedQuantity;
import java.util.SplittableRandom;

/** What a person does by hand at the venue, beside the product: trades at once, and lets orders rest. */
final class HandTrades {
    private static final long E8 = 100_000_000;

    private final World world;
    private final SplittableRandom random;

    HandTrades(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    private Scene.Keys someAccount() {
        return Scene.KEYS.get(random.nextInt(Scene.KEYS.size()));
    }

    private Instrument someMarket() {
        return Scene.INSTRUMENTS.get(random.nextInt(Scene.INSTRUMENTS.size()));
    }

    private SignedQuantity held(Scene.Keys keys, Instrument instrument) {
        return world.watch().books().size(VenueHost.addressOf(keys), instrument.market());
    }

    private long sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** A size worth 20 to 120 USD, in lots. */
    private long someLots(Instrument instrument) {
        long startE8 = Scene.START_PRICES.get(instrument.assetId()).e8();
        return Math.max(
                1,
                random.nextLong(20, 120) * E8 / startE8 * E8 / instrument.lot().e8());
    }

    /** Closes a part of a position, or opens one that nobody knows. */
    void trade() {
        Scene.Keys keys = someAccount();
        Instrument instrument = someMarket();
        SignedQuantity held = held(keys, instrument);
        boolean opens = held.isZero();
        long lots = opens
                ? someLots(instrument)
                : held.abs().e8() / instrument.lot().e8();
        long part = Math.max(1, opens || random.nextBoolean() ? lots : random.nextLong(lots + 1));
        SignedQuantity trade = new SignedQuantity(part * instrument.lot().e8() * (opens ? sign() : -held.signum()));
        world.trace().note("operator", "by hand " + keys.id() + " " + instrument.market() + " " + trade);
        world.coverage().hit(opens ? "operator opens by hand" : "operator closes by hand");
        world.venue().tradeByHand(keys, instrument, trade);
    }

    /** Lets an order rest a few percent away: a plain one, or a reduce-only one that would take what is held. */
    void rest() {
        Scene.Keys keys = someAccount();
        Instrument instrument = someMarket();
        SignedQuantity held = held(keys, instrument);
        boolean reduces = !held.isZero() && random.nextBoolean();
        long size =
                reduces ? -held.e8() : someLots(instrument) * instrument.lot().e8() * sign();
        int awayPpm = 5_000 + random.nextInt(30_000);
        world.trace().note("operator", "rests by hand " + keys.id() + " " + instrument.market() + " " + size);
        world.coverage().hit(reduces ? "operator rests reduce-only by hand" : "operator rests by hand");
        world.venue().restByHand(keys, instrument, new SignedQuantity(size), awayPpm, reduces);
    }

    /** Cancels what rests and was placed by hand. */
    void cancelAll() {
        Scene.KEYS.forEach(world.venue()::cancelByHand);
    }

    /** Closes at the venue what the engine does not know of: the remedy for an unknown position. */
    void closeUnknown() {
        for (Scene.Keys keys : Scene.KEYS) {
            for (Instrument instrument : Scene.INSTRUMENTS) {
                SignedQuantity unknown = world.watch().unknown(keys, instrument.market());
                if (!unknown.isZero()) {
                    world.trace().note("operator", "closes by hand " + keys.id() + " " + unknown);
                    world.venue().tradeByHand(keys, instrument, unknown.negate());
                }
            }
        }
    }
}
