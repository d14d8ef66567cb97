package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.TestBars;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often each preset signals on a recorded month, as three-minute bars. */
class SuperSignalCountTest {
    private static final Map<String, Map<String, Long>> SIGNALS = Map.of(
            "bybit_ethusdt_perp_1m_cobra.csv.gz", Map.of("strict", 41L, "relaxed", 520L, "legacy", 975L),
            "bybit_btcusdt_perp_1m_cobra.csv.gz", Map.of("strict", 49L, "relaxed", 648L, "legacy", 993L));
    private static final Map<String, Long> NEAR_MISSES =
            Map.of("bybit_ethusdt_perp_1m_cobra.csv.gz", 606L, "bybit_btcusdt_perp_1m_cobra.csv.gz", 709L);

    @Test
    void strictIsRareAndLegacyIsNot() {
        for (String file : SIGNALS.keySet()) {
            List<Bar> bars = TestBars.grouped(TestBars.recorded(file), 3);
            Map<String, Long> counts = new TreeMap<>();
            Map<Reason, Long> reasons = new TreeMap<>();
            for (String preset : List.of("strict", "relaxed", "legacy")) {
                Strategy strategy = new SuperSignalType().create(List.of(new Parameter("preset", preset)), Interval.M3);
                long signals = 0;
                for (Bar bar : bars) {
                    Judgement judgement = strategy.onBarClosed(bar, Standing.FLAT);
                    signals += judgement.verdict() == Verdict.ENTER ? 1 : 0;
                    if (preset.equals("strict") && judgement.reason() != null) {
                        reasons.merge(judgement.reason(), 1L, Long::sum);
                    }
                }
                counts.put(preset, signals);
            }
            System.out.println(file + ": " + bars.size() + " bars of 3 min, signals " + counts
                    + ", strict did not enter for " + reasons);
            assertThat(counts).as(file).isEqualTo(SIGNALS.get(file));
            assertThat(reasons.get(Reason.NEAR_MISS)).as(file).isEqualTo(NEAR_MISSES.get(file));
        }
    }
}
