package dev.sparkstacker.domain.port;

/** The two clocks of the product. */
public interface Clocks {
    /** Venue time in milliseconds, as estimated from the venue's own frames. */
    long venueTimeMs();

    /** Machine time in milliseconds since the UTC epoch. */
    long machineTimeMs();
}
