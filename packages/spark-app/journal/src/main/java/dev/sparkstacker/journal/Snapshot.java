package dev.sparkstacker.journal;

/** A snapshot that was read and found whole. */
public final class Snapshot {
    private final SnapshotHeader header;
    private final byte[] state;

    Snapshot(SnapshotHeader header, byte[] state) {
        this.header = header;
        this.state = state;
    }

    /** Who took it and when. */
    public SnapshotHeader header() {
        return header;
    }

    /** The last event folded into the state. */
    public long sequence() {
        return header.sequence();
    }

    /** The engine's state. */
    public byte[] state() {
        return state.clone();
    }
}
