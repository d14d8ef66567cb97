package dev.sparkstacker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTest {
    @Test
    void figuresCrossAProcessBoundaryUnchanged() {
        List<Figure> figures = List.of(
                Figure.of("rate", 1_234_567.5, "events/s", new Target.AtLeast(1_000_000), "± 3"),
                Figure.of("latency", 99.9, "µs", new Target.LessThan(100), "").besides("a peer: 120 µs"),
                Figure.unmeasured("size", "MB", new Target.None(), "the program did not start"));

        assertThat(figures)
                .allSatisfy(figure -> assertThat(Figure.ofLine(figure.toLine())).contains(figure));
    }

    @Test
    void otherOutputOfTheProcessIsPassedOver() {
        assertThat(Figure.ofLine("# Warmup Iteration 1")).isEmpty();
    }

    @Test
    void aBrokenFigureIsRefused() {
        assertThatThrownBy(() -> Figure.ofLine("FIGURE\trate\t12")).hasMessageContaining("Not a figure");
    }

    @Test
    void verdictsFollowTheDirectionOfTheTarget() {
        assertThat(Figure.of("rate", 10, "/s", new Target.AtLeast(10), "").verdict())
                .isEqualTo("met");
        assertThat(Figure.of("rate", 9.9, "/s", new Target.AtLeast(10), "").verdict())
                .isEqualTo("**missed**");
        assertThat(Figure.of("latency", 10, "µs", new Target.LessThan(10), "").verdict())
                .isEqualTo("**missed**");
        assertThat(Figure.unmeasured("latency", "µs", new Target.LessThan(10), "why")
                        .verdict())
                .isEqualTo("not measured");
    }
}
