package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.Label;
import dev.sparkstacker.backtest.result.Label.Kind;
import java.util.List;

/** What of the simulated market is real and what is not. */
final class Labels {
    private Labels() {}

    /** @param bothPaths whether both orders of the extremes within a bar were run */
    static List<Label> of(RunSettings settings, MarketData data, boolean bothPaths) {
        return switch (data) {
            case MarketData.Bars bars -> ofBars(settings, bars, bothPaths);
            case MarketData.Ticks ticks -> ofTicks(settings, ticks);
        };
    }

    private static List<Label> ofBars(RunSettings settings, MarketData.Bars bars, boolean bothPaths) {
        return List.of(
                new Label(
                        "prices",
                        Kind.RECORDED,
                        "open, high, low and close of " + bars.interval().code() + " bars"),
                new Label(
                        "path",
                        Kind.MODELLED,
                        bothPaths
                                ? "both orders of the extremes within a bar were run; the one with the lower end equity is"
                                        + " shown"
                                : "one order of the extremes within a bar was run; the other may end otherwise"),
                depth(settings),
                new Label("mark price", Kind.MODELLED, "mark and oracle price are the traded price"),
                funding(settings));
    }

    private static List<Label> ofTicks(RunSettings settings, MarketData.Ticks ticks) {
        Label prices = new Label(
                "prices",
                Kind.RECORDED,
                ticks.printed()
                        ? "prints one by one, in the order in which they came"
                        : "quotes one by one; no prints");
        Label book = ticks.quoted()
                ? new Label("depth", Kind.RECORDED, "as far as it was recorded; deeper levels do not exist")
                : depth(settings);
        Label mark = new Label(
                "mark price", Kind.MODELLED, "the middle of the best prices where no mark price was recorded");
        return List.of(prices, book, mark, funding(settings));
    }

    private static Label depth(RunSettings settings) {
        Kind kind = settings.depth() instanceof Depth.Slipped ? Kind.CONFIGURED : Kind.MODELLED;
        return new Label("depth", kind, settings.depth().describe());
    }

    private static Label funding(RunSettings settings) {
        return switch (settings.funding()) {
            case Funding.Recorded recorded -> new Label("funding", Kind.RECORDED, recorded.describe());
            case Funding.Configured configured ->
                new Label(
                        "funding", configured.hourly().isZero() ? Kind.ABSENT : Kind.CONFIGURED, configured.describe());
        };
    }
}
