package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.util.function.DoubleSupplier;

/** What stands in for the engine: the guard, the watchdog, the venue's own switch. Details stand in {@code metrics.json}. */
public final class GuardMeters {
    public final Gauge inCharge;
    public final Counter takeovers;
    public final Gauge verified;
    public final Counter heldBack;
    public final Gauge watchdog;
    public final Gauge deadMansSwitch;

    private volatile DoubleSupplier silentSeconds = () -> 0;

    GuardMeters(MeterFactory make) {
        make.callback(
                "spark_engine_silent_seconds",
                "Machine time for which the engine has given no sign of life, as the guard sees it.",
                () -> silentSeconds.getAsDouble());
        inCharge = make.gauge(
                "spark_guard_in_charge",
                "1 once the guard has taken over from the engine; then nothing of the engine's leaves.");
        takeovers = make.counter("spark_guard_takeovers_total", "Times the guard took over from the engine.", "action");
        verified = make.gauge(
                "spark_guard_verified",
                "1 where the guard is in charge and the venue says that nothing is left to do on the account.",
                "account");
        heldBack = make.counter(
                "spark_egress_held_back_total",
                "Acts of the engine that did not leave because the guard had taken over.");
        watchdog = make.gauge("spark_watchdog_state", "The watchdog process: 1 for the state it is in.", "state");
        deadMansSwitch = make.gauge(
                "spark_dead_mans_switch_armed",
                "1 where the venue will cancel every order of the account unless the watchdog renews.",
                "account");
    }

    /** Says where the engine's silence is asked for, at each scrape. */
    public void silence(DoubleSupplier seconds) {
        silentSeconds = seconds;
    }
}
