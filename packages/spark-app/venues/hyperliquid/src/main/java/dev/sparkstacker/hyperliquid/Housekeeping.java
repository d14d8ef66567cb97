package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.hyperliquid.feed.Streams;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.RateLimit;
import java.util.ArrayList;
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
    private final Machine machine;
    private final List<Machine.Task> tasks = new ArrayList<>();

    Housekeeping(VenueClients clients, Streams streams, List<AccountAccess> accounts, ConnectorListener listener) {
        this.clients = clients;
        this.streams = streams;
        this.accounts = accounts;
        this.listener = listener;
        this.machine = clients.machine();
    }

    void start() {
        tasks.add(machine.every("feed-check", CHECK_MS, streams::check));
        tasks.add(machine.start("clock-probe", this::probe));
    }

    /** A failed probe is reported as a request; the estimate goes on at no more than the machine's pace. */
    private void probe() throws InterruptedException {
        long pauseMs = FIRST_PROBE_MS;
        long budgetsReadAt = machine.nanos() - BUDGET_NANOS;
        while (true) {
            machine.sleep(pauseMs);
            pauseMs = Math.min(LAST_PROBE_MS, pauseMs * 2);
            try {
                clients.info().probeTime(Priority.BACKGROUND);
                if (machine.nanos() - budgetsReadAt >= BUDGET_NANOS) {
                    budgetsReadAt = machine.nanos();
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
        tasks.forEach(Machine.Task::interrupt);
    }
}
