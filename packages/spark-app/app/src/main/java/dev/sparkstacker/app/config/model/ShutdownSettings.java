package dev.sparkstacker.app.config.model;

/** What an orderly stop does. */
public record ShutdownSettings(
        @Setting(
                value =
                        "keepProtected leaves open positions to their stops and targets at the venue; flatten closes them.",
                byDefault = "keepProtected")
        StopPolicy policy,

        @Setting(
                value = "Longest machine time an orderly stop may take.",
                byDefault = "10000",
                min = "1000",
                max = "600000")
        long timeoutMs) {}
