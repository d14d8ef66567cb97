package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.port.BacktestRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.data.DataFiles;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.library.BarFile;
import dev.sparkstacker.backtest.library.BarFileReader;
import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a run is made of, read from what a person asked for. */
record BacktestInputs(RunSettings settings, StrategyType type, MarketData data) {
    /**
     * Reads data, rules and settings.
     *
     * @throws CommandFailure if the request is wrong
     * @throws DataException naming file, line and column of what is wrong with the data
     */
    static BacktestInputs read(RunIdentity.Build build, BacktestRequest request, Supplier<EffectiveConfig> config) {
        MarketRules rules = rules(request);
        MarketData data =
                new DataFiles(List.of(new RecordingData(rules.market()), new BarFileReader())).read(request.data());
        RunSettings settings = new SettingsReader(build, request, config).read(data, rules);
        StrategyType type = Strategies.byName(settings.strategy().type()).orElseThrow();
        return new BacktestInputs(settings, type, data);
    }

    private static MarketRules rules(BacktestRequest request) {
        MarketTable table = MarketTable.bundled();
        String chosen = request.market();
        MarketId market = chosen == null ? marketOf(request.data(), table) : MarketId.parse(chosen);
        return table.rules(market)
                .orElseThrow(() -> SettingsReader.usage("The market table of " + table.date() + " has no " + market
                        + "; it has " + names(table.names()) + "."));
    }

    private static MarketId marketOf(Path file, MarketTable table) {
        if (BarFile.isOne(file)) {
            return BarFile.read(file).market();
        }
        if (RecordingData.isRecording(file)) {
            List<MarketId> held = RecordingData.markets(file);
            if (held.size() == 1) {
                return held.getFirst();
            }
            throw SettingsReader.usage(file + " holds " + names(held) + "; choose one with --market.");
        }
        return table.ofFile(file)
                .orElseThrow(() -> SettingsReader.usage("The name of " + file
                        + " does not say of which market it is; choose it with --market, such as --market ETH-USD."));
    }

    private static String names(List<MarketId> markets) {
        return markets.stream().map(MarketId::symbol).collect(Collectors.joining(", "));
    }
}
