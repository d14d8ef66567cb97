package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.time.Instant;
import java.util.List;

/** A strategy type whose strategies, when they throw, say on which bar; everything else is theirs. */
record WatchedType(StrategyType type) implements StrategyType {
    @Override
    public String name() {
        return type.name();
    }

    @Override
    public String help() {
        return type.help();
    }

    @Override
    public List<ParameterSpec> parameters() {
        return type.parameters();
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        return new Watched(type.name(), type.create(parameters, interval));
    }

    private record Watched(String name, Strategy strategy) implements Strategy {
        @Override
        public int warmUpBars() {
            return strategy.warmUpBars();
        }

        @Override
        public Judgement onBarClosed(Bar bar, Standing standing) {
            try {
                return strategy.onBarClosed(bar, standing);
            } catch (RuntimeException thrown) {
                throw new BacktestException(
                        "Strategy " + name + " failed on the bar of " + Instant.ofEpochMilli(bar.openTimeMs()) + " ("
                                + bar.openTimeMs() + ", close " + bar.close() + "): " + thrown
                                + ". Nothing was written.",
                        thrown);
            }
        }

        @Override
        public void save(StateSink sink) {
            strategy.save(sink);
        }

        @Override
        public void load(StateSource source) {
            strategy.load(source);
        }
    }
}
