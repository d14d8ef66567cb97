package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.sandbox.price.BarFileSource;
import dev.sparkstacker.sandbox.price.CatchUpSource;
import dev.sparkstacker.sandbox.price.CombinedSource;
import dev.sparkstacker.sandbox.price.DataFileException;
import dev.sparkstacker.sandbox.price.GeneratorMemory;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SeededGenerator;
import dev.sparkstacker.sandbox.price.SkippedSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import dev.sparkstacker.sandbox.price.TickFileSource;
import dev.sparkstacker.sandbox.price.WarmUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which prices a configuration asks for, and the name of the folder that keeps the paper accounts traded on them: an
 * account traded on one source's prices means nothing on another's.
 */
final class SourceChoice {
    /** History before the first venue time: what the venue would remember of one-minute bars. */
    static final long HISTORY_MS = 5_000 * 60_000L;

    private static final long MINUTE_MS = 60_000;

    private final SandboxConfig config;
    private final List<Instrument> instruments;

    SourceChoice(SandboxConfig config, List<Instrument> instruments) {
        this.config = config;
        this.instruments = instruments;
    }

    /** Folder name, such as {@code synthetic-seed-1}. */
    String folder() {
        PriceSource given = config.prices();
        if (given != null) {
            return given.id().replaceAll("[^a-zA-Z0-9._-]", "_");
        }
        Path file = config.dataFile();
        return file == null
                ? "synthetic-seed-" + config.seed()
                : "file-" + name(file).replaceAll("[^a-zA-Z0-9._-]", "_");
    }

    /**
     * The source.
     *
     * @param nowMs machine time, where generated prices begin when there is no earlier venue time
     * @param resumeMs venue time of the last run, or null
     * @param genesisMs where generated prices began in the first run, or null
     */
    PriceSource open(long nowMs, @Nullable Long resumeMs, @Nullable Long genesisMs) {
        PriceSource given = config.prices();
        if (given != null && given.kind() == SourceKind.LIVE) {
            return resumeMs == null || resumeMs >= given.startMs()
                    ? given
                    : new CatchUpSource(given, instruments, resumeMs, config.seed());
        }
        Path file = config.dataFile();
        if (given != null || file != null) {
            PriceSource source = given != null ? given : fileSource(Objects.requireNonNull(file));
            return resumeMs == null ? WarmUp.behind(source) : new SkippedSource(source, resumeMs);
        }
        long startMs = resumeMs == null ? nowMs : resumeMs;
        long genesis = genesisMs == null ? genesis(startMs) : genesisMs;
        List<PriceSource> generators = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            SeededGenerator.Origin origin = new SeededGenerator.Origin(
                    config.seed(), config.markets().get(i).startPrice(), genesis);
            GeneratorMemory memory = new GeneratorMemory(
                    config.stateFolder().resolve(folder()), instruments.get(i).market(), origin);
            generators.add(new SeededGenerator(instruments.get(i), origin, startMs, memory));
        }
        return new CombinedSource(generators);
    }

    /** Where generated prices of a first run begin. */
    static long genesis(long startMs) {
        return Math.floorDiv(startMs - HISTORY_MS, MINUTE_MS) * MINUTE_MS;
    }

    private PriceSource fileSource(Path file) {
        if (!Files.isReadable(file)) {
            throw new DataFileException(file, 0, "there is no such file, or it may not be read");
        }
        Instrument instrument = instrumentOf(file);
        if (BarFileSource.accepts(file)) {
            return new BarFileSource(instrument, file, config.seed());
        }
        if (TickFileSource.acceptsTrades(file)) {
            return new TickFileSource(instrument, file, partner(file, "trades", "bbo"));
        }
        if (TickFileSource.acceptsQuotes(file)) {
            return new TickFileSource(instrument, partner(file, "bbo", "trades"), file);
        }
        throw new DataFileException(
                file,
                1,
                "the header is that of no recorded market; bars begin with timestamp_ms,open,high,low,close,volume");
    }

    private static Path partner(Path file, String own, String other) {
        Path partner = file.resolveSibling(name(file).replace("_" + own, "_" + other));
        if (partner.equals(file) || !Files.isReadable(partner)) {
            throw new DataFileException(
                    file, 0, "trades and best bid and offer go together: expected a file ..._" + other + " beside it");
        }
        return partner;
    }

    private Instrument instrumentOf(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        for (Instrument instrument : instruments) {
            String coin = instrument.market().coin().toLowerCase(Locale.ROOT);
            if (name.contains(coin + "usd") || name.contains(coin + "-usd")) {
                return instrument;
            }
        }
        if (instruments.size() == 1) {
            return instruments.getFirst();
        }
        throw new DataFileException(
                file,
                0,
                "its name does not tell its market; it must contain one such as ETHUSD of "
                        + instruments.stream().map(Instrument::market).toList());
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), "");
    }
}
