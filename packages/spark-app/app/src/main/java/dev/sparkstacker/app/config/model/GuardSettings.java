package dev.sparkstacker.app.config.model;

/** The thread that stands in for a silent engine. */
public record GuardSettings(
        @Setting(
                value = "Machine time without a sign of life from the engine after which the guard acts at the venue.",
                byDefault = "2000",
                min = "500",
                max = "60000")
        long silentMs,

        @Setting(
                value = "halt cancels everything but the stops and targets of open positions; flatten closes them too.",
                byDefault = "halt")
        EmergencyAction action) {}
