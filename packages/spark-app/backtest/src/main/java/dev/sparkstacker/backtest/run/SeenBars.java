package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Bar;
import org.jspecify.annotations.Nullable;

/**
 * The bars a strategy was shown. As long as they are those of the data, one after the other, they are not kept a second
 * time: a million bars are held once, whatever the number of passes. From the first that differs on it keeps its own.
 */
final class SeenBars {
    private final @Nullable BarColumns data;
    private BarColumns.@Nullable Builder own;
    private int first;
    private int count;

    /** @param data the bars that will be shown, most likely, or null where they are put together on the way */
    SeenBars(@Nullable BarColumns data) {
        this.data = data;
        this.own = data == null ? new BarColumns.Builder() : null;
    }

    void add(Bar bar) {
        BarColumns.Builder kept = own;
        if (kept == null && !isNextOfData(bar)) {
            kept = copied();
            own = kept;
        }
        if (kept == null) {
            count++;
        } else {
            kept.add(bar);
        }
    }

    private boolean isNextOfData(Bar bar) {
        BarColumns known = data;
        if (known == null) {
            return false;
        }
        if (count == 0) {
            first = Math.max(0, known.indexAt(bar.openTimeMs()));
        }
        int index = first + count;
        return index < known.size()
                && known.openTimeMs(index) == bar.openTimeMs()
                && known.openE8(index) == bar.open().e8()
                && known.highE8(index) == bar.high().e8()
                && known.lowE8(index) == bar.low().e8()
                && known.closeE8(index) == bar.close().e8()
                && known.volumeE8(index) == bar.volume().e8();
    }

    private BarColumns.Builder copied() {
        BarColumns.Builder copy = new BarColumns.Builder();
        BarColumns known = data;
        for (int i = first; known != null && i < first + count; i++) {
            copy.add(known.bar(i));
        }
        return copy;
    }

    /** All so far. */
    BarColumns columns() {
        BarColumns.Builder kept = own;
        BarColumns known = data;
        if (kept != null) {
            return kept.build();
        }
        return known == null ? new BarColumns.Builder().build() : known.part(first, first + count);
    }
}
