package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.domain.config.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An evaluation whose best candidate is known: the daily returns are better the nearer x is to 12 and y to 30, and it
 * counts how often it was asked. With x above y it is refused.
 */
final class Landscape implements Evaluation {
    static final int BEST_X = 12;
    static final int BEST_Y = 30;
    private static final long DAY_MS = 86_400_000;

    final AtomicInteger runs = new AtomicInteger();

    static Space space() {
        return new Space(List.of(values("x", 1, 40), values("y", 1, 60)), List.of(new Parameter("kept", "7")));
    }

    private static Dimension values(String name, int from, int to) {
        List<String> values = new ArrayList<>();
        for (int value = from; value <= to; value++) {
            values.add(Integer.toString(value));
        }
        return new Dimension(name, values);
    }

    @Override
    public Outcome run(Task task) {
        runs.incrementAndGet();
        int x = value(task, "x");
        int y = value(task, "y");
        if (x > y) {
            return new Outcome.Refused("x " + x + " above y " + y);
        }
        double worth = 0.01 - 0.0001 * (Math.abs(x - BEST_X) + Math.abs(y - BEST_Y));
        List<Double> returns = new ArrayList<>();
        for (long day = task.window().fromMs() / DAY_MS; day < task.window().toMs() / DAY_MS; day++) {
            returns.add(worth + (day % 2 == 0 ? 0.004 : -0.004));
        }
        return new Outcome.Ran(
                returns, 10, 5, returns.size(), String.format(Locale.ROOT, "%d/%d/%s", x, y, task.window()));
    }

    private static int value(Task task, String name) {
        return task.candidate().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .mapToInt(parameter -> Integer.parseInt(parameter.value()))
                .findFirst()
                .orElseThrow();
    }
}
