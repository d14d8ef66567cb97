package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways to cut a period into folds.
 *
 * <pre>
 *  anchored   [train      ][test]                  rolling   [train][test]
 *             [train            ][test]                            [train][test]
 *             [train                  ][test]                            [train][test]
 *
 *  purged     [train   ]gap[ test ]embargo[  train ]     each stretch is the test of one fold
 * </pre>
 *
 * The gap keeps positions that reach over a cut out of the judgement; the embargo also keeps the test's bars out of the
 * warm-up of the training that follows (López de Prado, "Advances in Financial Machine Learning", 2018, chapter 7).
 */
public final class Folds {
    private Folds() {}

    /**
     * Walk forward from a start that stays: all the past is trained on.
     *
     * @param count of folds, at least 1
     */
    public static List<Fold> anchored(Window all, int count) {
        List<Window> parts = parts(all, count + 1);
        List<Fold> folds = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            folds.add(new Fold(List.of(new Window(all.fromMs(), parts.get(i).fromMs())), parts.get(i)));
        }
        return folds;
    }

    /**
     * Walk forward with a past of constant length.
     *
     * @param count of folds, at least 1
     * @param trainParts length of the training window in test windows, at least 1
     */
    public static List<Fold> rolling(Window all, int count, int trainParts) {
        if (trainParts < 1) {
            throw new IllegalArgumentException("Training takes at least one part, not " + trainParts);
        }
        List<Window> parts = parts(all, count + trainParts);
        List<Fold> folds = new ArrayList<>();
        for (int i = trainParts; i < parts.size(); i++) {
            Window train =
                    new Window(parts.get(i - trainParts).fromMs(), parts.get(i).fromMs());
            folds.add(new Fold(List.of(train), parts.get(i)));
        }
        return folds;
    }

    /**
     * Every part is the test once, and the rest is trained on, less what lies beside the test.
     *
     * @param count of folds, at least 2
     * @param gapMs left out before the test, at least 0: as long as a position may be held
     * @param embargoMs left out after the test, at least 0: that, and what the training's warm-up reads
     */
    public static List<Fold> purged(Window all, int count, long gapMs, long embargoMs) {
        if (count < 2 || gapMs < 0 || embargoMs < 0) {
            throw new IllegalArgumentException("Purged folds are at least 2 and their gaps are not negative");
        }
        List<Fold> folds = new ArrayList<>();
        for (Window test : parts(all, count)) {
            List<Window> train = new ArrayList<>();
            if (test.fromMs() - gapMs > all.fromMs()) {
                train.add(new Window(all.fromMs(), test.fromMs() - gapMs));
            }
            if (test.toMs() + embargoMs < all.toMs()) {
                train.add(new Window(test.toMs() + embargoMs, all.toMs()));
            }
            if (train.isEmpty()) {
                throw new IllegalArgumentException(
                        "Gaps of " + gapMs + " and " + embargoMs + " ms beside a test leave nothing to train on");
            }
            folds.add(new Fold(train, test));
        }
        return folds;
    }

    /**
     * The same folds with their cuts moved back to whole bars.
     *
     * @param barMs length of a bar
     */
    public static List<Fold> onGrid(List<Fold> folds, long barMs) {
        return folds.stream()
                .map(fold -> new Fold(
                        fold.train().stream().map(each -> onGrid(each, barMs)).toList(), onGrid(fold.test(), barMs)))
                .toList();
    }

    private static Window onGrid(Window window, long barMs) {
        return new Window(
                window.fromMs() - Math.floorMod(window.fromMs(), barMs),
                window.toMs() - Math.floorMod(window.toMs(), barMs));
    }

    private static List<Window> parts(Window all, int count) {
        if (count < 1 || all.lengthMs() < count) {
            throw new IllegalArgumentException("A period of " + all.lengthMs() + " ms cannot be cut into " + count);
        }
        List<Window> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Window(cut(all, i, count), cut(all, i + 1, count)));
        }
        return parts;
    }

    private static long cut(Window all, int part, int count) {
        return all.fromMs() + Math.multiplyExact(all.lengthMs(), (long) part) / count;
    }
}
