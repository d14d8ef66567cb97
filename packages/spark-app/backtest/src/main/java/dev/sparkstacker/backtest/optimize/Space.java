package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.List;

/** Every combination of the varied parameters, with the parameters that stay as they are. */
public final class Space {
    private static final int MOST_CORNERED = 10;

    private final List<Dimension> dimensions;
    private final List<Parameter> fixed;
    private final long size;

    /**
     * @param fixed given with every candidate; none of them is varied
     * @throws IllegalArgumentException if a parameter is named twice, or there are more combinations than a long counts
     */
    public Space(List<Dimension> dimensions, List<Parameter> fixed) {
        this.dimensions = List.copyOf(dimensions);
        this.fixed = List.copyOf(fixed);
        long names = dimensions.stream().map(Dimension::name).distinct().count();
        if (dimensions.isEmpty() || names < dimensions.size()) {
            throw new IllegalArgumentException("Each parameter is varied once, and at least one is");
        }
        for (Parameter parameter : fixed) {
            if (dimensions.stream().anyMatch(varied -> varied.name().equals(parameter.name()))) {
                throw new IllegalArgumentException(parameter.name() + " cannot both be varied and stay as it is");
            }
        }
        size = product();
    }

    private long product() {
        long combinations = 1;
        for (Dimension dimension : dimensions) {
            try {
                combinations = Math.multiplyExact(
                        combinations, (long) dimension.values().size());
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("There are more combinations than can be counted", e);
            }
        }
        return combinations;
    }

    /** The varied parameters. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** How many combinations there are. */
    public long size() {
        return size;
    }

    /** The combination at a place in 0..size-1; the last dimension turns fastest. */
    Candidate at(long index) {
        int[] coordinates = new int[dimensions.size()];
        long rest = index;
        for (int i = coordinates.length - 1; i >= 0; i--) {
            int values = dimensions.get(i).values().size();
            coordinates[i] = (int) (rest % values);
            rest /= values;
        }
        return at(coordinates);
    }

    /** The combination of these places in each dimension's values. */
    Candidate at(int[] coordinates) {
        long index = 0;
        List<Integer> places = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>(fixed);
        for (int i = 0; i < coordinates.length; i++) {
            Dimension dimension = dimensions.get(i);
            index = index * dimension.values().size() + coordinates[i];
            places.add(coordinates[i]);
            parameters.add(new Parameter(dimension.name(), dimension.values().get(coordinates[i])));
        }
        return new Candidate(index, places, parameters);
    }

    /** The longest warm-up among the corners of the space, in bars; corners that contradict themselves have none. */
    public int slowestWarmUp(StrategyType type, Interval interval) {
        int corners = 1 << Math.min(dimensions.size(), MOST_CORNERED);
        int slowest = 0;
        for (int corner = 0; corner < corners; corner++) {
            int[] coordinates = new int[dimensions.size()];
            for (int i = 0; i < coordinates.length; i++) {
                boolean last = i >= MOST_CORNERED || ((corner >> i) & 1) == 1;
                coordinates[i] = last ? dimensions.get(i).values().size() - 1 : 0;
            }
            slowest = Math.max(slowest, warmUp(type, at(coordinates), interval));
        }
        return slowest;
    }

    private static int warmUp(StrategyType type, Candidate candidate, Interval interval) {
        try {
            return type.create(candidate.parameters(), interval).warmUpBars();
        } catch (InvalidParameter contradiction) {
            return 0;
        }
    }

    /** The candidates one step away in one dimension. */
    List<Candidate> neighbours(Candidate candidate) {
        List<Candidate> neighbours = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            for (int step = -1; step <= 1; step += 2) {
                int place = candidate.places().get(i) + step;
                if (place >= 0 && place < dimensions.get(i).values().size()) {
                    int[] coordinates = candidate.coordinates();
                    coordinates[i] = place;
                    neighbours.add(at(coordinates));
                }
            }
        }
        return neighbours;
    }
}
