package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.output.NamedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the strategy computed for each bar, one column a name. A value that it did not have yet is NaN. */
public final class Indicators {
    private final int size;
    private final List<String> names;
    private final List<double[]> columns;

    private Indicators(Builder from) {
        size = from.size;
        names = List.copyOf(from.names);
        columns =
                from.columns.stream().map(column -> Arrays.copyOf(column, size)).toList();
    }

    /** Bars. */
    public int size() {
        return size;
    }

    /** The names, in the strategy's order. */
    public List<String> names() {
        return names;
    }

    /** A name's value at a bar; NaN while it has none. */
    public double value(int name, int index) {
        return columns.get(name)[index];
    }

    /** Grows bar by bar. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 1_024;

        private final List<String> names = new ArrayList<>();
        private final List<double[]> columns = new ArrayList<>();
        private int capacity = FIRST_CAPACITY;
        private int size;

        /** The next bar's. */
        public void add(List<NamedValue> values) {
            if (size == capacity) {
                capacity *= 2;
                columns.replaceAll(this::grown);
            }
            for (double[] column : columns) {
                column[size] = Double.NaN;
            }
            for (int i = 0; i < values.size(); i++) {
                columns.get(column(i, values.get(i).name()))[size] =
                        values.get(i).value();
            }
            size++;
        }

        /** What stands so far. */
        public Indicators build() {
            return new Indicators(this);
        }

        /** A strategy tells its values in one order, so that the place is nearly always right at once. */
        private int column(int place, String name) {
            if (place < names.size() && names.get(place).equals(name)) {
                return place;
            }
            int known = names.indexOf(name);
            if (known >= 0) {
                return known;
            }
            names.add(name);
            double[] column = new double[capacity];
            Arrays.fill(column, Double.NaN);
            columns.add(column);
            return names.size() - 1;
        }

        private double[] grown(double[] column) {
            return Arrays.copyOf(column, capacity);
        }
    }
}
