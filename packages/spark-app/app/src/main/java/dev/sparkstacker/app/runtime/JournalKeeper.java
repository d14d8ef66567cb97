package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.model.JournalSettings;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalMaintenance;
import dev.sparkstacker.journal.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Compresses sealed segments of the journal and removes old ones, off the engine's thread. */
final class JournalKeeper implements AutoCloseable {
    private static final long EVERY_MINUTES = 10;

    private final Path journal;
    private final RetentionPolicy policy;
    private final LongSupplier storeCheckpoint;
    private final Consumer<IOException> onFailure;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("journal-keeper").unstarted(this::run);

    JournalKeeper(
            Path journal, JournalSettings settings, LongSupplier storeCheckpoint, Consumer<IOException> onFailure) {
        this.journal = journal;
        this.policy = new RetentionPolicy(
                settings.retentionDays(), settings.maxGb().movePointRight(9).longValue());
        this.storeCheckpoint = storeCheckpoint;
        this.onFailure = onFailure;
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(EVERY_MINUTES, TimeUnit.MINUTES)) {
                keep();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            JournalMaintenance.run(
                    new FileStorage(journal), policy, System.currentTimeMillis(), storeCheckpoint.getAsLong());
        } catch (IOException failure) {
            onFailure.accept(failure);
        } catch (RuntimeException damaged) {
            onFailure.accept(new IOException(damaged));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
