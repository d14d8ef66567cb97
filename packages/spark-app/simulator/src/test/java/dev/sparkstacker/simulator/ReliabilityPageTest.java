package dev.sparkstacker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names tests that there are, in the modules that it says. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final Path APPLICATION = Path.of("packages", "spark-app");
    private static final Pattern ROW = Pattern.compile("^\\|[^|]*\\|\\s*`([a-z]+)`([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    /** {@code module/Test} of everything under a test folder. */
    private static Set<String> existing() throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            return files.filter(file -> file.toString().contains("/src/test/")
                            && file.toString().endsWith("Test.java"))
                    .map(file ->
                            moduleOf(file) + "/" + file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String moduleOf(Path file) {
        String path = APPLICATION.relativize(file).toString();
        String module = path.substring(0, path.indexOf("/src/test/"));
        return module.substring(module.lastIndexOf('/') + 1);
    }

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            Matcher test = TEST.matcher(row.group(2));
            while (test.find()) {
                named.add(row.group(1) + "/" + test.group(1));
            }
        }
        assertThat(named).as("tests in the table of " + PAGE).hasSizeGreaterThan(12);
        assertThat(existing()).containsAll(named);
    }
}
