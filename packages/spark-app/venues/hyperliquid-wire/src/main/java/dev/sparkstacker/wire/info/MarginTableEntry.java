package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;

/**
 * A margin table with its id.
 */
@Tuple
public record MarginTableEntry(int id, MarginTable table) {}
