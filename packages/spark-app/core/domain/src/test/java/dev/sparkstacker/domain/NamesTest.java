package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]");

    @Test
    void everyCharacterIsAllowedExactlyWhenThePatternAllowsIt() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String name = "a" + (char) c;
            assertThat(Names.isValid(name, 2))
                    .as("character %s", c)
                    .isEqualTo(ALLOWED.matcher(name.substring(1)).matches());
        }
    }

    @Test
    void aNameHasAtLeastOneCharacterAndAtMostAsManyAsItsKindAllows() {
        assertThat(Names.isValid("", 32)).isFalse();
        assertThat(new AccountId("a".repeat(32)).name()).hasSize(32);
        assertThat(new StrategyId("a".repeat(48)).name()).hasSize(48);
        assertThatThrownBy(() -> new AccountId("a".repeat(33))).hasMessageContaining("Not an account name");
        assertThatThrownBy(() -> new StrategyId("a".repeat(49))).hasMessageContaining("Not a strategy name");
    }
}
