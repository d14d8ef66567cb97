package dev.sparkstacker.app.console;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.telemetry.console.ReasonText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine's outputs as lines for people. A strategy that does not trade for the same reason as at the bar before
 * says so once.
 *
 * <p>Not safe for use by several threads.
 */
public final class OutputLines {
    private static final int HEX = 16;

    private final Map<String, Reason> lastReasons = new HashMap<>();

    /** The line for an output, or empty if it says nothing new to a person. */
    public Optional<String> line(Output output) {
        Optional<String> text = text(output);
        return text.map(line -> Instant.ofEpochMilli(output.cause().venueTimeMs()) + "  " + line);
    }

    /** {@code NO_CROSSOVER (no crossing): crossover none (needs up or down)} */
    public static String explain(Output.BarJudged judged) {
        Reason reason = judged.reason();
        String name = reason == null ? judged.verdict() + side(judged) : named(reason);
        List<Condition> unmet = judged.conditions().stream()
                .filter(condition -> !condition.met())
                .toList();
        List<Condition> told = reason == null || unmet.isEmpty() ? judged.conditions() : unmet;
        String conditions = told.stream()
                .map(condition -> condition.name() + " " + condition.value() + " (needs " + condition.threshold() + ")")
                .collect(Collectors.joining(", "));
        return conditions.isEmpty() ? name : name + ": " + conditions;
    }

    private static String named(Reason reason) {
        return reason + " (" + ReasonText.of(reason) + ")";
    }

    private static String side(Output.BarJudged judged) {
        return judged.side() == null ? "" : " " + judged.side();
    }

    private Optional<String> text(Output output) {
        return switch (output) {
            case Output.BarJudged o -> judged(o);
            case Output.EntryDenied o ->
                Optional.of("denied    " + o.leg() + " " + o.side() + " " + named(o.reason()) + ": " + o.value()
                        + ", limit " + o.limit());
            case Output.BreakerChanged o ->
                Optional.of("breaker   " + o.name() + " " + o.to() + " at " + o.value() + ", trips at " + o.threshold()
                        + after(", then ", o.action()) + (o.from() == BreakerStage.TRIPPED ? ", by " + o.by() : ""));
            case Output.KillSwitchChanged o ->
                Optional.of("switch    " + o.scope() + (o.pulled() ? " halted: " : " released: ") + o.reason());
            case Output.HaltChecked o ->
                Optional.of("venue     " + o.action() + " of " + o.scope() + " on " + o.account() + " "
                        + o.stage().name().toLowerCase(Locale.ROOT) + ": " + o.found());
            case Output.FillBooked o ->
                Optional.of("fill      " + o.account() + " " + o.fill().market() + " "
                        + o.fill().side() + " " + o.booked() + " @ " + o.fill().price() + " fee "
                        + o.fill().fee() + " USD");
            case Output.LegChanged o ->
                Optional.of("leg       " + o.leg() + " " + o.state() + " " + o.size() + after(" @ ", o.entryPrice())
                        + after(" stop ", o.stopPrice()) + after(" target ", o.targetPrice()));
            case Output.TradeClosed o ->
                Optional.of("trade     " + o.leg() + " " + o.reason() + " (" + ReasonText.of(o.reason()) + ") net "
                        + o.netPnl() + " USD (gross " + o.grossPnl() + ", fees " + o.fees() + ", funding " + o.funding()
                        + ")");
            case Output.IncidentRaised o ->
                Optional.of("incident  " + o.severity() + " " + o.code() + ": " + o.message());
            case Output.TradingStateChanged o -> Optional.of("state     " + o.state() + ": " + o.reason());
            case Output.FundingBooked o ->
                Optional.of("funding   " + o.account() + " " + o.market() + " " + o.amount() + " USD");
            case Output.RequestAnswered o ->
                Optional.of("request   " + (o.accepted() ? "accepted: " : "refused: ") + o.message());
            case Output.ConnectionChanged o ->
                Optional.of("link      " + o.connection() + (o.up() ? " up" : " down") + after(" ", o.detail()));
            case Output.EpochBegan o ->
                Optional.of("epoch     " + Integer.toUnsignedString(o.run(), HEX) + "/" + o.epoch() + " build "
                        + o.build() + " configuration " + o.configHash());
            case Output.EntryJudged _,
                    Output.OrderChanged _,
                    Output.EquityMarked _,
                    Output.MarketMarked _,
                    Output.Reconciled _,
                    Output.LeverageKnown _,
                    Output.BarRevised _ -> Optional.empty();
        };
    }

    private Optional<String> judged(Output.BarJudged judged) {
        String key = judged.strategy() + "/" + judged.market();
        Reason reason = judged.reason();
        Reason before = reason == null ? lastReasons.remove(key) : lastReasons.put(key, reason);
        return reason != null && reason == before
                ? Optional.empty()
                : Optional.of("decision  " + judged.strategy() + " " + judged.market() + " " + explain(judged));
    }

    private static String after(String prefix, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "" : prefix + value;
    }
}
