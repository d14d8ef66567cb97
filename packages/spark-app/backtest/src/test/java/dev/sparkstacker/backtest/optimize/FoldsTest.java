package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Window ALL = new Window(1_000, 2_000);

    @Test
    void anchoredFoldsTrainOnAllThePast() {
        assertThat(Folds.anchored(ALL, 3))
                .containsExactly(
                        new Fold(List.of(new Window(1_000, 1_250)), new Window(1_250, 1_500)),
                        new Fold(List.of(new Window(1_000, 1_500)), new Window(1_500, 1_750)),
                        new Fold(List.of(new Window(1_000, 1_750)), new Window(1_750, 2_000)));
    }

    @Test
    void rollingFoldsTrainOnAPastOfConstantLength() {
        assertThat(Folds.rolling(ALL, 2, 2))
                .containsExactly(
                        new Fold(List.of(new Window(1_000, 1_500)), new Window(1_500, 1_750)),
                        new Fold(List.of(new Window(1_250, 1_750)), new Window(1_750, 2_000)));
    }

    @Test
    void purgedFoldsTestEveryInstantOnceAndLeaveAGapBesideIt() {
        assertThat(Folds.purged(ALL, 4, 50, 50))
                .containsExactly(
                        new Fold(List.of(new Window(1_300, 2_000)), new Window(1_000, 1_250)),
                        new Fold(List.of(new Window(1_000, 1_200), new Window(1_550, 2_000)), new Window(1_250, 1_500)),
                        new Fold(List.of(new Window(1_000, 1_450), new Window(1_800, 2_000)), new Window(1_500, 1_750)),
                        new Fold(List.of(new Window(1_000, 1_700)), new Window(1_750, 2_000)));
    }

    @Test
    void noTestOverlapsWhatItsChoiceHasSeen() {
        for (Fold fold :
                List.of(Folds.anchored(ALL, 7), Folds.rolling(ALL, 7, 3), Folds.purged(ALL, 7, 11, 11)).stream()
                        .flatMap(List::stream)
                        .toList()) {
            for (Window train : fold.train()) {
                assertThat(train.toMs() <= fold.test().fromMs()
                                || train.fromMs() >= fold.test().toMs())
                        .as("%s", fold)
                        .isTrue();
            }
        }
    }

    @Test
    void cutsMoveBackToWholeBarsAndStayNextToEachOther() {
        assertThat(Folds.onGrid(Folds.anchored(ALL, 3), 100))
                .containsExactly(
                        new Fold(List.of(new Window(1_000, 1_200)), new Window(1_200, 1_500)),
                        new Fold(List.of(new Window(1_000, 1_500)), new Window(1_500, 1_700)),
                        new Fold(List.of(new Window(1_000, 1_700)), new Window(1_700, 2_000)));
    }

    @Test
    void refusesWhatCannotBeCut() {
        assertThatThrownBy(() -> Folds.purged(ALL, 2, 1_000, 1_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Folds.anchored(ALL, 2_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Folds.rolling(ALL, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
