package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.OptimizeRequest;
import dev.sparkstacker.app.port.OptimizeTools;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code optimize}: a search for parameters. */
@Command(
        name = "optimize",
        sortOptions = false,
        description =
                "Search for parameters, judge the search on data it has not seen, and suggest something only where"
                        + " that holds. Stop it at any time: the same command goes on from there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker optimize --strategy macd --vary fastBars=6..16:2 --vary slowBars=18..40:2 \\",
            "      --data eth_usdt_1m.csv.gz --out runs/macd-grid",
            "  spark-stacker optimize --strategy ma-cross --vary average=* --vary fastBars=5..50 --vary slowBars=20..200:5 \\",
            "      --search tpe --trials 300 --objective sharpe-0.5*drawdown --validate rolling --folds 6 \\",
            "      --data eth_usdt_1m.csv.gz --interval 15m --out runs/ma-tpe"
        })
final class OptimizeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final OptimizeTools tools;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "K=A..B[:STEP]",
            description = "A parameter and its values: 5..20, 5..20:5, 8,13,21, or * for every word of a choice.")
    private List<String> varied = List.of();

    @Option(
            names = "--search",
            paramLabel = "NAME",
            defaultValue = "grid",
            description = "grid, random, genetic or tpe (Bayesian). Default: ${DEFAULT-VALUE}.")
    private String search = "grid";

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "200",
            description = "Candidates to try where the search draws them. Default: ${DEFAULT-VALUE}.")
    private long trials;

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            defaultValue = "sharpe",
            description = "sharpe, sortino, calmar, profitFactor, return, drawdown-penalised, or a sum such as"
                    + " sharpe-0.5*drawdown. Default: ${DEFAULT-VALUE}.")
    private String objective = "";

    @Option(
            names = "--validate",
            paramLabel = "HOW",
            defaultValue = "anchored",
            description = "Walk forward anchored or rolling, or purged folds. Default: ${DEFAULT-VALUE}.")
    private String validation = "";

    @Option(names = "--folds", paramLabel = "N", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(
            names = "--train-parts",
            paramLabel = "N",
            description = "Length of a rolling training window in test windows. Default: 3.")
    private @Nullable Integer trainParts;

    @Option(
            names = "--search-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of what the search draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    OptimizeCommand(Terminal terminal, OptimizeTools tools) {
        this.terminal = terminal;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        OptimizeRequest request = new OptimizeRequest(
                run.request(),
                varied,
                search,
                trials,
                objective,
                new OptimizeRequest.Validation(validation, folds, trainParts),
                seed,
                run.threads());
        return tools.optimize(request, () -> configuration.load(terminal, List.of()), terminal)
                .status();
    }
}
