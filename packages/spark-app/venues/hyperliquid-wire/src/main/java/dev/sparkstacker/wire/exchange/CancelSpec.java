package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Key;

/** Cancels one order by the venue's id. */
public record CancelSpec(@Key("a") int asset, @Key("o") long oid) {}
