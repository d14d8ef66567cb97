package dev.sparkstacker.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Intents in one word, and what is left of a judgement when some are refused. */
class JudgementTest {
    private static final Intent ENTER = new Intent.Enter(Side.SELL);
    private static final Intent EXIT = new Intent.Exit(ExitReason.EXIT_SIGNAL);
    private static final Intent PART = new Intent.ExitFraction("half", Rate.of("0.5"));
    private static final Intent MOVE = new Intent.MoveStop(Price.of("2000"));

    private static Judgement of(@Nullable Reason reason, Intent... intents) {
        return new Judgement(List.of(intents), reason, 0.7, List.of(), List.of());
    }

    @Test
    void theVerdictSumsUpTheIntents() {
        assertThat(of(null, ENTER).verdict()).isEqualTo(Verdict.ENTER);
        assertThat(of(null, EXIT, ENTER).verdict()).isEqualTo(Verdict.REVERSE);
        assertThat(of(null, EXIT).verdict()).isEqualTo(Verdict.EXIT);
        assertThat(of(null, PART).verdict()).isEqualTo(Verdict.ADJUST);
        assertThat(of(null, MOVE, PART).verdict()).isEqualTo(Verdict.ADJUST);
        assertThat(of(Reason.NO_CROSSOVER).verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(of(Reason.WARMING_UP).verdict()).isEqualTo(Verdict.WARMING_UP);
        assertThat(of(null, EXIT, ENTER).side()).isEqualTo(Side.SELL);
        assertThat(of(null, PART).side()).isNull();
    }

    @Test
    void aRefusalIsTheReasonOnlyWhereNothingIsLeft() {
        Condition why = new Condition("cooldown", "1 bar", ">= 3 bars", false, 0);
        Judgement nothing = of(null, ENTER).with(List.of(), Reason.COOLING_DOWN, List.of(why));
        assertThat(nothing.reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(nothing.verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(nothing.confidence()).isZero();
        assertThat(nothing.conditions()).containsExactly(why);

        Judgement something = of(null, PART, MOVE).with(List.of(PART), Reason.STOP_NOT_TIGHTER, List.of(why));
        assertThat(something.reason()).isNull();
        assertThat(something.verdict()).isEqualTo(Verdict.ADJUST);
    }

    @Test
    void aPartIsLessThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Intent.ExitFraction("all", Rate.of("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intent.ExitFraction("none", Rate.ZERO));
    }
}
