package dev.sparkstacker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final Machine MACHINE =
            new Machine(2, "cpu", "Linux", "25", "abc1234", "0.1", "2026-01-01T00:00:00Z");

    @Test
    void whatMissedItsTargetIsExplained() {
        String report = report("month", Figure.of("30 days", 2, "s", new Target.LessThan(1), ""));

        assertThat(report).contains("**missed**").contains("**month**: " + Profiles.of("month"));
    }

    @Test
    void whatMissedItsTargetWithoutAProfileSaysSo() {
        String report = report("unprofiled", Figure.of("something", 2, "s", new Target.LessThan(1), ""));

        assertThat(report).contains("**unprofiled**: no profile has been taken.");
    }

    @Test
    void everyProfileIsOfABenchmarkThereIs() throws Exception {
        List<String> names = Main.ALL.stream().map(Measurement::name).toList();
        Path profiles = Path.of(Profiles.class.getResource("profiles").toURI());

        try (Stream<Path> files = Files.list(profiles)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(names).contains(name));
        }
    }

    @Test
    void whatMetItsTargetOrCouldNotBeMeasuredIsNot() {
        Target target = new Target.LessThan(1);

        assertThat(report("month", Figure.of("30 days", 0.5, "s", target, ""))).doesNotContain("**month**");
        assertThat(report("month", Figure.unmeasured("30 days", "s", target, "no file")))
                .doesNotContain("**month**");
    }

    private static String report(String benchmark, Figure figure) {
        return Report.markdown(MACHINE, Effort.FULL, Map.of(benchmark, List.of(figure)));
    }
}
