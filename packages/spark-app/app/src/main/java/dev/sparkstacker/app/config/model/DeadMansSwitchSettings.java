package dev.sparkstacker.app.config.model;

/** The venue's own switch: it cancels every order of an account at a time unless that time is moved on. */
public record DeadMansSwitchSettings(
        @Setting(
                value = "Venue time between the last renewal and the cancel.",
                byDefault = "60000",
                min = "15000",
                max = "3600000")
        long timeoutMs) {}
