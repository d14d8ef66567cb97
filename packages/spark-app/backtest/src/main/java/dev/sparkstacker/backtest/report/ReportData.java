package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.EquityPoints;
import dev.sparkstacker.backtest.result.Indicators;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script draws and lists, as JSON in columns.
 *
 * <pre>
 *  { "equity":  { "every": 3, "t": […], "low": […], "high": […], "last": […], "fall": […] },
 *    "bars":    { "every": 1, "t": […], "h": […], "l": […], "c": […] },
 *    "indicators": [ { "name": "fast", "v": […] }, … ],        one value a drawn bar
 *    "trades":  [ [number, leg, side, opened, closed, entry, exit, size, gross, fees, funding, net, slippage,
 *                  mae, mfe, reason, signal, fills, [[from, stop, target], …] ], … ] }
 * </pre>
 *
 * Money and prices are exact decimals; long series are thinned so that no extreme is lost, and {@code every} says how many
 * points one stands for.
 */
final class ReportData {
    /** More points than a screen has columns are not seen. */
    private static final int MOST_POINTS = 4_000;

    private final JsonText json = new JsonText();

    private ReportData() {}

    static String of(BacktestResult result) {
        ReportData data = new ReportData();
        data.json.openObject();
        data.equity(result.equity());
        Buckets buckets = Buckets.of(result.bars().size(), MOST_POINTS);
        data.bars(result.bars(), buckets);
        data.indicators(result.indicators(), buckets);
        data.json.name("trades").openArray();
        result.trades().forEach(data::trade);
        data.json.closeArray().closeObject();
        return data.json.toString();
    }

    private void equity(EquityPoints points) {
        Buckets buckets = Buckets.of(points.size(), MOST_POINTS);
        int count = buckets.count();
        long[] low = new long[count];
        long[] high = new long[count];
        long[] last = new long[count];
        double[] fall = new double[count];
        long peak = Long.MIN_VALUE;
        for (int bucket = 0; bucket < count; bucket++) {
            low[bucket] = Long.MAX_VALUE;
            high[bucket] = Long.MIN_VALUE;
            for (int i = buckets.from(bucket); i < buckets.to(bucket); i++) {
                long equity = points.equity(i).e8();
                peak = Math.max(peak, equity);
                low[bucket] = Math.min(low[bucket], equity);
                high[bucket] = Math.max(high[bucket], equity);
                last[bucket] = equity;
                double below = peak <= 0 ? 0 : (double) (equity - peak) / peak;
                fall[bucket] = Math.min(fall[bucket], below);
            }
        }
        json.name("equity").openObject().name("every").number(buckets.width());
        json.name("t").openArray();
        for (int bucket = 0; bucket < count; bucket++) {
            json.number(points.timeMs(buckets.to(bucket) - 1));
        }
        json.closeArray();
        money("low", low);
        money("high", high);
        money("last", last);
        json.name("fall").openArray();
        for (double value : fall) {
            json.rounded(100 * value);
        }
        json.closeArray().closeObject();
    }

    private void money(String name, long[] e8) {
        json.name(name).openArray();
        for (long value : e8) {
            json.e8(value);
        }
        json.closeArray();
    }

    private void bars(BarColumns bars, Buckets buckets) {
        int count = buckets.count();
        long[] high = new long[count];
        long[] low = new long[count];
        long[] close = new long[count];
        json.name("bars")
                .openObject()
                .name("every")
                .number(buckets.width())
                .name("t")
                .openArray();
        for (int bucket = 0; bucket < count; bucket++) {
            low[bucket] = Long.MAX_VALUE;
            for (int i = buckets.from(bucket); i < buckets.to(bucket); i++) {
                high[bucket] = Math.max(high[bucket], bars.highE8(i));
                low[bucket] = Math.min(low[bucket], bars.lowE8(i));
                close[bucket] = bars.closeE8(i);
            }
            json.number(bars.openTimeMs(buckets.from(bucket)));
        }
        json.closeArray();
        money("h", high);
        money("l", low);
        money("c", close);
        json.closeObject();
    }

    private void indicators(Indicators indicators, Buckets buckets) {
        json.name("indicators").openArray();
        List<String> names = indicators.names();
        for (int name = 0; name < names.size(); name++) {
            json.openObject().name("name").text(names.get(name)).name("v").openArray();
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                json.rounded(indicators.value(name, buckets.to(bucket) - 1));
            }
            json.closeArray().closeObject();
        }
        json.closeArray();
    }

    private void trade(ClosedTrade trade) {
        json.openArray()
                .number(trade.number())
                .text(trade.leg().toString())
                .text(trade.side().name())
                .number(trade.openedAtMs())
                .number(trade.closedAtMs())
                .e8(trade.entryPrice().e8())
                .e8(trade.exitPrice().e8())
                .e8(trade.size().e8())
                .e8(trade.grossPnl().e8())
                .e8(trade.fees().e8())
                .e8(trade.funding().e8())
                .e8(trade.netPnl().e8());
        Usd in = trade.entrySlippage();
        Usd out = trade.exitSlippage();
        if (in == null && out == null) {
            json.nothing();
        } else {
            json.e8((in == null ? 0 : in.e8()) + (out == null ? 0 : out.e8()));
        }
        json.e8(trade.adverse().e8())
                .e8(trade.favourable().e8())
                .text(trade.exit().name())
                .text(trade.signal())
                .number(trade.fills())
                .openArray();
        for (ClosedTrade.Guarded guard : trade.guards()) {
            json.openArray().number(guard.fromMs());
            price(guard.stop());
            price(guard.target());
            json.closeArray();
        }
        json.closeArray().closeArray();
    }

    private void price(@Nullable Price price) {
        if (price == null) {
            json.nothing();
        } else {
            json.e8(price.e8());
        }
    }
}
