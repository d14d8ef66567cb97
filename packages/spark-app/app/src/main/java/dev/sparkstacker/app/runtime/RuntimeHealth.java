package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.guard.WatchdogView;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.health.HealthCheck;

/** Supplies the health pages with what only the running instance knows. */
final class RuntimeHealth {
    private RuntimeHealth() {}

    static void supply(
            Telemetry telemetry,
            RunEnd end,
            Projection projection,
            EngineRoom engine,
            GuardRoom guard,
            WatchdogView watchdog) {
        telemetry
                .health()
                .check("journal", () -> journal(end.journalFault()))
                .check("database", projection::storeHealth)
                .dayProfit(projection.day()::profit)
                .check("guard", guard::health)
                .check("watchdog", watchdog::health)
                .deadMansSwitch(watchdog::deadMansSwitch)
                .liveness(engine::liveness);
    }

    private static HealthCheck.Result journal(String fault) {
        return fault.isEmpty() ? HealthCheck.Result.ok() : HealthCheck.Result.error(fault);
    }
}
