package dev.sparkstacker.app.guard;

import static dev.sparkstacker.app.guard.ScriptedDoor.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the guard takes over and when it does not. */
class GuardTest {
    private static final long SILENT_MS = 500;
    private static final long MS = 1_000_000;

    private final ScriptedDoor door = new ScriptedDoor();
    private final EgressFence fence = new EgressFence();
    private final AtomicLong engine = new AtomicLong();
    private final AtomicBoolean started = new AtomicBoolean(true);
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void aSilentEngineIsReplacedAndItsEgressIsClosed() {
        door.entry(1, ETH, Side.BUY, "0.1");
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(guard::isVerified);
            assertThat(fence.isClosed()).isTrue();
            assertThat(door.resting()).isEmpty();
            assertThat(guard.state()).isEqualTo(Guard.State.IN_CHARGE);
            assertThat(guard.describe()).contains("HALT", "verified at the venue", "silent for", "start again");
            assertThat(told).first().asString().startsWith("took over HALT");
        }
    }

    @Test
    void anEngineThatGivesSignsIsLeftAlone() {
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.start();
            long until = System.nanoTime() + 3 * SILENT_MS * MS;
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        engine.incrementAndGet();
                        return System.nanoTime() > until;
                    });
            assertThat(guard.state()).isEqualTo(Guard.State.WATCHING);
            assertThat(fence.isClosed()).isFalse();
        }
    }

    @Test
    void silenceDuringTheStartMeansNothing() {
        started.set(false);
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> guard.silentNanos() > 3 * SILENT_MS * MS);
            assertThat(guard.state()).isEqualTo(Guard.State.STARTING);
        }
    }

    @Test
    void anOrderlyStopSendsItHome() {
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.standDown();
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> guard.silentNanos() > 3 * SILENT_MS * MS);
            guard.engineDied(new IllegalStateException("while stopping"));
            assertThat(guard.state()).isEqualTo(Guard.State.STOOD_DOWN);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aDeadEngineIsNotWaitedFor() {
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.engineDied(new IllegalStateException("a bug"));
            assertThat(guard.state()).isEqualTo(Guard.State.IN_CHARGE);
            assertThat(guard.describe()).contains("a bug");
        }
    }

    @Test
    void aPersonsFlattenThatASilentEngineDidNotDoIsDoneByTheGuard() {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.wish(EmergencyAction.FLATTEN, "get me out");
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(guard::isVerified);
            assertThat(door.positions).isEmpty();
            assertThat(told).first().asString().startsWith("took over FLATTEN");
        }
    }

    @Test
    void aFlattenThatComesLaterWidensWhatItDoes() {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(guard::isVerified);
            assertThat(door.resting()).containsExactly(1L);
            guard.wish(EmergencyAction.FLATTEN, "get me out");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> guard.isVerified() && door.resting().isEmpty());
            assertThat(door.positions).isEmpty();
            assertThat(told).contains("widened FLATTEN get me out");
        }
    }

    @Test
    void aWishThatWasWithdrawnDoesNotCount() {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        try (Guard guard = guard(EmergencyAction.HALT)) {
            guard.wish(EmergencyAction.FLATTEN, "get me out");
            guard.wishNothing();
            guard.start();
            await().atMost(Duration.ofSeconds(20)).until(guard::isVerified);
            assertThat(door.resting()).containsExactly(1L);
        }
    }

    /** Half a minute in which nothing ran at all counts as one tick: the engine had no chance to move. */
    @Test
    void timeInWhichTheWholeProcessStoodStillDoesNotCount() {
        Silence silence = new Silence(7, 0, 200 * MS);
        assertThat(silence.observe(7, 100 * MS)).isEqualTo(100 * MS);
        assertThat(silence.observe(7, 30_100 * MS)).isEqualTo(300 * MS);
        assertThat(silence.observe(8, 30_150 * MS)).isZero();
        assertThat(silence.observe(8, 30_200 * MS)).isEqualTo(50 * MS);
    }

    private Guard guard(EmergencyAction action) {
        Rescue.Terms terms = new Rescue.Terms(List.of(Rate.of("0.005"), Rate.of("0.05")), 10, 100, 0, 10, 20);
        Guard.Settings settings = new Guard.Settings(SILENT_MS, action, terms, Map.of(door, Set.of(ETH)));
        return new Guard(settings, engine::get, started::get, fence, new GuardListener() {
            @Override
            public void tookOver(EmergencyAction what, String reason) {
                told.add("took over " + what + " " + reason);
            }

            @Override
            public void widened(EmergencyAction what, String reason) {
                told.add("widened " + what + " " + reason);
            }

            @Override
            public void acted(AccountId account, String what, String answer) {}

            @Override
            public void unread(AccountId account, String detail) {}

            @Override
            public void verified(AccountId account, EmergencyAction what, String found) {}
        });
    }
}
