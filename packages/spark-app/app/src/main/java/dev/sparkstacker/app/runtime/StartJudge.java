package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.check.VenueChecks;
import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.sandbox.price.DataFileException;
import java.util.ArrayList;
import java.util.List;

/** Judges what the paper venue in this process will be: its markets, its start prices, its recorded file. */
final class StartJudge implements ConfigJudge {
    @Override
    public Judgement judge(EffectiveConfig config) {
        if (config.isLive()) {
            return left(
                    "the venue's markets and prices, and whether its accounts accept these keys: asked at the start");
        }
        if (config.config().paper().sandboxUrl() != null) {
            return left(
                    "the markets of the sandbox at " + config.config().paper().sandboxUrl() + ": asked at the start");
        }
        if (config.config().paper().feed() == FeedKind.HYPERLIQUID) {
            return left("the public feed's markets and prices: asked at the start");
        }
        List<Problem> problems = new ArrayList<>(
                VenueChecks.run(config, SandboxMarkets.instruments(config), SandboxMarkets.startPrices(config)));
        if (config.config().paper().feed() == FeedKind.FILE && problems.stream().noneMatch(Problem::isError)) {
            file(config, problems);
        }
        return new Judgement(List.copyOf(problems), "");
    }

    private static void file(EffectiveConfig config, List<Problem> problems) {
        String path = "paper.dataFile";
        try {
            PaperVenue.checkPrices(config).ifPresent(found -> problems.addAll(RecordingFit.problems(config, found)));
        } catch (DataFileException | CommandFailure wrong) {
            String what = String.valueOf(wrong.getMessage()).replaceFirst("\\.$", "");
            problems.add(Problem.error(config.places().originOf(path), path, what, ""));
        }
    }

    private static Judgement left(String what) {
        return new Judgement(List.of(), what);
    }
}
