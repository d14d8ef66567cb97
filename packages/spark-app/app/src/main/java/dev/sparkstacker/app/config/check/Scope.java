package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.Places;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.source.Problem;
import java.util.List;

/**
 * What a check sees and where it reports.
 *
 * @param config the typed settings
 * @param places where they stand
 * @param problems what was found so far; checks add to it
 */
record Scope(AppConfig config, Places places, List<Problem> problems) {
    void error(String path, String what, String remedy) {
        problems.add(Problem.error(places.originOf(path), path, what, remedy));
    }

    void warning(String path, String what, String remedy) {
        problems.add(Problem.warning(places.originOf(path), path, what, remedy));
    }

    String pathOf(Record settings) {
        return places.pathOf(settings);
    }

    /** Where another setting stands, for "… at config.json:12". */
    String placeOf(String path) {
        return places.originOf(path).describe();
    }

    /** Whether nothing at or below a path is wrong already: a check on a replaced value would mislead. */
    boolean sound(String path) {
        return problems.stream().filter(Problem::isError).noneMatch(problem -> isWithin(problem.path(), path));
    }

    private static boolean isWithin(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + ".") || path.startsWith(prefix + "[");
    }
}
