package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.OptimizeRequest;
import dev.sparkstacker.backtest.data.FundingCsv;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.optimize.Dimension;
import dev.sparkstacker.backtest.optimize.Fold;
import dev.sparkstacker.backtest.optimize.Folds;
import dev.sparkstacker.backtest.optimize.GeneticSearch;
import dev.sparkstacker.backtest.optimize.GridSearch;
import dev.sparkstacker.backtest.optimize.Objective;
import dev.sparkstacker.backtest.optimize.Optimizer;
import dev.sparkstacker.backtest.optimize.RandomSearch;
import dev.sparkstacker.backtest.optimize.Search;
import dev.sparkstacker.backtest.optimize.Space;
import dev.sparkstacker.backtest.optimize.TpeSearch;
import dev.sparkstacker.backtest.optimize.Window;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.run.Funding;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A search as it was asked for, checked.
 *
 * @param expectedRuns at most
 */
record SearchPlan(
        Space space, Objective objective, Optimizer.Plan searches, OptimizeRequest request, long expectedRuns) {
    private static final int TRAIN_PARTS = 3;
    private static final int MOST_FOLDS = 100;

    /** Checks a request. @throws CommandFailure if it is wrong, with what would be right */
    static SearchPlan of(OptimizeRequest request, BacktestInputs inputs) {
        if (!(inputs.data() instanceof MarketData.Bars bars)) {
            throw SettingsReader.usage(
                    "A search runs over bars; " + request.run().data() + " holds single prints.");
        }
        Space space = space(request, inputs);
        Window window = window(space, inputs, bars);
        List<Fold> folds = Folds.onGrid(
                folds(request, window, inputs, space),
                inputs.settings().strategy().interval().millis());
        Objective objective = objective(request.objective());
        Search first = search(request, space, 0);
        long trials = first instanceof GridSearch ? space.size() : Math.min(request.trials(), space.size());
        long trainWindows =
                folds.stream().mapToLong(fold -> fold.train().size()).sum();
        return new SearchPlan(
                space,
                objective,
                new Optimizer.Plan(window, folds, fold -> search(request, space, fold)),
                request,
                trials * (1 + trainWindows) + trials + folds.size());
    }

    private static Space space(OptimizeRequest request, BacktestInputs inputs) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String text : request.varied()) {
            int equals = text.indexOf('=');
            String name = equals < 1 ? text : text.substring(0, equals).strip();
            ParameterSpec spec = spec(inputs.type(), name);
            try {
                dimensions.add(Dimension.parse(spec, equals < 1 ? "" : text.substring(equals + 1)));
            } catch (InvalidParameter wrong) {
                throw new CommandFailure(ExitCode.USAGE, "--vary " + wrong.getMessage(), wrong);
            }
        }
        try {
            return new Space(dimensions, fixed(inputs, dimensions));
        } catch (IllegalArgumentException wrong) {
            throw SettingsReader.usage("--vary: " + wrong.getMessage() + ".");
        }
    }

    /** What the strategy has besides what is varied. */
    private static List<Parameter> fixed(BacktestInputs inputs, List<Dimension> dimensions) {
        return inputs.settings().strategy().parameters().stream()
                .filter(parameter ->
                        dimensions.stream().noneMatch(varied -> varied.name().equals(parameter.name())))
                .toList();
    }

    private static ParameterSpec spec(StrategyType type, String name) {
        return type.parameters().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SettingsReader.usage("--vary: " + type.name() + " has no parameter '" + name
                        + "'; it has "
                        + type.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", ")) + "."));
    }

    /** From where the slowest candidate is warm to the end of the data, so that all trade the same period. */
    private static Window window(Space space, BacktestInputs inputs, MarketData.Bars data) {
        BarColumns bars = data.bars();
        RunSettings settings = inputs.settings();
        long barMs = settings.strategy().interval().millis();
        long warmMs = warmMs(space, inputs);
        long from = Objects.requireNonNullElse(settings.fromMs(), bars.openTimeMs(0) + warmMs);
        long end = bars.openTimeMs(bars.size() - 1) + data.interval().millis();
        long to = Math.min(Objects.requireNonNullElse(settings.toMs(), end), end);
        if (from >= to) {
            throw SettingsReader.usage("The data end before the slowest candidate is warm (" + warmMs / barMs
                    + " bars); take more data or shorter parameters.");
        }
        return new Window(from, to);
    }

    private static long holdMs(BacktestInputs inputs) {
        return inputs.settings().strategy().exits().maxHoldMs();
    }

    /** What the engine reads for the slowest candidate before it trades. */
    private static long historyMs(Space space, BacktestInputs inputs) {
        Interval interval = inputs.settings().strategy().interval();
        return RunSettings.historyBars(space.slowestWarmUp(inputs.type(), interval)) * interval.millis();
    }

    /** What the slowest candidate needs before it can judge. */
    private static long warmMs(Space space, BacktestInputs inputs) {
        Interval interval = inputs.settings().strategy().interval();
        return space.slowestWarmUp(inputs.type(), interval) * interval.millis();
    }

    private static List<Fold> folds(OptimizeRequest request, Window window, BacktestInputs inputs, Space space) {
        OptimizeRequest.Validation wanted = request.validation();
        if (wanted.folds() < 2 || wanted.folds() > MOST_FOLDS) {
            throw SettingsReader.usage("--folds is " + wanted.folds() + "; it may be 2 to " + MOST_FOLDS + ".");
        }
        try {
            return switch (wanted.kind()) {
                case "anchored" -> Folds.anchored(window, wanted.folds());
                case "rolling" ->
                    Folds.rolling(window, wanted.folds(), Objects.requireNonNullElse(wanted.trainParts(), TRAIN_PARTS));
                case "purged" ->
                    Folds.purged(
                            window,
                            wanted.folds(),
                            holdMs(inputs),
                            Math.addExact(holdMs(inputs), historyMs(space, inputs)));
                default ->
                    throw SettingsReader.usage(
                            "--validate is '" + wanted.kind() + "'; it may be anchored, rolling or purged.");
            };
        } catch (IllegalArgumentException wrong) {
            throw SettingsReader.usage("--folds: " + wrong.getMessage() + ".");
        }
    }

    private static Objective objective(String text) {
        try {
            return Objective.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw SettingsReader.usage("--objective: " + wrong.getMessage() + ".");
        }
    }

    private static Search search(OptimizeRequest request, Space space, int fold) {
        long seed = request.seed() * 1_000 + fold;
        try {
            return switch (request.search()) {
                case "grid" -> new GridSearch(space);
                case "random" -> new RandomSearch(space, request.trials(), seed);
                case "genetic" -> new GeneticSearch(space, request.trials(), seed);
                case "tpe" -> new TpeSearch(space, request.trials(), seed);
                default ->
                    throw SettingsReader.usage(
                            "--search is '" + request.search() + "'; it may be grid, random, genetic or tpe.");
            };
        } catch (IllegalArgumentException wrong) {
            throw SettingsReader.usage(wrong.getMessage() + ".");
        }
    }

    /**
     * Everything that an outcome depends on besides candidate and window.
     *
     * @param code names the build: two builds of one commit may differ
     */
    String study(BacktestInputs inputs, String code) {
        RunSettings settings = inputs.settings();
        return code + " " + settings.trading() + " " + settings.rules() + " " + settings.balance() + " "
                + settings.latencyMs() + " " + settings.depth().describe() + " " + funding(settings.funding()) + " "
                + settings.seed() + " " + inputs.data().files();
    }

    /** Recorded rates are known by the bytes of their file. */
    private static String funding(Funding funding) {
        return switch (funding) {
            case Funding.Configured configured -> configured.describe();
            case Funding.Recorded(FundingCsv rates) -> rates.file().toString();
        };
    }

    /** What the search was, for its files. */
    Map<String, Object> identity(BacktestInputs inputs) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("build", inputs.settings().build().toString());
        identity.put("strategy", inputs.settings().strategy().id().toString());
        identity.put("type", inputs.type().name());
        identity.put("interval", inputs.settings().strategy().interval().code());
        identity.put("market", inputs.settings().rules().market().symbol());
        identity.put("data", inputs.data().files().stream().map(DataFile::name).toList());
        identity.put(
                "sha256", inputs.data().files().stream().map(DataFile::sha256).toList());
        identity.put("varied", request.varied());
        identity.put("search", request.search());
        identity.put("seed", request.seed());
        identity.put(
                "validation",
                request.validation().kind() + " " + request.validation().folds());
        return identity;
    }
}
