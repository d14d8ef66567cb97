package dev.sparkstacker.app.config.model;

import java.math.BigDecimal;

/** The event journal. */
public record JournalSettings(
        @Setting(value = "Size of one segment file.", byDefault = "64", min = "1", max = "1024")
        int segmentMb,

        @Setting(value = "Days for which sealed segments are kept.", byDefault = "30", min = "1", max = "3650")
        int retentionDays,

        @Setting(
                value = "Most disk space the sealed segments take, in gigabytes.",
                byDefault = "20",
                min = "0.1",
                max = "10000")
        BigDecimal maxGb,

        @Setting(value = "Levels of each book side that the engine sees.", byDefault = "5", min = "1", max = "20")
        int bookDepth,

        @Setting(
                value = "Events between two snapshots; more make a start after a kill slower.",
                byDefault = "50000",
                min = "100",
                max = "10000000")
        long snapshotEveryEvents) {}
