package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.guard.WatchdogReport.State;
import dev.sparkstacker.domain.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Watches a trading process from another one and stands in for it at the venue when it is gone or silent.
 *
 * <pre>
 *            a beat that says somebody looks
 *  WAITING ────────────────────────────────► WATCHING ──── no such beat for long ────► ACTING ──► ACTED, keeps looking
 *     ▲  nothing to watch yet                  │  ▲                                       │
 *     └──────── orderly stop ──────────────────┘  └──────── such a beat again ────────────┘
 * </pre>
 *
 * <p>A start that is under way does not count as looking: a process that dies at each start leaves its positions alone as
 * surely as one that is gone. As soon as a process trades again, the watchdog lets go.
 */
public final class Watchdog implements AutoCloseable {
    private static final long TICK_MS = 250;
    private static final long MOST_COUNTED_NANOS = 4 * TICK_MS * 1_000_000;

    private final Terms terms;
    private final VenueDoors venue;
    private final FixedFile report;
    private final Consumer<String> people;
    private final List<VenueSwitch> switches;
    private final List<Rescue> rescues = new ArrayList<>();
    private final List<Thread> working = new ArrayList<>();
    private Silence silence;
    private long lastLooking;
    private boolean armed;
    private boolean stopped;
    private State told = State.OFF;
    private String toldDetail = "";
    private long written;

    /**
     * What it is told.
     *
     * @param dataDir where the process writes its heartbeat
     * @param silentMs machine time without a beat after which it acts
     * @param action what it does then
     * @param switchAccounts accounts whose venue switch it may arm
     * @param switchTimeoutMs venue time of that switch
     */
    public record Terms(
            Path dataDir, long silentMs, EmergencyAction action, List<AccountId> switchAccounts, long switchTimeoutMs) {
        public Terms {
            switchAccounts = List.copyOf(switchAccounts);
        }
    }

    /**
     * Makes one that has seen nothing yet.
     *
     * @param people hears each change in a line
     */
    public Watchdog(Terms terms, VenueDoors venue, Consumer<String> people) throws IOException {
        this.terms = terms;
        this.venue = venue;
        this.people = people;
        this.report = FixedFile.open(WatchdogReport.file(terms.dataDir()), WatchdogReport.BYTES);
        this.switches = venue.doors().stream()
                .filter(door -> terms.switchAccounts().contains(door.account()))
                .map(door -> new VenueSwitch(door, terms.switchTimeoutMs()))
                .toList();
        this.silence = new Silence(0, System.nanoTime(), MOST_COUNTED_NANOS);
        this.written = System.currentTimeMillis();
    }

    /** Watches until interrupted. */
    public void run() throws InterruptedException, IOException {
        runWhile(() -> true);
    }

    /**
     * Watches one process: until it was stopped in order, or has gone before it ever traded.
     *
     * @param alive whether that process lives
     */
    public void runFor(BooleanSupplier alive) throws InterruptedException, IOException {
        runWhile(() -> !stopped && (armed || alive.getAsBoolean()));
    }

    private void runWhile(BooleanSupplier needed) throws InterruptedException, IOException {
        do {
            round(System.nanoTime());
            Thread.sleep(TICK_MS);
        } while (needed.getAsBoolean());
    }

    /** One look. */
    void round(long nowNanos) throws InterruptedException, IOException {
        Optional<Heartbeat.Beat> beat = Heartbeat.read(terms.dataDir());
        boolean looks = beat.map(Heartbeat.Beat::isLooking).orElse(false);
        stopped = beat.map(each -> each.state() == Heartbeat.State.STOPPED).orElse(false);
        if (looks && !armed) {
            armed = true;
            lastLooking = beat.get().count();
            silence = new Silence(lastLooking, nowNanos, MOST_COUNTED_NANOS);
        }
        if (looks) {
            lastLooking = beat.get().count();
        }
        long silentMs = silence.observe(lastLooking, nowNanos) / 1_000_000;
        decide(beat, silentMs);
        if (armed && rescues.isEmpty() && !stopped) {
            for (VenueSwitch venueSwitch : switches) {
                venueSwitch.tend(nowNanos, venue.venueRate());
            }
        }
        write();
    }

    private void decide(Optional<Heartbeat.Beat> beat, long silentMs) throws InterruptedException {
        if (stopped) {
            letGo();
            armed = false;
            tell(State.WATCHING, "the process was stopped in order; positions rest on their stops");
        } else if (!armed) {
            tell(State.WATCHING, "waits for a process to trade");
        } else if (silentMs >= terms.silentMs()) {
            act(silentMs);
        } else {
            letGo();
            long pid = beat.map(Heartbeat.Beat::pid).orElse(0L);
            tell(
                    State.WATCHING,
                    "process " + pid + ": " + terms.action() + " after " + terms.silentMs() + " ms of silence");
        }
    }

    private void act(long silentMs) {
        if (rescues.isEmpty()) {
            people.accept("no sign of life for " + silentMs + " ms: " + terms.action());
            venue.withMarkets().forEach((door, markets) -> {
                Rescue rescue = new Rescue(door, terms.action(), markets, venue.terms(), new Telling());
                rescues.add(rescue);
                working.add(Thread.ofVirtual().name("rescue-" + door.account()).start(() -> run(rescue)));
            });
        }
        boolean done = rescues.stream().allMatch(Rescue::isVerified);
        tell(
                done ? State.ACTED : State.ACTING,
                terms.action() + (done ? " verified at the venue" : " under way")
                        + "; the process gives no sign of life");
    }

    private static void run(Rescue rescue) {
        try {
            rescue.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process looks after things again. What is on its way to the venue is waited for: it only reduces. */
    private void letGo() throws InterruptedException {
        if (rescues.isEmpty()) {
            return;
        }
        people.accept("the process is back, or was stopped in order: lets go");
        for (Thread rescue : working) {
            rescue.interrupt();
        }
        for (Thread rescue : working) {
            rescue.join();
        }
        working.clear();
        rescues.clear();
    }

    private void tell(State state, String detail) {
        if (state != told || !detail.equals(toldDetail)) {
            people.accept(state.word() + ": " + detail);
        }
        told = state;
        toldDetail = detail;
    }

    private void write() {
        String on = switches.stream()
                .filter(VenueSwitch::isArmed)
                .map(VenueSwitch::account)
                .collect(Collectors.joining(" "));
        String detail = switches.isEmpty()
                ? VenueSwitch.NOT_ARMED
                : switches.stream().map(VenueSwitch::detail).collect(Collectors.joining("; "));
        WatchdogReport now = new WatchdogReport(
                told, toldDetail, on, detail, ++written, ProcessHandle.current().pid());
        try {
            report.write(now.text());
        } catch (IOException refused) {
            people.accept("cannot write " + report.path() + ": " + refused.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        working.forEach(Thread::interrupt);
        report.close();
    }

    private final class Telling implements RescueListener {
        @Override
        public void acted(AccountId account, String what, String answer) {
            people.accept(account + ": " + what + ": " + answer);
        }

        @Override
        public void unread(AccountId account, String detail) {
            people.accept(account + " could not be read: " + detail);
        }

        @Override
        public void verified(AccountId account, String found) {
            people.accept(account + ": verified at the venue: " + found);
        }
    }
}
