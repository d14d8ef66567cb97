package dev.sparkstacker.backtest.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often the values of one dimension occur among some candidates, smoothed over their neighbours, with one more
 * observation spread over all values so that none is impossible.
 */
final class Density {
    private final double[] weights;
    private final double total;

    private Density(double[] weights, double total) {
        this.weights = weights;
        this.total = total;
    }

    static Density of(List<Scored> candidates, int dimension, int values) {
        double[] weights = new double[values];
        Arrays.fill(weights, 1.0 / values);
        double width = Math.max(1, values / (1.0 + candidates.size()));
        for (Scored scored : candidates) {
            int centre = scored.candidate().places().get(dimension);
            for (int place = 0; place < values; place++) {
                double distance = (place - centre) / width;
                weights[place] += StrictMath.exp(-distance * distance / 2);
            }
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return new Density(weights, total);
    }

    double at(int place) {
        return weights[place] / total;
    }

    int draw(SplittableRandom random) {
        double rest = random.nextDouble() * total;
        int place = 0;
        while (place < weights.length - 1 && rest >= weights[place]) {
            rest -= weights[place];
            place++;
        }
        return place;
    }
}
