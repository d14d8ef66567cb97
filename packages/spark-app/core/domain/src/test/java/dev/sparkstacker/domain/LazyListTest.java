package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyListTest {
    private int asked;

    private final List<String> list = new LazyList<>(() -> {
        asked++;
        return new ArrayList<>(List.of("first", "second"));
    });

    @Test
    void isMadeWhenItIsFirstReadAndOnlyOnce() {
        assertThat(asked).isZero();
        assertThat(list.getFirst()).isEqualTo("first");
        assertThat(list).hasSize(2).containsExactly("first", "second");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void equalsEveryListOfTheSameElements() {
        assertThat(list).isEqualTo(List.of("first", "second")).hasSameHashCodeAs(List.of("first", "second"));
        assertThat(list).isNotEqualTo(List.of("second", "first"));
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> list.add("third")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::removeFirst).isInstanceOf(UnsupportedOperationException.class);
    }
}
