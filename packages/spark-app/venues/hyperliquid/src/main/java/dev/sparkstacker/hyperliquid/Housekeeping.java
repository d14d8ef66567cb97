package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.hyperliquid.feed.Streams;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.RateLimit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is done regularly, by machine time: stale feeds are looked for each 100 ms, the venue's clock is probed (often at
 * first, while its rate is unknown, then each 5 s), and the accounts' action budgets are read each ten minutes.
 */
final class Housekeeping implements AutoCloseable {
    private static final long CHECK_MS = 100;
    private static final long FIRST_PROBE_MS = 200;
    private static final long LAST_PROBE_MS = 5_000;
    private static final long BUDGET_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final VenueClients clients;
    private final Streams streams;
    private final List<AccountAccess> accounts;
    private final ConnectorListener listener;
    private final List<Thread> threads;

    Housekeeping(VenueClients clients, Streams streams, List<AccountAccess> accounts, ConnectorListener listener) {
        this.clients = clients;
        this.streams = streams;
        this.accounts = accounts;
        this.listener = listener;
        this.threads = List.of(
                Thread.ofVirtual().name("feed-check").unstarted(() -> untilInterrupted(this::checkFeeds)),
                Thread.ofVirtual().name("clock-probe").unstarted(() -> untilInterrupted(this::probe)));
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static void untilInterrupted(Loop loop) {
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkFeeds() throws InterruptedException {
        while (true) {
            TimeUnit.MILLISECONDS.sleep(CHECK_MS);
            streams.check();
        }
    }

    /** A failed probe is reported as a request; the estimate goes on at no more than the machine's pace. */
    private void probe() throws InterruptedException {
        long pauseMs = FIRST_PROBE_MS;
        long budgetsReadAt = System.nanoTime() - BUDGET_NANOS;
        while (true) {
            TimeUnit.MILLISECONDS.sleep(pauseMs);
            pauseMs = Math.min(LAST_PROBE_MS, pauseMs * 2);
            try {
                clients.info().probeTime(Priority.BACKGROUND);
                if (System.nanoTime() - budgetsReadAt >= BUDGET_NANOS) {
                    budgetsReadAt = System.nanoTime();
                    readAddressBudgets();
                }
            } catch (ReadException e) {
                pauseMs = LAST_PROBE_MS;
            }
        }
    }

    private void readAddressBudgets() throws ReadException, InterruptedException {
        for (AccountAccess access : accounts) {
            RateLimit limit = clients.info()
                    .ask(new InfoRequest.UserRateLimit(access.address().text()), Priority.BACKGROUND);
            listener.addressBudgetRead(access.id().name(), limit.nRequestsUsed(), limit.nRequestsCap());
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
