package dev.sparkstacker.app.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.random.RandomGenerator;

/** A file of the real disk whose k-th change fails; a write that fails has written some of its bytes. */
final class FailingChannel extends FileChannel {
    private final FileChannel file;
    private final Plan plan;

    /** What goes wrong. */
    enum Kind {
        INPUT_OUTPUT("Input/output error"),
        NO_SPACE("No space left on device"),
        FORCE("Input/output error");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    /** When what goes wrong, counted over all files that share it. */
    static final class Plan {
        private final Kind kind;
        private final int at;
        private final boolean lasting;
        private final RandomGenerator random;
        private int changes;
        private int failures;

        /**
         * @param at number of the first write or force that fails, from 1
         * @param lasting whether all of that kind after it fail too
         * @param random draws how much of a failed write is on the disk
         */
        Plan(Kind kind, int at, boolean lasting, RandomGenerator random) {
            this.kind = kind;
            this.at = at;
            this.lasting = lasting;
            this.random = random;
        }

        private boolean fails(boolean force) {
            changes++;
            boolean due = lasting ? changes >= at : changes >= at && failures == 0;
            boolean fails = due && force == (kind == Kind.FORCE);
            failures += fails ? 1 : 0;
            return fails;
        }

        /** How many changes failed. */
        int failures() {
            return failures;
        }

        @Override
        public String toString() {
            return kind + " from change " + at + (lasting ? " on" : " once");
        }
    }

    FailingChannel(FileChannel file, Plan plan) {
        this.file = file;
        this.plan = plan;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (!plan.fails(false)) {
            return file.write(source, position);
        }
        ByteBuffer part = source.slice(source.position(), plan.random.nextInt(source.remaining()));
        while (part.hasRemaining()) {
            file.write(part, position + part.position());
        }
        throw new IOException(plan.kind.message);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (plan.fails(true)) {
            throw new IOException(plan.kind.message);
        }
        file.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return file.read(targets, offset, length);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        file.position(newPosition);
        return this;
    }

    @Override
    public int write(ByteBuffer source) {
        throw notCounted();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw notCounted();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw notCounted();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw notCounted();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw notCounted();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw notCounted();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw notCounted();
    }

    private static UnsupportedOperationException notCounted() {
        return new UnsupportedOperationException("Small files are written in place, at a position");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
