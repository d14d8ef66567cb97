package dev.sparkstacker.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.simulator.FaultFamily;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredTest {
    @Test
    void everyEdgeReasonEndOfATradeAndIncidentIsRequiredOrExcusedWithWhy() {
        assertThat(Required.undecided())
                .as("required and excused, or neither: see Required and Excused")
                .isEmpty();
    }

    @Test
    void nothingHitMeansEverythingRequiredIsMissing() {
        assertThat(Required.missing(new Coverage(), EnumSet.allOf(FaultFamily.class)))
                .contains("fault exchange.lostReply", "order UNKNOWN -> ABSENT", "exit LIQUIDATION")
                .doesNotContain("fault modify.halfFailedModify");
        assertThat(Required.missing(new Coverage(), Set.of(FaultFamily.CLOCK)))
                .doesNotContain("fault exchange.lostReply");
    }
}
