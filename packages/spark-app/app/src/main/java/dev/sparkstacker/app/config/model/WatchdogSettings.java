package dev.sparkstacker.app.config.model;

import java.util.List;

/** The process that stands in for a process that is gone. */
public record WatchdogSettings(
        @Setting(value = "Whether \"run\" starts a watchdog beside itself.", byDefault = "false")
        boolean enabled,

        @Setting(
                value = "Machine time without a heartbeat after which the watchdog acts at the venue; longer than a"
                        + " restart takes.",
                byDefault = "30000",
                min = "2000",
                max = "3600000")
        long silentMs,

        @Setting(
                value = "halt cancels everything but the stops and targets of open positions; flatten closes them too.",
                byDefault = "flatten")
        EmergencyAction action,

        @Setting("Its own agents for live trading, one an account: two processes must not share one agent's nonces.")
        List<WatchdogKey> keys) {}
