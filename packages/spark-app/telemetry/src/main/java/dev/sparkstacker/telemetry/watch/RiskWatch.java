package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.Output.BreakerChanged;
import dev.sparkstacker.domain.output.Output.EntryJudged;
import dev.sparkstacker.domain.output.Output.HaltChecked;
import dev.sparkstacker.domain.output.Output.KillSwitchChanged;
import dev.sparkstacker.domain.output.RiskCheck;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.TradingMeters;
import java.util.Locale;

/** How entries were sized and judged, and what stops them: circuit breakers and kill switches. */
final class RiskWatch {
    private static final String COMPONENT = "risk";

    private final Outlet out;
    private final TradingMeters meters;

    RiskWatch(Outlet out) {
        this.out = out;
        this.meters = out.meters().trading;
    }

    void judged(EntryJudged judged) {
        long passed = judged.checks().stream().filter(RiskCheck::passed).count();
        LogContext context = LogContext.of(COMPONENT, judged.cause())
                .strategy(judged.leg().strategy())
                .market(judged.leg().market());
        out.log()
                .event(
                        LogEvent.POSITION_SIZE_CALCULATED,
                        context,
                        "Sized " + judged.size() + " " + judged.leg().market() + ", " + judged.notional() + " USD; "
                                + passed + " of " + judged.checks().size() + " checks passed",
                        field("account", judged.account()),
                        field("leg", Labels.leg(judged.leg().role())),
                        field("direction", Figures.direction(judged.side())),
                        field("size", judged.size()),
                        field("notional", judged.notional()),
                        field("checks", Figures.checks(judged.checks())),
                        field("wished", judged.wished()),
                        field("caps", judged.caps().isEmpty() ? null : judged.caps()),
                        field("riskLeft", judged.riskLeft()),
                        field("denial", judged.denial()));
    }

    void breaker(BreakerChanged changed) {
        meters.breakerStage.labelValues(changed.name()).set(step(changed.to()));
        if (changed.to() == BreakerStage.TRIPPED) {
            if (changed.from() != BreakerStage.TRIPPED) {
                meters.breakerTrips.labelValues(Labels.of(changed.breaker())).inc();
            }
            tripped(changed);
        } else if (changed.from() == BreakerStage.TRIPPED) {
            reset(changed);
        } else {
            moved(changed);
        }
        if (changed.breaker() == BreakerKind.DAILY_LOSS) {
            dailyLoss(changed);
        }
    }

    private static double step(BreakerStage stage) {
        return switch (stage) {
            case NORMAL -> 0;
            case WARNING -> 1;
            case TRIPPED -> 2;
        };
    }

    private void tripped(BreakerChanged changed) {
        out.log()
                .event(
                        LogEvent.CIRCUIT_BREAKER_TRIGGERED,
                        LogContext.of(COMPONENT, changed.cause()),
                        changed.name() + " tripped at " + changed.value() + " (" + changed.threshold() + "): "
                                + changed.action(),
                        field("breaker", changed.breaker()),
                        field("scope", changed.scope()),
                        field("name", changed.name()),
                        field("value", changed.value()),
                        field("threshold", changed.threshold()),
                        field("action", changed.action()),
                        field("reason", changed.reason().isEmpty() ? null : changed.reason()));
    }

    private void reset(BreakerChanged changed) {
        out.log()
                .event(
                        LogEvent.CIRCUIT_BREAKER_RESET,
                        LogContext.of(COMPONENT, changed.cause()),
                        changed.name() + " was reset by " + changed.by(),
                        field("breaker", changed.breaker()),
                        field("scope", changed.scope()),
                        field("name", changed.name()),
                        field("value", changed.value()),
                        field("threshold", changed.threshold()),
                        field("who", changed.by()),
                        field("reason", changed.reason().isEmpty() ? null : changed.reason()));
    }

    private void moved(BreakerChanged changed) {
        out.log()
                .event(
                        LogEvent.CIRCUIT_BREAKER_CHANGED,
                        LogContext.of(COMPONENT, changed.cause()),
                        changed.name() + " is " + changed.to() + " at " + changed.value() + " (" + changed.threshold()
                                + ")",
                        field("breaker", changed.breaker()),
                        field("scope", changed.scope()),
                        field("name", changed.name()),
                        field("from", changed.from()),
                        field("to", changed.to()),
                        field("value", changed.value()),
                        field("threshold", changed.threshold()));
    }

    private void dailyLoss(BreakerChanged changed) {
        LogContext context = LogContext.of(COMPONENT, changed.cause());
        if (changed.to() == BreakerStage.WARNING) {
            out.log()
                    .event(
                            LogEvent.DAILY_LOSS_LIMIT_APPROACHING,
                            context,
                            "Today's loss is " + changed.value() + " (" + changed.threshold() + ")",
                            field("scope", changed.scope()),
                            field("value", changed.value()),
                            field("threshold", changed.threshold()));
        } else if (changed.to() == BreakerStage.TRIPPED) {
            out.log()
                    .event(
                            LogEvent.DAILY_LOSS_LIMIT_REACHED,
                            context,
                            "Today's loss reached its limit: " + changed.value(),
                            field("scope", changed.scope()),
                            field("value", changed.value()),
                            field("threshold", changed.threshold()),
                            field("action", changed.action()));
        }
    }

    void halt(HaltChecked checked) {
        String stage = checked.stage().name().toLowerCase(Locale.ROOT);
        out.log()
                .event(
                        LogEvent.HALT_CHECKED,
                        LogContext.of(COMPONENT, checked.cause()),
                        checked.action() + " of " + checked.scope() + " on " + checked.account() + " " + stage + ": "
                                + checked.found(),
                        field("account", checked.account()),
                        field("scope", checked.scope()),
                        field("action", checked.action()),
                        field("stage", stage),
                        field("found", checked.found()));
    }

    void killSwitch(KillSwitchChanged changed) {
        meters.killSwitches.labelValues(changed.scope()).set(changed.pulled() ? 1 : 0);
        out.log()
                .event(
                        LogEvent.KILL_SWITCH_CHANGED,
                        LogContext.of(COMPONENT, changed.cause()),
                        "Kill switch of " + changed.scope() + (changed.pulled() ? " pulled: " : " released: ")
                                + changed.reason() + " (" + changed.who() + ")",
                        field("scope", changed.scope()),
                        field("pulled", changed.pulled()),
                        field("reason", changed.reason()),
                        field("who", changed.who()));
    }
}
