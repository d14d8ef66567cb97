package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.run.Backtest;
import dev.sparkstacker.backtest.run.BacktestException;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.backtest.run.Setup;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.StrategyType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evaluates candidates by whole runs of the engine, on the thread that asks. */
public final class RunEvaluation implements Evaluation {
    private final RunSettings template;
    private final StrategyType type;
    private final MarketData data;

    /**
     * @param template every setting but the parameters and the period
     * @param type of the template's strategy
     */
    public RunEvaluation(RunSettings template, StrategyType type, MarketData data) {
        this.template = template;
        this.type = type;
        this.data = data;
    }

    @Override
    public Outcome run(Task task) {
        try {
            RunSettings settings = settings(task.candidate().parameters())
                    .withPeriod(task.window().fromMs(), task.window().toMs());
            return outcome(new Backtest(settings, data, 1, name -> Optional.of(type))
                    .run()
                    .result());
        } catch (InvalidParameter contradiction) {
            return new Outcome.Refused(String.valueOf(contradiction.getMessage()));
        } catch (BacktestException failed) {
            return new Outcome.Refused("The run failed: " + failed.getMessage());
        }
    }

    /** The settings of a run with these parameters. @throws InvalidParameter if they contradict each other */
    public RunSettings settings(List<Parameter> parameters) {
        type.create(parameters, template.strategy().interval());
        return Setup.withParameters(template, type, parameters);
    }

    private static Outcome outcome(BacktestResult result) {
        double profit = 0;
        double loss = 0;
        for (ClosedTrade trade : result.trades()) {
            double net = (double) trade.netPnl().e8() / FixedPoint.ONE;
            profit += Math.max(net, 0);
            loss += Math.max(-net, 0);
        }
        List<Double> returns =
                Arrays.stream(result.equity().curve().dailyReturns()).boxed().toList();
        return new Outcome.Ran(returns, profit, loss, result.trades().size(), result.tradeHash());
    }
}
