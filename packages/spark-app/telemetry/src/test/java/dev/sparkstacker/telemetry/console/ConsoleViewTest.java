package dev.sparkstacker.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.telemetry.Scene;
import dev.sparkstacker.telemetry.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleViewTest {
    private final ConsoleView view = new ConsoleView();

    @Test
    void aSignalIsOneLineWithTimeMarketAndPrice() {
        assertThat(view.line(Scene.judged(1, Verdict.ENTER, null, Side.BUY, 0.2)))
                .contains("12:01:00  ETH-USD macd_eth_usd  buy signal at 1670.1, confidence 0.43");
    }

    @Test
    void noTradeIsSaidWhenItsReasonChangesAndAsASignOfLife() {
        List<Optional<String>> lines = new ArrayList<>();
        for (int bar = 0; bar < 16; bar++) {
            lines.add(view.line(Scene.judged(bar, Verdict.NO_TRADE, Reason.NO_CROSSOVER, null, -0.2)));
        }
        lines.add(view.line(Scene.judged(16, Verdict.NO_TRADE, Reason.STALE_QUOTE, null, -0.2)));
        assertThat(lines.stream().flatMap(Optional::stream)).hasSize(3);
        assertThat(lines.getFirst().orElseThrow()).contains("no crossover (crossover is -0.2, needs > 0)");
    }

    @Test
    void aRoundTripSaysWhatIsLeft() {
        assertThat(view.line(Scene.closed(28, "0.01546", ExitReason.OPPOSITE_SIGNAL))
                        .orElseThrow())
                .contains("closed long 0.0047: 1670.2 to 1675, +0.0155 USD net (opposite signal)");
    }

    @Test
    void aPositionIsOpenedOnceThenProtected() {
        assertThat(view.line(Scene.leg(1, LegState.OPENING, "0.0047", null)).orElseThrow())
                .contains("opened long 0.0047 at 1670.2");
        assertThat(view.line(Scene.leg(2, LegState.OPEN, "0.0047", "1586.6")).orElseThrow())
                .contains("protected: stop 1586.6");
        assertThat(view.line(Scene.leg(3, LegState.FLAT, "0", null))).isEmpty();
    }

    @Test
    void noLineOfAnyOutputIsBrokenOrEmpty() {
        for (Output output : Story.everyOutput()) {
            view.line(output).ifPresent(line -> assertThat(line).isNotBlank().doesNotContain("\n", "null"));
        }
    }
}
