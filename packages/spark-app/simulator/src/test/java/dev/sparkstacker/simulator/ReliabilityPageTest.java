package dev.sparkstacker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names tests that there are, in the modules that it says, with the counts that they have. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final Path APPLICATION = Path.of("packages", "spark-app");
    private static final Pattern ROW = Pattern.compile("^\\|[^|]*\\|\\s*`([a-z]+)`([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    /** The columns: promise, test, every change, full. */
    private static final Pattern COUNTED =
            Pattern.compile("^\\|[^|]*\\|\\s*`[a-z]+`([^|]*)\\|([^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE);

    /** How a test says how many cases it has: {@code cases(200, 5_000)}, or {@code full") ? 5_000_000L : 100_000L}. */
    private static final Pattern CASES = Pattern.compile("cases\\((\\w+), ([0-9_+ ]+)\\)");

    private static final Pattern CHOICE = Pattern.compile("full\"\\) \\? ([0-9_]+)L? : (\\w+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");

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

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            Path source = files.filter(file -> file.toString().contains("/src/test/")
                            && file.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(source);
        }
    }

    private static Set<Long> numbers(String cell) {
        return NUMBER.matcher(cell)
                .results()
                .map(found -> Long.parseLong(found.group().replace(",", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value of a literal, of a sum of literals, or of a constant of the test's. */
    private static long value(String text, String source) {
        if (Character.isDigit(text.charAt(0))) {
            return Stream.of(text.replaceAll("[_L]", "").split("\\+"))
                    .mapToLong(part -> Long.parseLong(part.strip()))
                    .sum();
        }
        Matcher constant = Pattern.compile("\\b" + text + " = ([0-9_]+)L?;").matcher(source);
        return constant.find() ? value(constant.group(1), source) : -1;
    }

    private static void requireCounts(String test, String everyChange, String full) throws IOException {
        String source = sourceOf(test);
        Matcher cases = CASES.matcher(source);
        while (cases.find()) {
            requireCount(test, "every change", everyChange, value(cases.group(1), source));
            requireCount(test, "full", full, value(cases.group(2), source));
        }
        Matcher choice = CHOICE.matcher(source);
        while (choice.find()) {
            requireCount(test, "full", full, value(choice.group(1), source));
            requireCount(test, "every change", everyChange, value(choice.group(2), source));
        }
    }

    /** One seed of everything is told as the number of its cases, and many as "× 50 seeds"; constants of elsewhere are not told. */
    private static void requireCount(String test, String column, String cell, long count) {
        if (count > 1) {
            assertThat(numbers(cell))
                    .as("%s, column \"%s\": %s", test, column, cell)
                    .contains(count);
        }
    }

    @Test
    void bothColumnsHaveTheCountsOfTheTests() throws IOException {
        Map<String, List<String>> everyChange = new TreeMap<>();
        Map<String, List<String>> full = new TreeMap<>();
        Matcher row = COUNTED.matcher(Files.readString(PAGE));
        while (row.find()) {
            Matcher test = TEST.matcher(row.group(1));
            while (test.find()) {
                everyChange
                        .computeIfAbsent(test.group(1), _ -> new ArrayList<>())
                        .add(row.group(2));
                full.computeIfAbsent(test.group(1), _ -> new ArrayList<>()).add(row.group(3));
            }
        }
        assertThat(everyChange).as("tests with counts").hasSizeGreaterThan(12);
        for (String test : everyChange.keySet()) {
            // A test may have a row for each of its promises.
            requireCounts(
                    test,
                    String.join("; ", everyChange.getOrDefault(test, List.of())),
                    String.join("; ", full.getOrDefault(test, List.of())));
        }
    }
}
