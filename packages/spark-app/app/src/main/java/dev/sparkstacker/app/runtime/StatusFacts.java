package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.guard.WatchdogView;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.store.query.TradeTotals;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.health.DayProfit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of the status: what the instance is, and what its accounts came to. */
final class StatusFacts {
    private final EffectiveConfig config;
    private final String feed;
    private final Telemetry telemetry;
    private final Projection projection;
    private final KillSwitchFile killSwitch;
    private final GuardRoom guard;
    private final WatchdogView watchdog;

    StatusFacts(
            EffectiveConfig config,
            String feed,
            Telemetry telemetry,
            Projection projection,
            KillSwitchFile killSwitch,
            GuardRoom guard,
            WatchdogView watchdog) {
        this.config = config;
        this.feed = feed;
        this.telemetry = telemetry;
        this.projection = projection;
        this.killSwitch = killSwitch;
        this.guard = guard;
        this.watchdog = watchdog;
    }

    List<List<String>> rows() {
        StateReplica state = projection.replica();
        List<List<String>> rows = new ArrayList<>();
        String host = "http://" + config.config().ports().bindAddress() + ":";
        rows.add(List.of("mode", config.isLive() ? "LIVE: real orders" : "paper: no order reaches a real market"));
        rows.add(List.of("prices", feed));
        rows.add(List.of("uptime", uptime()));
        rows.add(List.of("health", host + telemetry.healthPort() + "/health"));
        rows.add(List.of("metrics", host + telemetry.metricsPort() + "/metrics"));
        rows.add(List.of("trading", state.tradingState() + " (" + state.tradingReason() + ")"));
        state.halts().forEach(halt -> rows.add(row(halt)));
        if (killSwitch.isThere()) {
            rows.add(List.of("kill switch", killSwitch.path() + " exists; remove it before you resume"));
        }
        rows.add(List.of("guard", guard.describe()));
        rows.add(List.of("watchdog", watchdog.describe()));
        rows.add(List.of("dead man's switch", watchdog.deadMansSwitch()));
        state.connections()
                .forEach(c -> rows.add(List.of("connection " + c.connection(), c.up() ? "up" : "down " + c.detail())));
        state.equity().forEach(e -> rows.add(List.of("equity " + e.account(), e.accountValue() + " USD")));
        rows.add(List.of("profit of " + projection.day().date() + " UTC", today()));
        rows.addAll(trades(state));
        return rows;
    }

    private static List<String> row(Output.HaltChecked halt) {
        String title = halt.action().name().toLowerCase(Locale.ROOT) + " " + halt.scope() + " on " + halt.account();
        String stage = halt.stage() == HaltStage.VERIFIED ? "verified at the venue: " : "NOT VERIFIED YET: ";
        return List.of(title, stage + halt.found());
    }

    private String uptime() {
        String text = telemetry.uptime().truncatedTo(ChronoUnit.SECONDS).toString();
        return text.substring(2).toLowerCase(Locale.ROOT);
    }

    private String today() {
        DayProfit profit = projection.day().profit();
        return profit.profit() == null
                ? "unknown: " + profit.unknown()
                : profit.profit() + " USD (realised, unrealised, fees and funding)";
    }

    /** Of the whole run: what processes before this one traded counts too. */
    private List<List<String>> trades(StateReplica state) {
        List<List<String>> rows = new ArrayList<>();
        Map<?, TradeTotals> accounts = state.totals();
        rows.add(List.of("trades of this run" + since(projection.store()), text(TradeTotals.sum(accounts.values()))));
        if (accounts.size() > 1) {
            accounts.forEach((account, totals) -> rows.add(List.of("  on account " + account, text(totals))));
        }
        return rows;
    }

    private static String since(Store store) {
        Optional<Output.EpochBegan> first = store.outputs().firstEpoch();
        return first.map(epoch -> ", since "
                        + Instant.ofEpochMilli(epoch.cause().machineTimeMs()).truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
    }

    private static String text(TradeTotals totals) {
        return totals.count() + ", won " + totals.wins() + ", net " + totals.netPnl() + " USD (gross "
                + totals.grossPnl() + ", fees " + totals.fees() + ", funding " + totals.funding() + ")";
    }
}
