package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.info.AssetCtx;
import dev.sparkstacker.wire.info.FundingRate;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.Level;
import dev.sparkstacker.wire.info.Trade;
import dev.sparkstacker.wire.ws.Bbo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Market data in the venue's shapes. Used on the exchange's thread only. */
final class MarketViews {
    private static final int TRADES = 30;
    private static final long DAY_MS = 86_400_000L;
    private static final String NOBODY = Address.ZERO.hex();

    private final Exchange exchange;
    private final CandleViews candles;
    private final Map<MarketId, Day> days = new LinkedHashMap<>();

    MarketViews(Exchange exchange, Map<MarketId, CandleStore> candles) {
        this.exchange = exchange;
        this.candles = new CandleViews(candles);
    }

    /** The universe with its margin tables. */
    MetaViews meta() {
        return new MetaViews(exchange.markets());
    }

    /** Bars in the venue's shapes. */
    CandleViews candles() {
        return candles;
    }

    @Nullable
    Market market(String coin) {
        return coin.isEmpty() || coin.length() > 32 ? null : exchange.market(new MarketId(coin));
    }

    AssetCtx context(Market market) {
        Price mark = market.mark();
        Price oracle = market.oracle();
        Price reference = mark == null ? lastPrice(market) : mark;
        Price mid = market.mid();
        Day day = day(market);
        return new AssetCtx(
                Decimals.of(market.predictedFunding()),
                Decimals.of(new Quantity(openInterestE8(market))),
                day.previousPrice == null ? Decimals.of(reference) : Decimals.of(day.previousPrice),
                day.notional,
                mid == null ? null : Decimals.of(market.premium()),
                Decimals.of(oracle == null ? reference : oracle),
                Decimals.of(reference),
                mid == null ? null : Decimals.of(mid),
                mid == null
                        ? null
                        : List.of(
                                Decimals.of(market.best(dev.sparkstacker.domain.Side.BUY)
                                        .price()),
                                Decimals.of(market.best(dev.sparkstacker.domain.Side.SELL)
                                        .price())),
                day.volume);
    }

    Map<String, BigDecimal> mids() {
        Map<String, BigDecimal> mids = new LinkedHashMap<>();
        for (Market market : exchange.markets()) {
            Price mid = market.mid();
            Price price = mid == null ? lastPrice(market) : mid;
            if (!price.isZero()) {
                mids.put(market.id().coin(), Decimals.of(price));
            }
        }
        return mids;
    }

    L2Book book(Market market, @Nullable Integer significantFigures, int levels) {
        return new L2Book(
                market.id().coin(),
                exchange.nowMs(),
                List.of(
                        side(market, dev.sparkstacker.domain.Side.BUY, significantFigures, levels),
                        side(market, dev.sparkstacker.domain.Side.SELL, significantFigures, levels)));
    }

    private static List<Level> side(
            Market market, dev.sparkstacker.domain.Side side, @Nullable Integer figures, int atMost) {
        List<Level> levels = new ArrayList<>();
        RoundingMode outward = side == dev.sparkstacker.domain.Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        for (Market.Depth depth : market.depth(side, figures == null ? atMost : Integer.MAX_VALUE)) {
            BigDecimal price = Decimals.of(depth.price());
            BigDecimal shown = figures == null ? price : price.round(new java.math.MathContext(figures, outward));
            Level last = levels.isEmpty() ? null : levels.getLast();
            if (last != null && last.px().compareTo(shown) == 0) {
                levels.set(
                        levels.size() - 1,
                        new Level(shown, last.sz().add(Decimals.of(depth.size())), last.n() + depth.orders()));
            } else if (levels.size() < atMost) {
                levels.add(new Level(shown, Decimals.of(depth.size()), depth.orders()));
            }
        }
        return levels;
    }

    @SuppressWarnings("NullAway") // an empty side is null; the annotation on the record's list element is not read
    Bbo bbo(Market market) {
        List<@Nullable Level> both = new ArrayList<>();
        for (dev.sparkstacker.domain.Side side :
                List.of(dev.sparkstacker.domain.Side.BUY, dev.sparkstacker.domain.Side.SELL)) {
            List<Market.Depth> top = market.depth(side, 1);
            both.add(
                    top.isEmpty()
                            ? null
                            : new Level(
                                    Decimals.of(top.getFirst().price()),
                                    Decimals.of(top.getFirst().size()),
                                    top.getFirst().orders()));
        }
        return new Bbo(market.id().coin(), exchange.nowMs(), both);
    }

    /** The newest prints, newest first. */
    List<Trade> newestTrades(Market market) {
        return market.recentPrints(TRADES).stream().map(this::trade).toList().reversed();
    }

    Trade trade(Records.Print print) {
        Address buyer = print.buyer();
        Address seller = print.seller();
        return new Trade(
                print.market().coin(),
                side(print.aggressor()),
                Decimals.of(print.price()),
                Decimals.of(print.size()),
                print.timeMs(),
                print.hash(),
                print.tradeId(),
                List.of(buyer == null ? NOBODY : buyer.hex(), seller == null ? NOBODY : seller.hex()));
    }

    List<FundingRate> funding(Market market, long fromMs, long toMs) {
        return market.fundingRates().stream()
                .filter(rate -> rate.timeMs() >= fromMs && rate.timeMs() <= toMs)
                .limit(500)
                .map(rate -> new FundingRate(
                        market.id().coin(), Decimals.of(rate.rate()), Decimals.of(rate.premium()), rate.timeMs()))
                .toList();
    }

    static Side side(dev.sparkstacker.domain.Side side) {
        return side == dev.sparkstacker.domain.Side.BUY ? Side.BID : Side.ASK;
    }

    /** The last 24 hours, as they were at a minute. */
    private record Day(long minute, @Nullable Price previousPrice, BigDecimal notional, BigDecimal volume) {}

    /** Totals of the last 24 hours; put together once a minute because each context asks for them. */
    private Day day(Market market) {
        long minute = exchange.nowMs() / 60_000;
        Day known = days.get(market.id());
        if (known == null || known.minute != minute) {
            known = sumDay(market, minute);
            days.put(market.id(), known);
        }
        return known;
    }

    private Day sumDay(Market market, long minute) {
        long now = exchange.nowMs();
        List<Bar> bars = candles.store(market).bars(Interval.H1, now - DAY_MS, now, 25);
        Usd notional = Usd.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        for (Bar bar : bars) {
            notional = notional.plus(bar.close().times(bar.volume()));
            volume = volume.add(Decimals.of(bar.volume()));
        }
        return new Day(minute, bars.isEmpty() ? null : bars.getFirst().open(), Decimals.of(notional), volume);
    }

    private long openInterestE8(Market market) {
        long longs = 0;
        for (var account : exchange.accounts()) {
            longs += Math.max(0, account.size(market.id()).e8());
        }
        return longs;
    }

    private Price lastPrice(Market market) {
        Price last = market.lastPrice();
        if (last != null) {
            return last;
        }
        Bar bar = candles.store(market).last(Interval.M1);
        return bar == null ? new Price(0) : bar.close();
    }
}
