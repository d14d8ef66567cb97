package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;

/** Open, high, low, close and volume, named by open time. */
final class BarTable implements SourceTable {
    /** A bar that leaves the range from half to twice the close before it is shown to a person. */
    private static final int OUTLIER_FACTOR = 2;

    private final Columns columns;
    private final MarketId market;
    private final Interval interval;
    private final Clockwork clock;
    private final int time;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int volume;
    private final int trades;
    private long closeBefore;

    BarTable(Columns columns, MarketId market, Interval interval, Clockwork clock) {
        this.columns = columns;
        this.market = market;
        this.interval = interval;
        this.clock = clock;
        this.time = timeColumn(columns);
        this.open = columns.find("open");
        this.high = columns.find("high");
        this.low = columns.find("low");
        this.close = columns.find("close");
        this.volume = columns.find("volume");
        this.trades = columns.find("trades", "count", "num_trades");
    }

    static boolean accepts(Columns columns) {
        return timeColumn(columns) >= 0
                && columns.find("open") >= 0
                && columns.find("high") >= 0
                && columns.find("low") >= 0
                && columns.find("close") >= 0
                && columns.find("volume") >= 0;
    }

    static int timeColumn(Columns columns) {
        return columns.find("timestamp_ms", "open_time_ms", "open_time", "timestamp", "time", "ts");
    }

    @Override
    public String rows() {
        return "bars of " + interval.code();
    }

    @Override
    public MarketRecord read(String[] fields, long line) {
        long openMs = columns.timeMs(fields, time);
        long before = clock.lastMs();
        clock.after(openMs, line);
        if (interval.openTimeMs(openMs) != openMs) {
            throw new IllegalArgumentException("its time " + openMs + " is no open time of a bar of " + interval.code()
                    + "; the one before is " + interval.openTimeMs(openMs));
        }
        Bar bar = new Bar(
                openMs,
                new Price(columns.price(fields, open)),
                new Price(columns.price(fields, high)),
                new Price(columns.price(fields, low)),
                new Price(columns.price(fields, close)),
                new Quantity(columns.number(fields, volume)),
                trades < 0 ? 0 : Long.parseLong(fields[trades].strip()));
        if (before != Long.MIN_VALUE && openMs - before > interval.millis()) {
            clock.findings().gap(before + interval.millis(), openMs, (openMs - before) / interval.millis() - 1);
        }
        boolean outlier = closeBefore > 0
                && (bar.low().e8() < closeBefore / OUTLIER_FACTOR || bar.high().e8() / OUTLIER_FACTOR > closeBefore);
        if (outlier) {
            clock.findings()
                    .doubt(
                            clock.file(),
                            line,
                            "from " + bar.low() + " to " + bar.high() + " after a close of " + new Price(closeBefore)
                                    + "; it is kept");
        }
        closeBefore = bar.close().e8();
        return new MarketRecord.Closed(market, bar);
    }

    @Override
    public long rounded() {
        return columns.rounded();
    }
}
