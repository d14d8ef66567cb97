package dev.sparkstacker.sandbox.control;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultRule;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bodies of what is asked over the side channel. */
public final class ControlRequest {
    private ControlRequest() {}

    /**
     * Nothing is left to do up to a venue time.
     *
     * @param toMs that venue time
     */
    public record Step(long toMs) {}

    /**
     * What the exchange is to let happen.
     *
     * @param phase normal, postOnly, cancelOnly or halted
     */
    public record Phase(String phase) {}

    /** Money to or from an account. */
    public record Money(String account, BigDecimal usd) {}

    /**
     * A fault to be set: scripted by {@code first} and {@code times}, or drawn by {@code permille} in a window.
     *
     * @param edge name of the edge
     * @param subject only passages of this subject
     * @param first first passage struck, counted from 1
     * @param times how many in a row
     * @param permille how many of a thousand passages
     * @param fromMs venue time from which on
     * @param untilMs venue time before which
     */
    public record Rule(
            String edge,
            Fault fault,
            @Nullable String subject,
            @Nullable Long first,
            @Nullable Long times,
            @Nullable Integer permille,
            @Nullable Long fromMs,
            @Nullable Long untilMs) {
        static Rule of(FaultRule rule) {
            return switch (rule.timing()) {
                case FaultRule.Timing.Scripted(long first, long times) ->
                    new Rule(rule.edge().name(), rule.fault(), rule.subject(), first, times, null, null, null);
                case FaultRule.Timing.Drawn(int permille, long fromMs, long untilMs) ->
                    new Rule(
                            rule.edge().name(),
                            rule.fault(),
                            rule.subject(),
                            null,
                            null,
                            permille,
                            fromMs == Long.MIN_VALUE ? null : fromMs,
                            untilMs == Long.MAX_VALUE ? null : untilMs);
            };
        }

        /** The rule. @throws IllegalArgumentException with what is wrong and what would be right */
        FaultRule rule() {
            boolean scripted = first != null || times != null;
            boolean drawn = permille != null || fromMs != null || untilMs != null;
            if (scripted && drawn) {
                throw new IllegalArgumentException(
                        "either first and times, or permille with fromMs and untilMs, not both");
            }
            FaultRule.Timing timing = drawn
                    ? new FaultRule.Timing.Drawn(
                            Objects.requireNonNullElse(permille, 1_000),
                            Objects.requireNonNullElse(fromMs, Long.MIN_VALUE),
                            Objects.requireNonNullElse(untilMs, Long.MAX_VALUE))
                    : new FaultRule.Timing.Scripted(
                            Objects.requireNonNullElse(first, 1L), Objects.requireNonNullElse(times, 1L));
            return new FaultRule(Edge.of(edge), fault, subject, timing);
        }
    }
}
