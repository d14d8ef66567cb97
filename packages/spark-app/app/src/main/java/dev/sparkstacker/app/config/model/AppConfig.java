package dev.sparkstacker.app.config.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole configuration. Keys end in their unit: {@code Pct} (5 = 5 %), {@code Usd}, {@code Bps}, {@code Ms}, … */
public record AppConfig(
        @Setting(
                value = "Where orders go: paper (the sandbox) or live (Hyperliquid). DRY_RUN=true always means paper.",
                byDefault = "paper")
        Mode mode,

        @Setting(
                value = "What kind of installation this is; a field of every log line.",
                byDefault = "development",
                env = "NODE_ENV",
                inHash = false)
        Environment environment,

        @Setting(
                value = "Folder of journal, database, sandbox state and keystore; relative to the product's folder.",
                byDefault = "data",
                inHash = false)
        Path dataDir,

        @Setting(
                value = "Folder of the log files; relative to the product's folder.",
                byDefault = "logs",
                env = "LOG_DIR",
                inHash = false)
        Path logDir,

        @Setting(value = "Where the process listens.", inHash = false)
        PortsSettings ports,

        @Setting("The venue.") VenueSettings venue,

        @Setting("Paper trading: the sandbox and its prices.")
        PaperSettings paper,

        @Setting("The accounts strategies trade on.") List<AccountSettings> accounts,

        @Setting("The strategies that run.") List<StrategySettings> strategies,

        @Setting("How orders are worked.") OrderSettings orders,

        @Setting("Limits on what may be entered.") RiskSettings risk,

        @Setting(value = "The event journal.", inHash = false)
        JournalSettings journal,

        @Setting(value = "Logs and metrics.", inHash = false)
        TelemetrySettings telemetry,

        @Setting("What an orderly stop does.") ShutdownSettings shutdown,

        @Setting("The thread that stands in for a silent engine.")
        GuardSettings guard,

        @Setting(value = "The process that stands in for a process that is gone.", inHash = false)
        WatchdogSettings watchdog,

        @Setting("The venue's own switch, for accounts whose deadMansSwitch is true.")
        DeadMansSwitchSettings deadMansSwitch,

        @Setting(value = "Signals from charting services. Without it none are taken.", inHash = false) @Nullable
        WebhookSettings webhook) {}
