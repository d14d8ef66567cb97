package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.config.StrategyConfig;
import java.util.ArrayList;
import java.util.List;

/** What makes a strategy's entries impossible, all or many: a configuration that nobody wants and somebody writes. */
enum Flaw {
    /** Less than the venue's least order. */
    MARGIN_TOO_SMALL,
    /** Less than a lot. */
    SIZE_BELOW_A_LOT,
    /** Kelly's formula says: do not trade. */
    NO_EDGE,
    /** Liquidated before it is stopped. */
    STOP_BEYOND_LIQUIDATION,
    /** The stop is where the entry is. */
    STOP_AT_ENTRY,
    /** A short's target would be a price of nothing. */
    TARGET_AT_ZERO,
    /** Crossings are nearly all too weak. */
    HISTOGRAM_TOO_DEMANDING,
    /** Needs more bars than there are. */
    AVERAGE_TOO_LONG;

    private static final ExitConfig USUAL = new ExitConfig(Rate.of("0.02"), Rate.of("0.04"), 3_600_000);

    /** The strategy with this flaw. */
    StrategyConfig spoil(StrategyConfig sound) {
        return switch (this) {
            case MARGIN_TOO_SMALL -> sized(sound, new SizingMethod.FixedUsd(Usd.of("0.5")));
            case SIZE_BELOW_A_LOT -> sized(sound, new SizingMethod.FixedUnits(Quantity.of("0.00001")));
            case NO_EDGE -> sized(sound, new SizingMethod.Kelly(Pct.of("30"), Pct.of("1"), Pct.of("1"), Pct.of("10")));
            case STOP_BEYOND_LIQUIDATION ->
                with(sound, sound.parameters(), sound.main(), exits(Rate.of("0.12"), USUAL.targetDistance()));
            case STOP_AT_ENTRY -> with(sound, sound.parameters(), sound.main(), exits(Rate.ZERO, Rate.of("0.04")));
            case TARGET_AT_ZERO ->
                with(sound, sound.parameters(), sound.main(), exits(USUAL.stopDistance(), Rate.of("1")));
            case HISTOGRAM_TOO_DEMANDING -> with(sound, plus(sound, "minHistogramBps", "100"), sound.main(), USUAL);
            case AVERAGE_TOO_LONG -> with(sound, plus(sound, "slowBars", "1000"), sound.main(), USUAL);
        };
    }

    private static ExitConfig exits(Rate stop, Rate target) {
        return new ExitConfig(stop, target, USUAL.maxHoldMs());
    }

    private static StrategyConfig sized(StrategyConfig sound, SizingMethod method) {
        LegConfig main = sound.main();
        return with(
                sound,
                sound.parameters(),
                new LegConfig(main.account(), new SizingConfig(method, false), main.leverage()),
                sound.exits());
    }

    private static List<Parameter> plus(StrategyConfig sound, String name, String value) {
        List<Parameter> parameters = new ArrayList<>(sound.parameters());
        parameters.removeIf(parameter -> parameter.name().equals(name));
        parameters.add(new Parameter(name, value));
        parameters.sort((a, b) -> a.name().compareTo(b.name()));
        return parameters;
    }

    private static StrategyConfig with(
            StrategyConfig sound, List<Parameter> parameters, LegConfig main, ExitConfig exits) {
        return new StrategyConfig(
                sound.id(),
                sound.type(),
                sound.markets(),
                sound.interval(),
                parameters,
                main,
                sound.hedge(),
                exits,
                sound.reverse());
    }
}
