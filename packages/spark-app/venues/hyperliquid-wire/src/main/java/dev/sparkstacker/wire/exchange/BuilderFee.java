package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Key;

/**
 * A fee for the builder of the client.
 *
 * @param builder lower-case address
 * @param fee tenths of a basis point; at most 100 on perps, 1000 on spot
 */
public record BuilderFee(@Key("b") String builder, @Key("f") int fee) {}
