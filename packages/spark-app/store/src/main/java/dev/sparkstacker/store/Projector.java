package dev.sparkstacker.store;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.store.row.OutputRows;
import dev.sparkstacker.store.row.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the engine's outputs into the tables. Used by one thread at a time; it has no thread of its own.
 *
 * <pre>
 *  sequence     … 41 │ 42 42 42 │ 43 │ 45 45 …      outputs of one sequence are numbered 0, 1, 2 …
 *  checkpoint ───────────────────────┘             everything up to here is in, for good
 * </pre>
 *
 * <p>A row's key is (sequence, index), so that the same outputs always give the same rows: what is at or below the
 * checkpoint is skipped, what is above may be told again after a restart and changes nothing. Rows and checkpoint change
 * in one transaction.
 */
public final class Projector {
    /** The checkpoint of a store that has seen nothing. */
    public static final long NOTHING = -1;

    private final Database database;
    private volatile long checkpoint;
    private Place next = Place.START;

    Projector(Database database) {
        this.database = database;
        // an update that changes nothing: it proves at start, not at the first trade, that the store can be written
        this.checkpoint = database.write("checking that it can be written", connection -> {
            Tables tables = new Tables(connection);
            tables.touchCheckpoint();
            return tables.checkpoint();
        });
    }

    /** The sequence up to which all outputs are stored, or {@link #NOTHING}. */
    public long checkpoint() {
        return checkpoint;
    }

    /**
     * Stores outputs and the new checkpoint in one transaction.
     *
     * <p>A batch may end within a sequence; its next outputs then go on where these ended. {@code lastSequence} must
     * then be smaller than that sequence: whatever comes later at or below the checkpoint counts as stored already.
     *
     * @param batch outputs in the order in which the engine told them
     * @param lastSequence the highest sequence whose outputs are all in this batch or in earlier ones
     * @return how many outputs were above the checkpoint
     * @throws IllegalArgumentException if the outputs are out of order, or {@code lastSequence} is below the checkpoint;
     *     nothing is stored then
     * @throws StoreException if the database refuses; nothing is stored then, and the same call may be made again
     */
    public int apply(List<? extends Output> batch, long lastSequence) {
        if (lastSequence < checkpoint) {
            throw new IllegalArgumentException(
                    "The store is at sequence " + checkpoint + " and cannot go back to " + lastSequence);
        }
        List<Row> rows = new ArrayList<>(batch.size());
        Place place = next;
        for (Output output : batch) {
            long sequence = output.cause().sequence();
            if (sequence > checkpoint) {
                place = place.at(sequence);
                rows.add(OutputRows.write(output, place.index()));
                place = place.following();
            }
        }
        database.write("storing outputs up to sequence " + lastSequence, connection -> {
            Tables tables = new Tables(connection);
            tables.insert(rows);
            tables.setCheckpoint(lastSequence);
            return true;
        });
        checkpoint = lastSequence;
        next = place;
        return rows.size();
    }

    /**
     * Removes what the journal does not hold: every row above the cut, and rows above the checkpoint, which may be part
     * of a sequence. Current states go back to what they were at that point. To be called at start, before outputs are
     * stored.
     *
     * @param sequence the last sequence of the journal
     * @return how many history rows were removed
     * @throws StoreException if the database refuses; nothing is removed then
     */
    public int deleteBeyond(long sequence) {
        long cut = Math.min(sequence, checkpoint);
        int deleted = database.write("removing rows beyond sequence " + cut, connection -> {
            Tables tables = new Tables(connection);
            int rows = tables.removeBeyond(cut);
            tables.setCheckpoint(cut);
            return rows;
        });
        checkpoint = cut;
        next = Place.START;
        return deleted;
    }

    /**
     * Empties every table; the checkpoint is {@link #NOTHING} again, and the journal can be replayed into the store.
     *
     * @throws StoreException if the database refuses; nothing is removed then
     */
    public void truncateAll() {
        deleteBeyond(NOTHING);
    }

    /** The key that the next output gets if it belongs to {@code sequence}. */
    private record Place(long sequence, int index) {
        static final Place START = new Place(NOTHING, 0);

        Place at(long outputSequence) {
            if (outputSequence < sequence) {
                throw new IllegalArgumentException(
                        "Outputs out of order: sequence " + outputSequence + " after " + sequence);
            }
            return outputSequence == sequence ? this : new Place(outputSequence, 0);
        }

        Place following() {
            return new Place(sequence, index + 1);
        }
    }
}
