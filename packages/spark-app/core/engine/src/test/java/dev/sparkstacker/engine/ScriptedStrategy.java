package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.ExitReason;
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

/** A strategy that does what the bars say: their number of trades is a word, their low price a stop. */
final class ScriptedStrategy implements Strategy {
    /** Words that a bar can say. */
    enum Word {
        BUY(1_001),
        SELL(1_002),
        TURN_LONG(1_003),
        TURN_SHORT(1_004),
        EXIT(1_005),
        HALF(1_006),
        THIRD(1_007),
        STOP_TO(1_008),
        HALF_AND_STOP_TO(1_009),
        BUY_WITH_PLAN(1_010);

        private final long trades;

        Word(long trades) {
            this.trades = trades;
        }

        long trades() {
            return trades;
        }
    }

    /** The type, by the name {@code scripted}. */
    static final StrategyType TYPE = new StrategyType() {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public String help() {
            return "Does what the bars say.";
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of();
        }

        @Override
        public Strategy create(List<Parameter> parameters, Interval interval) {
            return new ScriptedStrategy();
        }
    };

    private long bars;

    @Override
    public int warmUpBars() {
        return 1;
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        bars++;
        for (Word word : Word.values()) {
            if (word.trades() == bar.trades()) {
                return new Judgement(intents(word, bar.low()), null, 0.5, List.of(), List.of());
            }
        }
        return new Judgement(List.of(), Reason.NO_CROSSOVER, 0, List.of(), List.of());
    }

    private static List<Intent> intents(Word word, Price stop) {
        Intent exit = new Intent.Exit(ExitReason.EXIT_SIGNAL);
        Intent half = new Intent.ExitFraction("half", Rate.of("0.5"));
        return switch (word) {
            case BUY -> List.of(new Intent.Enter(Side.BUY));
            case SELL -> List.of(new Intent.Enter(Side.SELL));
            case TURN_LONG -> List.of(exit, new Intent.Enter(Side.BUY));
            case TURN_SHORT -> List.of(exit, new Intent.Enter(Side.SELL));
            case EXIT -> List.of(exit);
            case HALF -> List.of(half);
            case THIRD -> List.of(new Intent.ExitFraction("third", Rate.of("0.333333333333")));
            case STOP_TO -> List.of(new Intent.MoveStop(stop));
            case HALF_AND_STOP_TO -> List.of(half, new Intent.MoveStop(stop));
            case BUY_WITH_PLAN -> List.of(new Intent.Enter(Side.BUY, stop, Rate.of("0.03")));
        };
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(bars);
    }

    @Override
    public void load(StateSource source) {
        bars = source.getLong();
    }
}
