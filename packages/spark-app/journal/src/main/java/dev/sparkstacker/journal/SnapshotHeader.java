package dev.sparkstacker.journal;

/**
 * What a snapshot file holds.
 *
 * @param run id of the run
 * @param epoch the start of the process that took it
 * @param sequence the last event folded into the state
 * @param build which code took it
 * @param stateSchemaHash the form of the state
 * @param stateBytes bytes of the state
 * @param stateCrc CRC32C of the state
 */
public record SnapshotHeader(
        int run, int epoch, long sequence, String build, long stateSchemaHash, long stateBytes, int stateCrc) {}
