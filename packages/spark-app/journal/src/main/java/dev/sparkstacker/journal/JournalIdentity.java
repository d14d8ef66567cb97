package dev.sparkstacker.journal;

/**
 * Who writes the journal.
 *
 * @param build which code trades
 * @param configHash which configuration it trades with
 * @param stateSchemaHash the form of the engine's snapshots; a snapshot of another form is not used
 */
public record JournalIdentity(String build, String configHash, long stateSchemaHash) {}
