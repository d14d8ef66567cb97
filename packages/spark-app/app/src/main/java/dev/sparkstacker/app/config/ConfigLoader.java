package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.bind.Binder;
import dev.sparkstacker.app.config.bind.EffectiveValue;
import dev.sparkstacker.app.config.check.Checks;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.source.DotEnv;
import dev.sparkstacker.app.config.source.LocatedJson;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Overrides;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the effective configuration.
 *
 * <pre>
 *  defaults ◄─ file (comments, ${ENV}) ◄─ environment ◄─ flags ◄─ DRY_RUN=true
 *                                │ each value keeps who set it
 *                                ▼
 *             typed records ─► checks between settings ─► hash
 * </pre>
 *
 * Everything that is wrong is found in one go; nothing is started before.
 */
public final class ConfigLoader {
    private ConfigLoader() {}

    /** Loads and checks. @throws ConfigException with every problem, if there is an error among them */
    public static EffectiveConfig load(ConfigRequest request) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> environment =
                DotEnv.beneath(request.home().resolve(".env"), request.environment(), problems);
        Optional<ObjectValue> layered = layered(request, environment, problems);
        if (layered.isEmpty()) {
            throw new ConfigException(problems);
        }
        Binder binder = new Binder(problems);
        Optional<AppConfig> config = binder.bind(AppConfig.class, layered.get());
        Places places = new Places(binder.origins(), binder.paths());
        if (config.isPresent()) {
            Checks.run(config.get(), places, environment, request.home(), problems);
        }
        problems.sort(Comparator.comparingInt(ConfigLoader::line));
        if (config.isEmpty() || problems.stream().anyMatch(Problem::isError)) {
            throw new ConfigException(problems);
        }
        List<EffectiveValue> values = binder.values();
        return new EffectiveConfig(
                config.get(), values, places, List.copyOf(problems), ConfigHash.of(values), request.home());
    }

    private static Optional<ObjectValue> layered(
            ConfigRequest request, Map<String, String> environment, List<Problem> problems) {
        Optional<Value> file = readFile(request, problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (!(new Variables(environment, problems).replaceIn(file.get()) instanceof ObjectValue object)) {
            problems.add(Problem.error(
                    file.get().origin(),
                    "",
                    "expected an object, got " + file.get().describe(),
                    "Write { … }."));
            return Optional.empty();
        }
        EnvironmentLayer layer = new EnvironmentLayer(environment, problems);
        ObjectValue result = layer.over(object);
        for (ConfigRequest.Flag flag : request.flags()) {
            result = Overrides.with(result, flag.path(), Overrides.text(flag.origin(), flag.text()));
        }
        return Optional.of(layer.dryRunOver(result));
    }

    private static Optional<Value> readFile(ConfigRequest request, List<Problem> problems) {
        String name = shownName(request);
        try {
            return LocatedJson.read(name, Files.readString(request.file(), StandardCharsets.UTF_8), problems);
        } catch (NoSuchFileException absent) {
            problems.add(Problem.error(
                    new Origin.InFile(name, 1, 1), "", "there is no such file", "Name one with --config FILE."));
        } catch (IOException e) {
            problems.add(Problem.error(
                    new Origin.InFile(name, 1, 1), "", "cannot be read: " + e, "Check its permissions and encoding."));
        }
        return Optional.empty();
    }

    /** Relative to the product's folder where it is inside. */
    private static String shownName(ConfigRequest request) {
        Path file = request.file().toAbsolutePath().normalize();
        Path home = request.home().toAbsolutePath().normalize();
        return (file.startsWith(home) ? home.relativize(file) : file).toString();
    }

    private static int line(Problem problem) {
        return problem.origin() instanceof Origin.InFile place ? place.line() : Integer.MAX_VALUE;
    }
}
