package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
    private static final ParameterSpec BARS = ParameterSpec.integer("fastBars", "length", 8, 2, 500);
    private static final ParameterSpec SHARE = ParameterSpec.decimal("share", "part", "0.5", "0", "1");
    private static final ParameterSpec KIND = ParameterSpec.choice("kind", "of average", List.of("SMA", "EMA"));

    @Test
    void readsRangesStepsListsAndWords() {
        assertThat(Dimension.parse(BARS, "5..8").values()).containsExactly("5", "6", "7", "8");
        assertThat(Dimension.parse(BARS, "5..20:5").values()).containsExactly("5", "10", "15", "20");
        assertThat(Dimension.parse(BARS, "8, 13,21").values()).containsExactly("8", "13", "21");
        assertThat(Dimension.parse(SHARE, "0.1..0.35:0.1").values()).containsExactly("0.1", "0.2", "0.3");
        assertThat(Dimension.parse(KIND, "*").values()).containsExactly("SMA", "EMA");
        assertThat(Dimension.parse(ParameterSpec.toggle("on", "whether", false), "*")
                        .values())
                .containsExactly("false", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1..9", "9..5", "5..9:0", "5..9:-1", "5,5", "*", "2..501", "5..x", "5.5,6"})
    void refusesEverythingElseNamingTheParameter(String text) {
        assertThatThrownBy(() -> Dimension.parse(BARS, text))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("fastBars");
    }

    @Test
    void refusesRangesOfWords() {
        assertThatThrownBy(() -> Dimension.parse(KIND, "SMA..EMA")).isInstanceOf(InvalidParameter.class);
    }
}
