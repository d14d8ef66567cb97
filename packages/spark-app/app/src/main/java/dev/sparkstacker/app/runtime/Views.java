package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.View;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.query.Page;
import dev.sparkstacker.store.query.TradingQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tables for people, from the newest state. */
final class Views {
    private static final List<String> POSITIONS = List.of(
            "account",
            "leg",
            "state",
            "size",
            "entry",
            "stop",
            "target",
            "mark",
            "unrealised USD",
            "fees USD",
            "funding USD");
    private static final List<String> PAIRS =
            List.of("pair", "net exposure USD", "unrealised USD", "fees USD", "funding USD", "net USD");

    private final StateReplica state;
    private final List<StrategyConfig> strategies;
    private final TradingQueries stored;
    private final Known known;
    private final Supplier<List<List<String>>> facts;

    /**
     * Makes them.
     *
     * @param strategies say which legs belong together
     * @param stored what earlier processes did
     * @param known the strategies that may be asked for
     * @param facts rows of the status: name and value
     */
    Views(
            StateReplica state,
            List<StrategyConfig> strategies,
            TradingQueries stored,
            Known known,
            Supplier<List<List<String>>> facts) {
        this.state = state;
        this.strategies = List.copyOf(strategies);
        this.stored = stored;
        this.known = known;
        this.facts = facts;
    }

    View status() {
        List<OpenLeg> legs = state.openLegFigures();
        return view(
                new View.Table("status", List.of("what", "value"), facts.get()),
                positionTable(legs),
                pairTable(legs),
                new View.Table("last decisions", WHY, judgementRows(null)));
    }

    View positions() {
        List<OpenLeg> legs = state.openLegFigures();
        return view(positionTable(legs), pairTable(legs));
    }

    View orders() {
        List<List<String>> rows = new ArrayList<>();
        for (Output.OrderChanged o : state.workingOrders()) {
            rows.add(List.of(
                    o.account().toString(),
                    o.order().leg().toString(),
                    o.order().purpose().toString(),
                    o.order().side().toString(),
                    o.order().size().toString(),
                    o.order().limit().toString(),
                    o.order().trigger() == null
                            ? ""
                            : o.order().trigger().price().toString(),
                    o.state().toString(),
                    o.order().id().toString()));
        }
        List<String> columns =
                List.of("account", "leg", "purpose", "side", "size", "limit", "trigger", "state", "client order id");
        return view(new View.Table("orders", columns, rows));
    }

    View trades(int limit) {
        List<List<String>> rows = new ArrayList<>();
        for (Output.TradeClosed t : stored.recentTrades(new Page(limit, 0))) {
            rows.add(List.of(
                    Instant.ofEpochMilli(t.closedAtMs()).toString(),
                    t.account().toString(),
                    t.leg().toString(),
                    t.side().toString(),
                    t.size().toString(),
                    t.entryPrice().toString(),
                    t.exitPrice().toString(),
                    t.grossPnl().toString(),
                    t.fees().toString(),
                    t.funding().toString(),
                    t.netPnl().toString(),
                    t.reason().toString()));
        }
        List<String> columns = List.of(
                "closed", "account", "leg", "side", "size", "entry", "exit", "gross", "fees", "funding", "net",
                "reason");
        return view(new View.Table("trades", columns, rows));
    }

    /** @throws dev.sparkstacker.app.control.RequestRefused if no such strategy runs */
    View why(@Nullable String strategy) {
        if (strategy != null) {
            known.requireStrategy(strategy);
        }
        return view(
                new View.Table("last decisions", WHY, judgementRows(strategy)),
                new View.Table("conditions", CONDITIONS, conditionRows(strategy)),
                new View.Table("denied entries", DENIALS, denialRows(strategy)));
    }

    private static final List<String> CONDITIONS =
            List.of("strategy", "condition", "value", "wanted", "verdict", "since");
    private static final List<String> DENIALS = List.of("when", "leg", "side", "rule", "value", "limit");

    private List<List<String>> conditionRows(@Nullable String strategy) {
        List<List<String>> conditions = new ArrayList<>();
        for (Output.BarJudged judged : state.judgements()) {
            if (strategy == null || judged.strategy().name().equals(strategy)) {
                for (Condition condition : judged.conditions()) {
                    conditions.add(List.of(
                            judged.strategy() + " " + judged.market(),
                            condition.name(),
                            condition.value(),
                            condition.threshold(),
                            condition.met() ? "met" : "not met",
                            Instant.ofEpochMilli(condition.sinceMs()).toString()));
                }
            }
        }
        return conditions;
    }

    private List<List<String>> denialRows(@Nullable String strategy) {
        List<List<String>> denials = new ArrayList<>();
        for (Output.EntryDenied denied : state.denials()) {
            if (strategy == null || denied.leg().strategy().name().equals(strategy)) {
                denials.add(List.of(
                        Instant.ofEpochMilli(denied.cause().venueTimeMs()).toString(),
                        denied.leg().toString(),
                        denied.side().toString(),
                        denied.reason().toString(),
                        denied.value(),
                        denied.limit()));
            }
        }
        return denials;
    }

    private static final List<String> WHY = List.of("strategy", "market", "bar", "close", "verdict", "reason");

    private List<List<String>> judgementRows(@Nullable String strategy) {
        List<List<String>> rows = new ArrayList<>();
        for (Output.BarJudged judged : state.judgements()) {
            if (strategy == null || judged.strategy().name().equals(strategy)) {
                rows.add(List.of(
                        judged.strategy().toString(),
                        judged.market().toString(),
                        Instant.ofEpochMilli(judged.bar().openTimeMs()).toString(),
                        judged.bar().close().toString(),
                        judged.verdict() + (judged.side() == null ? "" : " " + judged.side()),
                        judged.reason() == null ? "" : judged.reason().toString()));
            }
        }
        return rows;
    }

    private View.Table positionTable(List<OpenLeg> legs) {
        List<List<String>> rows = new ArrayList<>();
        for (OpenLeg leg : legs) {
            Output.LegChanged told = leg.told();
            rows.add(List.of(
                    told.account().toString(),
                    told.leg().toString(),
                    told.state().toString(),
                    told.size().toString(),
                    text(told.entryPrice()),
                    text(told.stopPrice()),
                    text(told.targetPrice()),
                    text(leg.mark()),
                    text(leg.unrealizedPnl()),
                    text(leg.costs().fees()),
                    text(leg.costs().funding())));
        }
        return new View.Table("positions", POSITIONS, rows);
    }

    private View.Table pairTable(List<OpenLeg> legs) {
        List<List<String>> rows = new ArrayList<>();
        for (OpenPair pair : OpenPair.of(legs, strategies)) {
            rows.add(List.of(
                    pair.name(),
                    text(pair.netExposure()),
                    text(pair.unrealizedPnl()),
                    text(pair.costs().fees()),
                    text(pair.costs().funding()),
                    text(pair.net())));
        }
        return new View.Table("pairs", PAIRS, rows);
    }

    private View view(View.Table... tables) {
        return new View(
                state.sequence(), Instant.ofEpochMilli(state.venueTimeMs()).toString(), List.of(tables));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
