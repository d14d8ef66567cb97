package dev.sparkstacker.backtest.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns that are built row by row beside others, of which they share what they repeat. */
class SharedColumnsTest {
    private static final int ROWS = 3_000;
    private static final BarColumns EXPECTED = build(new BarColumns.Builder(), 0, ROWS);

    /** Rows that follow from their number alone; all columns differ from one another. */
    private static BarColumns build(BarColumns.Builder columns, int from, int to) {
        addRows(columns, from, to);
        return columns.build();
    }

    private static void addRows(BarColumns.Builder columns, int from, int to) {
        for (int i = from; i < to; i++) {
            columns.add(60_000L * i, 100 + i, 200 + i, 50 + i, 150 + i, 7 + i);
        }
    }

    private static List<Bar> rows(BarColumns columns) {
        return IntStream.range(0, columns.size()).mapToObj(columns::bar).toList();
    }

    @Test
    void theSameRowsAreTheOtherColumnsThemselves() {
        assertThat(build(new BarColumns.Builder(EXPECTED), 0, ROWS)).isSameAs(EXPECTED);
    }

    @Test
    void fewerRowsAreTheFirstOfTheOthers() {
        BarColumns first = build(new BarColumns.Builder(EXPECTED), 0, 1_000);

        assertThat(rows(first)).isEqualTo(rows(EXPECTED).subList(0, 1_000));
        assertThat(first.indexAt(60_000L * 2_000)).isEqualTo(999);
        assertThat(first.indexAt(-1)).isEqualTo(-1);
    }

    @Test
    void anotherRowAnywhereGoesItsOwnWayAndLeavesTheOthersAlone() {
        List<Bar> before = rows(EXPECTED);
        for (int parting : List.of(0, 1, 1_023, 1_024, 2_999, ROWS)) {
            BarColumns.Builder shared = new BarColumns.Builder(EXPECTED);
            BarColumns.Builder alone = new BarColumns.Builder();
            for (BarColumns.Builder each : List.of(shared, alone)) {
                addRows(each, 0, parting);
                each.add(60_000L * parting, 1, 2, 1, 1, 0);
                addRows(each, parting + 1, ROWS + 2_000);
            }
            assertThat(rows(shared.build())).as("parting at row %d", parting).isEqualTo(rows(alone.build()));
        }
        assertThat(rows(EXPECTED)).isEqualTo(before);
    }
}
