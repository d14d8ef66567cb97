package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
    /** Up 10 %, down 20 %, up 25 %: 1.1, 0.88, 1.1; the drawdown is 20 %. */
    private static final Outcome RUN = new Outcome.Ran(List.of(0.1, -0.2, 0.25), 30, 20, 4, "hash");

    @Test
    void eachMetricIsTheNumberOfItsName() {
        assertThat(Objective.parse("return").of(RUN)).isCloseTo(0.1, within(1e-12));
        assertThat(Objective.parse("drawdown").of(RUN)).isCloseTo(0.2, within(1e-12));
        assertThat(Objective.parse("profitFactor").of(RUN)).isEqualTo(1.5);
        assertThat(Objective.parse("trades").of(RUN)).isEqualTo(4);
        assertThat(Objective.parse("sharpe").of(RUN)).isCloseTo(0.05 / 0.2291287847 * Math.sqrt(365), within(1e-6));
    }

    @Test
    void sumsAreWeighted() {
        assertThat(Objective.parse("return - 0.5*drawdown + 2*trades").of(RUN)).isCloseTo(8, within(1e-12));
        assertThat(Objective.parse("drawdown-penalised").of(RUN)).isCloseTo(-0.3, within(1e-12));
    }

    @Test
    void whatIsNotDefinedIsWorseThanEverything() {
        Outcome withoutLosses = new Outcome.Ran(List.of(0.1), 30, 0, 4, "hash");

        assertThat(Objective.parse("profitFactor").of(withoutLosses)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Objective.parse("return").of(new Outcome.Refused("no"))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "profit", "2*", "*sharpe", "sharpe+", "x*sharpe"})
    void refusesWhatItCannotReadAndSaysWhatWouldBeRight(String text) {
        assertThatThrownBy(() -> Objective.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sharpe");
    }
}
