package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates allocate nothing. */
class AllocationTest {
    private static final int BARS_PER_ROUND = 5_000;
    private static final int WARM_UP_ROUNDS = 4;

    /** What the measurement itself may cost in a round, far below one object per bar (at least 16 bytes each). */
    private static final long TOLERATED_BYTES = 2_048;

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void anUpdateAllocatesNothing(Subject<?> subject) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocated bytes");
        threads.setThreadAllocatedMemoryEnabled(true);
        Bars bars = Bars.walk(7, BARS_PER_ROUND);
        Subject.Run<?> run = subject.start();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            run.feed(bars, 0, BARS_PER_ROUND);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        run.feed(bars, 0, BARS_PER_ROUND);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThanOrEqualTo(TOLERATED_BYTES);
    }
}
