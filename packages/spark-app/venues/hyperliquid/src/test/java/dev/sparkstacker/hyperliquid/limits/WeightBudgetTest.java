package dev.sparkstacker.hyperliquid.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.hyperliquid.machine.VirtualThreads;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WeightBudgetTest {
    private static final long AT_ONCE = 0;
    private static final long PATIENT = TimeUnit.SECONDS.toNanos(20);

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final WeightBudget budget =
            new WeightBudget(clock::get, 100, (used, limit, waiters) -> {}, VirtualThreads.SYSTEM);

    private boolean take(Priority priority, int weight) throws InterruptedException {
        return budget.acquire(priority, weight, AT_ONCE);
    }

    @Test
    void theLastPartIsKeptForCancelsAndExits() throws InterruptedException {
        assertThat(take(Priority.BACKGROUND, 50)).isTrue();
        assertThat(take(Priority.BACKGROUND, 1)).isFalse();
        assertThat(take(Priority.ASK, 20)).isTrue();
        assertThat(take(Priority.ASK, 1)).isFalse();
        assertThat(take(Priority.ACT, 10)).isTrue();
        assertThat(take(Priority.ACT, 1)).isFalse();
        assertThat(take(Priority.RISK_REDUCING, 20)).isTrue();
        assertThat(take(Priority.RISK_REDUCING, 1)).isFalse();
        assertThat(budget.used()).isEqualTo(100);
    }

    @Test
    void weightComesBackAfterAMinuteOfVenueTime() throws InterruptedException {
        take(Priority.RISK_REDUCING, 100);
        clock.addAndGet(59_999);
        assertThat(take(Priority.RISK_REDUCING, 1)).isFalse();
        clock.addAndGet(1);
        assertThat(take(Priority.RISK_REDUCING, 1)).isTrue();
        assertThat(budget.used()).isEqualTo(1);
    }

    @Test
    void whatTheAnswerCostsIsChargedAfterwards() throws InterruptedException {
        take(Priority.ASK, 20);
        budget.charge(45);
        assertThat(take(Priority.ASK, 10)).isFalse();
        assertThat(take(Priority.ASK, 5)).isTrue();
    }

    @Test
    void afterA429OnlyRiskReducingRequestsLeaveForTenSeconds() throws InterruptedException {
        budget.throttled();
        assertThat(take(Priority.ACT, 1)).isFalse();
        assertThat(take(Priority.RISK_REDUCING, 1)).isTrue();
        clock.addAndGet(10_000);
        assertThat(take(Priority.ACT, 1)).isTrue();
    }

    @Test
    void whoWaitsIsServedByPriorityThenByArrival() throws InterruptedException {
        take(Priority.RISK_REDUCING, 100);
        List<String> served = new CopyOnWriteArrayList<>();
        start("history", Priority.BACKGROUND, served);
        await().until(() -> budget.waiting() == 1);
        start("entry", Priority.ACT, served);
        await().until(() -> budget.waiting() == 2);
        start("cancel", Priority.RISK_REDUCING, served);
        await().until(() -> budget.waiting() == 3);
        start("later entry", Priority.ACT, served);
        await().until(() -> budget.waiting() == 4);

        for (int turn = 1; turn <= 4; turn++) {
            clock.addAndGet(60_000);
            int count = turn;
            await().until(() -> served.size() == count);
        }
        assertThat(served).containsExactly("cancel", "entry", "later entry", "history");
    }

    private void start(String name, Priority priority, List<String> served) {
        Thread.ofVirtual().start(() -> {
            try {
                if (budget.acquire(priority, 60, PATIENT)) {
                    served.add(name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
