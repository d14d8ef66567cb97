package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.port.BacktestTools;
import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.app.port.DataTools;
import dev.sparkstacker.app.port.JournalTools;
import dev.sparkstacker.app.port.LibraryTools;
import dev.sparkstacker.app.port.OptimizeTools;
import dev.sparkstacker.app.port.ProtocolTools;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.app.port.SandboxLauncher;
import dev.sparkstacker.app.port.StoreTools;
import dev.sparkstacker.app.port.WatchdogLauncher;
import org.jspecify.annotations.Nullable;

/** What the commands work on. A command whose part is not there is not offered. */
public record Backends(
        @Nullable ConfigJudge judge,
        @Nullable RuntimeLauncher runtime,
        @Nullable SandboxLauncher sandbox,
        @Nullable JournalTools journal,
        @Nullable ProtocolTools protocol,
        @Nullable StoreTools store,
        @Nullable DataTools data,
        @Nullable LibraryTools library,
        @Nullable BacktestTools backtests,
        @Nullable OptimizeTools searches,
        @Nullable WatchdogLauncher watchdog) {
    /** Configuration, keys and control alone; parts are added one by one. */
    public static Backends none() {
        return new Backends(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same with {@code part}. */
    public Backends withJudge(ConfigJudge part) {
        return new Backends(
                part, runtime, sandbox, journal, protocol, store, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withRuntime(RuntimeLauncher part) {
        return new Backends(
                judge, part, sandbox, journal, protocol, store, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withSandbox(SandboxLauncher part) {
        return new Backends(
                judge, runtime, part, journal, protocol, store, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withJournal(JournalTools part) {
        return new Backends(
                judge, runtime, sandbox, part, protocol, store, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withProtocol(ProtocolTools part) {
        return new Backends(
                judge, runtime, sandbox, journal, part, store, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withStore(StoreTools part) {
        return new Backends(
                judge, runtime, sandbox, journal, protocol, part, data, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withData(DataTools part) {
        return new Backends(
                judge, runtime, sandbox, journal, protocol, store, part, library, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withLibrary(LibraryTools part) {
        return new Backends(
                judge, runtime, sandbox, journal, protocol, store, data, part, backtests, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withBacktests(BacktestTools part) {
        return new Backends(judge, runtime, sandbox, journal, protocol, store, data, library, part, searches, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withSearches(OptimizeTools part) {
        return new Backends(
                judge, runtime, sandbox, journal, protocol, store, data, library, backtests, part, watchdog);
    }

    /** The same with {@code part}. */
    public Backends withWatchdog(WatchdogLauncher part) {
        return new Backends(
                judge, runtime, sandbox, journal, protocol, store, data, library, backtests, searches, part);
    }
}
