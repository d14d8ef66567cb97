package dev.sparkstacker.simulator.world;

import dev.sparkstacker.sandbox.exchange.TradingPhase;

/**
 * How long nothing has gone wrong around the process: no fault struck at an edge, no cut, refusing or slow network, no
 * phase of the venue, no trouble of the disk or the clock, no start.
 */
final class Calm {
    private final World world;
    private long struck;
    private long sinceSeconds;

    Calm(World world) {
        this.world = world;
    }

    /** Something went wrong now. */
    void disturbed() {
        sinceSeconds = world.seconds();
    }

    /** A second has passed: looks around. */
    void look() {
        long struckNow = world.venue().faults().struck();
        boolean troubled = struckNow != struck
                || world.network().isTroubled()
                || world.venue().exchange().phase() != TradingPhase.NORMAL;
        struck = struckNow;
        if (troubled) {
            disturbed();
        }
    }

    /** Seconds since the last trouble. */
    long seconds() {
        return world.seconds() - sinceSeconds;
    }
}
