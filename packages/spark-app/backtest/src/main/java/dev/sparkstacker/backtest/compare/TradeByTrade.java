package dev.sparkstacker.backtest.compare;

import dev.sparkstacker.backtest.compare.PastTrade.End;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backtest held against what was really traded over the same time, trade by trade. Two trades are the same if the same
 * leg entered the same side within the same bar; prices may differ, because fills do.
 *
 * @param fromMs where both have begun
 * @param toMs where the first of them ends
 * @param pairs in the order of their entries
 * @param divergence the first that is not the same, with why; empty where all are
 */
public record TradeByTrade(long fromMs, long toMs, List<Pair> pairs, String divergence) {
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /** A trade of the backtest and the one that was made, either of which may be missing. */
    public record Pair(@Nullable PastTrade tested, @Nullable PastTrade traded) {
        /** The one that is there. */
        PastTrade either() {
            return tested == null ? Objects.requireNonNull(traded) : tested;
        }

        /** How much worse the entry was than the backtest's, in basis points; empty unless both are there. */
        public Optional<BigDecimal> entryCostBps() {
            if (tested == null || traded == null || tested.entryPrice().signum() == 0) {
                return Optional.empty();
            }
            BigDecimal more = traded.entryPrice().subtract(tested.entryPrice());
            BigDecimal worse = traded.side().equals("long") ? more : more.negate();
            return Optional.of(worse.multiply(BPS).divide(tested.entryPrice(), 2, RoundingMode.HALF_EVEN));
        }

        /** What is not the same, in words, what explains most first; empty where nothing is. */
        String difference(long barMs) {
            if (tested == null || traded == null) {
                return tested == null ? "was traded and not in the backtest" : "is in the backtest and was not traded";
            }
            if (tested.size().compareTo(traded.size()) != 0) {
                return "has size " + tested.size() + " in the backtest and " + traded.size() + " as traded";
            }
            End there = tested.end();
            End here = traded.end();
            if (there == null || here == null) {
                return "";
            }
            if (!there.reason().equals(here.reason())
                    || Math.floorDiv(there.closedMs(), barMs) != Math.floorDiv(here.closedMs(), barMs)) {
                return "ends in the backtest at " + Instant.ofEpochMilli(there.closedMs()) + " by " + there.reason()
                        + ", as traded at " + Instant.ofEpochMilli(here.closedMs()) + " by " + here.reason();
            }
            return "";
        }
    }

    /** Compares them. @throws IllegalArgumentException if they have no time in common, or decided on other bars */
    public static TradeByTrade of(PastRun tested, PastRun traded) {
        if (tested.interval() != traded.interval()) {
            throw new IllegalArgumentException("They decided on other bars: " + tested.name() + " on those of "
                    + tested.interval().code() + ", " + traded.name() + " on those of "
                    + traded.interval().code());
        }
        long barMs = tested.interval().millis();
        long fromMs = Math.max(tested.fromMs(), traded.fromMs());
        long toMs = Math.min(tested.toMs(), traded.toMs());
        if (fromMs >= toMs) {
            throw new IllegalArgumentException("They have no time in common: " + tested.name() + " is of "
                    + Instant.ofEpochMilli(tested.fromMs()) + " to " + Instant.ofEpochMilli(tested.toMs()) + ", "
                    + traded.name() + " of " + Instant.ofEpochMilli(traded.fromMs()) + " to "
                    + Instant.ofEpochMilli(traded.toMs()));
        }
        List<Pair> pairs = pairs(within(tested, fromMs, toMs), within(traded, fromMs, toMs), barMs);
        return new TradeByTrade(fromMs, toMs, List.copyOf(pairs), divergence(pairs, tested, traded, barMs));
    }

    private static List<PastTrade> within(PastRun run, long fromMs, long toMs) {
        return run.trades().stream()
                .filter(trade -> trade.openedMs() >= fromMs && trade.openedMs() < toMs)
                .sorted(PastTrade.BY_TIME)
                .toList();
    }

    private static List<Pair> pairs(List<PastTrade> tested, List<PastTrade> traded, long barMs) {
        Map<PastTrade.Key, Deque<PastTrade>> waiting = new HashMap<>();
        traded.forEach(trade -> waiting.computeIfAbsent(trade.key(barMs), _ -> new ArrayDeque<>())
                .add(trade));
        List<Pair> pairs = new ArrayList<>();
        for (PastTrade trade : tested) {
            Deque<PastTrade> same = waiting.get(trade.key(barMs));
            pairs.add(new Pair(trade, same == null ? null : same.poll()));
        }
        waiting.values().forEach(left -> left.forEach(trade -> pairs.add(new Pair(null, trade))));
        pairs.sort(Comparator.comparing(Pair::either, PastTrade.BY_TIME));
        return pairs;
    }

    private static String divergence(List<Pair> pairs, PastRun tested, PastRun traded, long barMs) {
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            String difference = pair.difference(barMs);
            if (!difference.isEmpty()) {
                PastTrade trade = pair.either();
                return "Trade " + (i + 1) + " is the first to differ: the " + trade.side() + " of "
                        + trade.market() + " (" + trade.leg() + ") opened at "
                        + Instant.ofEpochMilli(trade.openedMs()) + " " + difference + "."
                        + decided(pair, tested, traded, barMs);
            }
        }
        return "";
    }

    /** What either side decided on the bar whose close led to the entry, or, where both entered, to the earlier end. */
    private static String decided(Pair pair, PastRun tested, PastRun traded, long barMs) {
        long actedMs = pair.either().openedMs();
        if (pair.tested() != null && pair.traded() != null) {
            End there = pair.tested().end();
            End here = pair.traded().end();
            if (there != null && here != null) {
                actedMs = Math.min(there.closedMs(), here.closedMs());
            }
        }
        long barOpenMs = (Math.floorDiv(actedMs, barMs) - 1) * barMs;
        String market = pair.either().market();
        return " On the bar of " + Instant.ofEpochMilli(barOpenMs) + " the backtest decided: "
                + known(tested.why().on(market, barOpenMs)) + "; as traded: "
                + known(traded.why().on(market, barOpenMs)) + ".";
    }

    private static String known(String decided) {
        return decided.isEmpty() ? "nothing is known of that bar" : decided;
    }

    /** Trades that both have. */
    public long both() {
        return pairs.stream()
                .filter(pair -> pair.tested() != null && pair.traded() != null)
                .count();
    }

    /** Trades of the backtest that were not made. */
    public long onlyTested() {
        return pairs.stream().filter(pair -> pair.traded() == null).count();
    }

    /** Trades that the backtest does not have. */
    public long onlyTraded() {
        return pairs.stream().filter(pair -> pair.tested() == null).count();
    }
}
