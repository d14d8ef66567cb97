package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.hyperliquid.feed.Streams;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.machine.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done regularly, by machine time: stale feeds are looked for each 100 ms; the venue's heartbeat, which tells its
 * time and its condition, is asked for (often at first, while the clock's rate is unknown, then each 5 s); and the accounts
 * are looked after.
 */
final class Housekeeping implements AutoCloseable {
    private static final long CHECK_MS = 100;
    private static final long FIRST_PROBE_MS = 200;
    private static final long LAST_PROBE_MS = 5_000;

    private final VenueClients clients;
    private final Streams streams;
    private final List<AccountWatch> accounts;
    private final VenueCondition condition = new VenueCondition();
    private final Machine machine;
    private final List<Machine.Task> tasks = new ArrayList<>();

    Housekeeping(VenueClients clients, Streams streams, List<AccountWatch> accounts) {
        this.clients = clients;
        this.streams = streams;
        this.accounts = List.copyOf(accounts);
        this.machine = clients.machine();
    }

    void start() {
        tasks.add(machine.every("feed-check", CHECK_MS, streams::check));
        tasks.add(machine.start("clock-probe", this::probe));
        tasks.add(machine.start("account-watch", this::lookAfter));
    }

    /** A failed probe is reported as a request; the estimate goes on at no more than the machine's pace. */
    private void probe() throws InterruptedException {
        long pauseMs = FIRST_PROBE_MS;
        while (true) {
            machine.sleep(pauseMs);
            pauseMs = isAnswered() ? Math.min(LAST_PROBE_MS, pauseMs * 2) : LAST_PROBE_MS;
        }
    }

    private boolean isAnswered() throws InterruptedException {
        try {
            condition.heard(clients.info().probeTime(Priority.ASK));
            streams.maintenance(condition.maintenance());
            return true;
        } catch (ReadException e) {
            condition.missed(String.valueOf(e.getMessage()));
            streams.maintenance(condition.maintenance());
            return false;
        }
    }

    /** What cannot be read now is tried again at the next look. */
    private void lookAfter() throws InterruptedException {
        while (true) {
            machine.sleep(LAST_PROBE_MS);
            for (AccountWatch account : accounts) {
                look(account);
            }
        }
    }

    private void look(AccountWatch account) throws InterruptedException {
        try {
            account.look(machine.nanos());
        } catch (ReadException e) {
            // The failed request is reported by the client.
        }
    }

    @Override
    public void close() {
        tasks.forEach(Machine.Task::interrupt);
    }
}
