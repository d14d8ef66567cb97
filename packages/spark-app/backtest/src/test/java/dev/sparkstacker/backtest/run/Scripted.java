package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A strategy that does what it is told on bars named by their open time. */
record Scripted(Map<Long, Intent> intents, long throwsAtMs) implements StrategyType {
    static Scripted of(Map<Long, Intent> intents) {
        return new Scripted(intents, -1);
    }

    Function<String, Optional<StrategyType>> finder() {
        return name -> Optional.of(this);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String help() {
        return "Does what it is told.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        return new Strategy() {
            @Override
            public int warmUpBars() {
                return 1;
            }

            @Override
            public Judgement onBarClosed(Bar bar, Standing standing) {
                if (bar.openTimeMs() == throwsAtMs) {
                    throw new ArithmeticException("divided by nothing");
                }
                Intent intent = intents.get(bar.openTimeMs());
                return intent == null
                        ? new Judgement(List.of(), Reason.NO_SIGNAL, 0, List.of(), List.of())
                        : new Judgement(List.of(intent), null, 1, List.of(), List.of());
            }

            @Override
            public void save(StateSink sink) {
                // It remembers nothing.
            }

            @Override
            public void load(StateSource source) {
                // It remembers nothing.
            }
        };
    }
}
