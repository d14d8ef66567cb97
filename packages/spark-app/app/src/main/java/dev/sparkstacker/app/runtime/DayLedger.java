package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.query.CashFlows;
import dev.sparkstacker.store.query.TradingQueries;
import dev.sparkstacker.telemetry.health.DayProfit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The profit of the UTC day that venue time is in.
 *
 * <pre>
 *  realised − fees + funding of the day  +  unrealised now − unrealised when the day began
 * </pre>
 *
 * <p>What happened earlier that day, under processes before this one, comes from the store. What is unrealised comes
 * from the venue with each reading of an account; until each account was read, the profit is unknown.
 */
final class DayLedger implements OutputBus.Watcher {
    private static final long DAY_MS = 86_400_000L;

    private final List<AccountId> accounts;
    private final Map<AccountId, Usd> unrealizedAtDayStart = new TreeMap<>();
    private final Map<AccountId, Usd> unrealized = new TreeMap<>();
    private final Set<AccountId> read = new TreeSet<>();
    private long day;
    private CashFlows flows;
    private Output.@Nullable FillBooked lastFill;

    /**
     * Takes up the day that is on.
     *
     * @param accounts accounts that must be read before the profit is known
     * @param venueTimeMs venue time of the last event before this process; 0 where there is none
     */
    DayLedger(List<AccountId> accounts, TradingQueries stored, long venueTimeMs) {
        this.accounts = List.copyOf(accounts);
        this.day = dayOf(venueTimeMs);
        this.flows = stored.flowsSince(day * DAY_MS);
        stored.equityBefore(day * DAY_MS)
                .forEach(mark -> unrealizedAtDayStart.put(mark.account(), mark.unrealizedPnl()));
        stored.latestEquity().forEach(mark -> unrealized.put(mark.account(), mark.unrealizedPnl()));
    }

    @Override
    public synchronized void accept(List<Output> batch) {
        for (Output output : batch) {
            rollTo(dayOf(output.cause().venueTimeMs()));
            if (output instanceof Output.FillBooked booked) {
                fill(booked);
            } else if (output instanceof Output.FundingBooked funding && dayOf(funding.paidAtMs()) == day) {
                flows = flows.withFunding(funding.amount());
            } else if (output instanceof Output.EquityMarked marked) {
                unrealized.put(marked.account(), marked.unrealizedPnl());
                read.add(marked.account());
            }
        }
    }

    /** The profit, or what of it is not known. */
    synchronized DayProfit profit() {
        Usd sum = flows.net();
        for (AccountId account : accounts) {
            if (!read.contains(account)) {
                return DayProfit.unknown("account " + account + " was not read from the venue yet");
            }
            sum = sum.plus(unrealized.getOrDefault(account, Usd.ZERO))
                    .minus(unrealizedAtDayStart.getOrDefault(account, Usd.ZERO));
        }
        return DayProfit.of(sum);
    }

    /** The UTC day, such as {@code 2026-11-21}. */
    synchronized String date() {
        return LocalDate.ofEpochDay(day).toString();
    }

    private void rollTo(long newDay) {
        if (newDay > day) {
            day = newDay;
            flows = CashFlows.NONE;
            unrealizedAtDayStart.clear();
            unrealizedAtDayStart.putAll(unrealized);
        }
    }

    /** Legs that share an execution each book it; its fee and profit count once. */
    private void fill(Output.FillBooked booked) {
        Output.FillBooked before = lastFill;
        lastFill = booked;
        boolean shared = before != null
                && before.cause().sequence() == booked.cause().sequence()
                && before.account().equals(booked.account())
                && before.fill().equals(booked.fill());
        if (!shared && dayOf(booked.fill().venueTimeMs()) == day) {
            flows = flows.withFill(booked.fill().closedPnl(), booked.fill().fee());
        }
    }

    private static long dayOf(long venueTimeMs) {
        return Math.floorDiv(venueTimeMs, DAY_MS);
    }
}
