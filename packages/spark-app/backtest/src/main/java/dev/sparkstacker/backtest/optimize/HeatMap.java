package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The objective over two parameters: for each pair of values the best and the mean over everything else that was tried.
 *
 * @param across the parameter of the columns
 * @param down the parameter of the rows
 * @param cells rows of columns
 */
public record HeatMap(Dimension across, Dimension down, List<List<Cell>> cells) {
    /**
     * One pair of values.
     *
     * @param tried candidates with a value of the objective
     * @param best of them; empty where none was tried
     * @param mean of them; empty where none was tried
     */
    public record Cell(int tried, OptionalDouble best, OptionalDouble mean) {}

    public HeatMap {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * The map of two dimensions, named by their place in the space.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public static HeatMap of(Space space, List<Scored> tried, int across, int down) {
        Dimension columns = space.dimensions().get(across);
        Dimension rows = space.dimensions().get(down);
        double[][] sum = new double[rows.values().size()][columns.values().size()];
        double[][] best = new double[rows.values().size()][columns.values().size()];
        int[][] count = new int[rows.values().size()][columns.values().size()];
        for (Scored scored : tried) {
            if (Double.isFinite(scored.score())) {
                int row = scored.candidate().places().get(down);
                int column = scored.candidate().places().get(across);
                best[row][column] =
                        count[row][column] == 0 ? scored.score() : Math.max(best[row][column], scored.score());
                sum[row][column] += scored.score();
                count[row][column]++;
            }
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < sum.length; row++) {
            List<Cell> line = new ArrayList<>();
            for (int column = 0; column < sum[row].length; column++) {
                int tries = count[row][column];
                line.add(
                        tries == 0
                                ? new Cell(0, OptionalDouble.empty(), OptionalDouble.empty())
                                : new Cell(
                                        tries,
                                        OptionalDouble.of(best[row][column]),
                                        OptionalDouble.of(sum[row][column] / tries)));
            }
            cells.add(line);
        }
        return new HeatMap(columns, rows, cells);
    }
}
