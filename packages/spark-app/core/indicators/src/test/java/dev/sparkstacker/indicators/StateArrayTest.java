package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateArrayTest {
    @Test
    void wordsComeBackInOrderWithTheirExactBits() {
        StateArray state = new StateArray();
        for (int i = 0; i < 100; i++) {
            state.putInt(-i);
            state.putLong(Long.MIN_VALUE + i);
            state.putDouble(-0.0);
            state.putDouble(Double.MIN_VALUE * i);
        }
        StateArray copy = StateArray.of(state.toArray());
        assertThat(copy.size()).isEqualTo(400);
        for (int i = 0; i < 100; i++) {
            assertThat(copy.getInt()).isEqualTo(-i);
            assertThat(copy.getLong()).isEqualTo(Long.MIN_VALUE + i);
            assertThat(Double.doubleToRawLongBits(copy.getDouble())).isEqualTo(Double.doubleToRawLongBits(-0.0));
            assertThat(copy.getDouble()).isEqualTo(Double.MIN_VALUE * i);
        }
        assertThat(copy.remaining()).isZero();
    }

    @Test
    void readingPastTheEndOrTheWrongTypeIsAnError() {
        StateArray state = new StateArray();
        state.putLong(1L << 40);
        assertThatThrownBy(state::getInt).hasMessage("state word 0 is 1099511627776, which is not an int");
        assertThatThrownBy(state::getLong).hasMessage("state ends after 1 words, one more was asked for");
        state.rewind();
        assertThat(state.getLong()).isEqualTo(1L << 40);
    }

    @Test
    void aClearedStateCanBeWrittenAgainAndAnEmptyOneGrows() {
        StateArray state = StateArray.of(new long[0]);
        state.putInt(7);
        assertThat(state.getInt()).isEqualTo(7);
        state.clear();
        assertThat(state.size()).isZero();
        state.putInt(8);
        assertThat(state.toArray()).containsExactly(8);
    }
}
