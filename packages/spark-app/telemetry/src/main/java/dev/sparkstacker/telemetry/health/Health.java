package dev.sparkstacker.telemetry.health;

import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.health.HealthCheck.Status;
import dev.sparkstacker.telemetry.log.RecentLines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the process is well.
 *
 * <pre>
 *  every check OK            healthy    200
 *  some WARNING              degraded   200
 *  some ERROR or CRITICAL    unhealthy  503
 * </pre>
 *
 * <p>Live means that the engine still folds events; ready means that entries are allowed and nothing is unhealthy.
 */
public final class Health {
    /** The checks every answer lists, in this order; one that is not supplied is an error that says so. */
    private static final String[] STANDARD = {"websocket", "api", "database", "diskSpace", "journal"};

    private static final long CHECK_TIMEOUT_MS = 2_000;

    private final ConcurrentMap<String, HealthCheck> checks = new ConcurrentHashMap<>();
    private final RecentLines recentErrors;
    private volatile boolean ready;
    private volatile HealthCheck liveness = Result::ok;
    private volatile @Nullable Supplier<TradingFigures> trading;
    private volatile Supplier<DayProfit> dayProfit = () -> DayProfit.unknown("still starting");
    private volatile Supplier<String> deadMansSwitch = () -> "unknown: still starting";
    private volatile @Nullable Supplier<ConnectionFigures> connections;

    /** Makes it; {@code recentErrors} holds lines of level ERROR and above. */
    public Health(RecentLines recentErrors) {
        this.recentErrors = recentErrors;
    }

    /** Supplies a check: websocket, api, database, diskSpace, journal, or one of a name of its own. */
    public Health check(String name, HealthCheck check) {
        checks.put(name, check);
        return this;
    }

    /** Supplies the check behind {@code /health/live}: whether the process should be left running. */
    public Health liveness(HealthCheck check) {
        liveness = check;
        return this;
    }

    /** Supplies the figures of trading. */
    public Health trading(Supplier<TradingFigures> figures) {
        trading = figures;
        return this;
    }

    /** Supplies the profit of the day. */
    public Health dayProfit(Supplier<DayProfit> profit) {
        dayProfit = profit;
        return this;
    }

    /** Says whether the venue cancels everything when this process falls silent, and what holds where it does not. */
    public Health deadMansSwitch(Supplier<String> state) {
        deadMansSwitch = state;
        return this;
    }

    /** Supplies the figures of the connections. */
    public Health connections(Supplier<ConnectionFigures> figures) {
        connections = figures;
        return this;
    }

    /** Says whether entries are allowed. */
    public void ready(boolean value) {
        ready = value;
    }

    boolean isReady() {
        return ready;
    }

    RecentLines recentErrors() {
        return recentErrors;
    }

    @Nullable
    TradingFigures tradingFigures() {
        Supplier<TradingFigures> supplier = trading;
        return supplier == null ? null : supplier.get();
    }

    DayProfit dayProfit() {
        return dayProfit.get();
    }

    String deadMansSwitch() {
        return deadMansSwitch.get();
    }

    @Nullable
    ConnectionFigures connectionFigures() {
        Supplier<ConnectionFigures> supplier = connections;
        return supplier == null ? null : supplier.get();
    }

    Result live() {
        return result(start(liveness));
    }

    /** Runs every check, side by side, the standard ones first. */
    Map<String, Result> results() {
        Map<String, CompletableFuture<Result>> running = new LinkedHashMap<>();
        for (String name : STANDARD) {
            HealthCheck check = checks.get(name);
            running.put(name, start(check == null ? () -> Result.error("not connected yet") : check));
        }
        checks.keySet().stream().sorted().forEach(name -> running.computeIfAbsent(name, key -> start(checks.get(key))));
        Map<String, Result> results = new LinkedHashMap<>();
        running.forEach((name, future) -> results.put(name, result(future)));
        return results;
    }

    /** The worst of several results; OK of none. */
    static Status worst(Iterable<Result> results) {
        Status worst = Status.OK;
        for (Result result : results) {
            if (result.status().compareTo(worst) > 0) {
                worst = result.status();
            }
        }
        return worst;
    }

    private static CompletableFuture<Result> start(@Nullable HealthCheck check) {
        CompletableFuture<Result> future = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                future.complete(check == null ? Result.error("not connected yet") : check.check());
            } catch (RuntimeException failed) {
                future.completeExceptionally(failed);
            }
        });
        return future;
    }

    private static Result result(CompletableFuture<Result> future) {
        try {
            return future.get(CHECK_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            return Result.error("the check itself failed: " + failed.getCause());
        } catch (TimeoutException late) {
            return Result.error("the check did not answer within " + CHECK_TIMEOUT_MS + " ms");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.error("the check was interrupted");
        }
    }
}
