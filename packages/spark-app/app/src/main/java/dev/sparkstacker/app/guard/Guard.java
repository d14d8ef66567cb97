package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.config.model.GuardSettings;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Watches the engine from outside and stands in for it at the venue when it is silent.
 *
 * <pre>
 *              entries possible, or the grace is over          silent for long, or dead
 *  STARTING ──────────────────────────────────────► WATCHING ───────────────────────────► IN_CHARGE
 *      │                                                │                                     │ fence closed,
 *      └──────────────────── orderly stop ──────────────┴──────► STOOD_DOWN                   │ one rescue an account,
 *                                                                                             └ until the process ends
 * </pre>
 *
 * <p>It never hands back: a start reconciles first, and that is the way back. A person's flatten widens what it does.
 */
public final class Guard implements AutoCloseable {
    private static final long TICK_MS = 50;
    private static final long MOST_COUNTED_NANOS = TimeUnit.MILLISECONDS.toNanos(4 * TICK_MS);
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Settings settings;
    private final LongSupplier signOfLife;
    private final BooleanSupplier started;
    private final EgressFence fence;
    private final GuardListener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("guard").unstarted(this::watch);
    private final List<Rescue> rescues = new ArrayList<>();
    private final List<Thread> working = new ArrayList<>();
    private State state = State.STARTING;
    private EmergencyAction wanted;
    private String reason = "";
    private volatile long silentNanos;

    /** Where it is. */
    public enum State {
        STARTING,
        WATCHING,
        IN_CHARGE,
        STOOD_DOWN
    }

    /**
     * What it is told.
     *
     * @param silentMs machine time without a sign of life after which it takes over
     * @param action what it does then
     * @param terms how it goes about it
     * @param doors the accounts, each with the markets that the product trades on it
     */
    record Settings(long silentMs, EmergencyAction action, Rescue.Terms terms, Map<AccountDoor, Set<MarketId>> doors) {}

    /**
     * A guard of the given accounts that watches once it is started.
     *
     * @param signOfLife any number that the engine changes at each of its cycles
     * @param started whether the start is over, so that silence means something
     */
    public static Guard of(
            GuardSettings settings,
            VenueDoors venue,
            LongSupplier signOfLife,
            BooleanSupplier started,
            EgressFence fence,
            GuardListener listener) {
        Settings all = new Settings(settings.silentMs(), settings.action(), venue.terms(), venue.withMarkets());
        return new Guard(all, signOfLife, started, fence, listener);
    }

    /**
     * A guard that watches once it is started.
     *
     * @param signOfLife any number that the engine changes at each of its cycles
     * @param started whether the start is over, so that silence means something
     */
    Guard(
            Settings settings,
            LongSupplier signOfLife,
            BooleanSupplier started,
            EgressFence fence,
            GuardListener listener) {
        this.settings = settings;
        this.signOfLife = signOfLife;
        this.started = started;
        this.fence = fence;
        this.listener = listener;
        this.wanted = settings.action();
    }

    public void start() {
        thread.start();
    }

    /** A person wants this done. It is the engine's to do; where the engine is silent, the guard does it. */
    public synchronized void wish(EmergencyAction action, String why) {
        wanted = wanted.or(action);
        if (state == State.IN_CHARGE && rescues.stream().anyMatch(rescue -> rescue.action() != wanted)) {
            rescues.forEach(rescue -> rescue.widen(wanted));
            listener.widened(wanted, why);
        }
    }

    /** A person wants to enter again. */
    public synchronized void wishNothing() {
        if (state != State.IN_CHARGE) {
            wanted = settings.action();
        }
    }

    /** The engine's thread has died: nothing is waited for. */
    public void engineDied(Throwable cause) {
        takeOver("the engine died: " + cause);
    }

    /** An orderly stop begins: a silence of the engine means nothing any more. Not where it is in charge already. */
    public synchronized void standDown() {
        if (state != State.IN_CHARGE) {
            state = State.STOOD_DOWN;
        }
    }

    public synchronized State state() {
        return state;
    }

    /** Whether it has taken over, and every account was verified since. */
    public synchronized boolean isVerified() {
        return state == State.IN_CHARGE && rescues.stream().allMatch(Rescue::isVerified);
    }

    /** Machine time for which the engine has given no sign of life, as far as the guard itself ran. */
    public long silentNanos() {
        return silentNanos;
    }

    /** Where it is, for people. */
    public synchronized String describe() {
        return switch (state) {
            case STARTING -> "watches once the start is over";
            case WATCHING -> "watches: " + settings.action() + " after " + settings.silentMs() + " ms of silence";
            case IN_CHARGE ->
                "has taken over (" + wanted + (isVerified() ? ", verified at the venue" : ", not verified yet") + "): "
                        + reason + ". Nothing of the engine's leaves any more; stop and start again";
            case STOOD_DOWN -> "stands down: orderly stop";
        };
    }

    private void watch() {
        long startedNanos = System.nanoTime();
        Silence silence = new Silence(signOfLife.getAsLong(), startedNanos, MOST_COUNTED_NANOS);
        try {
            while (!closing.await(TICK_MS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                silentNanos = silence.observe(signOfLife.getAsLong(), now);
                if (isArmed(now - startedNanos) && silentNanos >= settings.silentMs() * 1_000_000) {
                    takeOver("the engine has been silent for " + silentNanos / 1_000_000 + " ms");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isArmed(long sinceStartNanos) {
        if (state == State.STARTING && (started.getAsBoolean() || sinceStartNanos > GRACE_NANOS)) {
            state = State.WATCHING;
        }
        return state == State.WATCHING;
    }

    private void takeOver(String why) {
        EmergencyAction action;
        synchronized (this) {
            if (state == State.IN_CHARGE || state == State.STOOD_DOWN) {
                return;
            }
            fence.close();
            state = State.IN_CHARGE;
            reason = why;
            action = wanted;
            settings.doors().forEach(this::begin);
        }
        listener.tookOver(action, why);
    }

    private void begin(AccountDoor door, Set<MarketId> markets) {
        Rescue rescue = new Rescue(door, wanted, markets, settings.terms(), new Telling());
        rescues.add(rescue);
        working.add(Thread.ofVirtual().name("rescue-" + door.account()).start(() -> {
            try {
                rescue.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Where it is in charge, waits until every account is verified, at most so long. Returns whether that is so. */
    public boolean awaitVerified(long patienceMs) throws InterruptedException {
        long deadline = System.nanoTime() + patienceMs * 1_000_000;
        while (state() == State.IN_CHARGE && !isVerified() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(TICK_MS);
        }
        return isVerified();
    }

    @Override
    public void close() {
        closing.countDown();
        List<Thread> ending;
        synchronized (this) {
            ending = List.copyOf(working);
        }
        ending.forEach(Thread::interrupt);
        try {
            thread.join(1_000);
            for (Thread rescue : ending) {
                rescue.join(1_000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names the action that counts when something is told. */
    private final class Telling implements RescueListener {
        @Override
        public void acted(AccountId account, String what, String answer) {
            listener.acted(account, what, answer);
        }

        @Override
        public void unread(AccountId account, String detail) {
            listener.unread(account, detail);
        }

        @Override
        public void verified(AccountId account, String found) {
            EmergencyAction action;
            synchronized (Guard.this) {
                action = wanted;
            }
            listener.verified(account, action, found);
        }
    }
}
