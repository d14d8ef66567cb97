package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.sandbox.exchange.Exchange;
import java.util.List;

/** Everything that one step changed; a torn line loses its step as a whole. */
public record StateLine(long venueMs, Exchange.Counters counters, List<StateRow> rows) {}
