package dev.sparkstacker.hyperliquid.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressBudgetTest {
    private final AddressBudget budget = new AddressBudget();

    @Test
    void beforeTheFirstReadingEverythingMayLeave() {
        assertThat(budget.take(Priority.ACT, 1_000)).isTrue();
        assertThat(budget.isShort()).isFalse();
    }

    @Test
    void theLastHundredAreKeptForWhatReducesRisk() {
        budget.read(9_900 - 2, 10_000);
        assertThat(budget.take(Priority.ACT, 2)).isTrue();
        assertThat(budget.take(Priority.ACT, 1)).isFalse();
        assertThat(budget.take(Priority.RISK_REDUCING, 1)).isTrue();
        assertThat(budget.remaining()).isEqualTo(99);
    }

    @Test
    void aBatchCountsEachOfItsOrders() {
        budget.read(0, 110);
        assertThat(budget.take(Priority.ACT, 11)).isFalse();
        assertThat(budget.take(Priority.ACT, 10)).isTrue();
    }

    @Test
    void whatReducesRiskIsTriedEvenWhenNothingIsLeft() {
        budget.exhausted();
        assertThat(budget.take(Priority.RISK_REDUCING, 3)).isTrue();
        assertThat(budget.take(Priority.ACT, 1)).isFalse();
        assertThat(budget.isShort()).isTrue();
    }

    @Test
    void aReadingEndsTheShortage() {
        budget.exhausted();
        budget.read(10, 10_000);
        assertThat(budget.isShort()).isFalse();
        assertThat(budget.take(Priority.ACT, 1)).isTrue();
    }
}
