package dev.sparkstacker.journal;

import org.jspecify.annotations.Nullable;

/** What a record of a segment holds. */
enum RecordType {
    /** An event: {@code RecordCodec<Event>}. */
    EVENT(1),
    /** The commands of the event with the same sequence: varint count, then {@code RecordCodec<Command>} each. */
    COMMANDS(2),
    /** The end of a batch that was forced: int32 CRC32C of the batch, int64 rolling hash of all commands so far. */
    COMMIT(3),
    /** A snapshot of the state after this sequence was stored: int64 bytes, int32 CRC32C. */
    SNAPSHOT_MARK(4),
    /** The process ended in order: empty. */
    ORDERLY_STOP(5);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /** Its byte in a record's head. */
    int code() {
        return code;
    }

    static @Nullable RecordType byCode(int code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
