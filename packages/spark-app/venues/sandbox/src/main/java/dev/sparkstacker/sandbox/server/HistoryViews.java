package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.wire.info.DailyVolume;
import dev.sparkstacker.wire.info.FeeSchedule;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.FundingDelta;
import dev.sparkstacker.wire.info.FundingPayment;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.info.PortfolioHistory;
import dev.sparkstacker.wire.info.PortfolioPeriod;
import dev.sparkstacker.wire.info.RateLimit;
import dev.sparkstacker.wire.info.TimedValue;
import dev.sparkstacker.wire.info.UserFees;
import dev.sparkstacker.wire.ws.UserFundingItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An account's past in the venue's shapes. Used on the exchange's thread only. */
final class HistoryViews {
    static final int FILLS_A_PAGE = 2_000;
    static final int ROWS_A_PAGE = 500;
    private static final String NO_HASH = "0x" + "0".repeat(64);
    private static final long DAY_MS = 86_400_000L;
    private static final int VOLUME_DAYS = 14;

    private final Exchange exchange;
    private final AccountViews accounts;

    HistoryViews(Exchange exchange, AccountViews accounts) {
        this.exchange = exchange;
        this.accounts = accounts;
    }

    /** The newest fills, newest first. */
    List<Fill> fills(Account account, int atMost) {
        List<Records.Execution> all = new ArrayList<>(account.fills());
        return all.reversed().stream().limit(atMost).map(accounts::fill).toList();
    }

    /** Fills of a range, oldest first, one page. */
    List<Fill> fills(Account account, long fromMs, long toMs) {
        return account.fills().stream()
                .filter(fill -> fill.timeMs() >= fromMs && fill.timeMs() <= toMs)
                .limit(FILLS_A_PAGE)
                .map(accounts::fill)
                .toList();
    }

    List<FundingPayment> fundings(Account account, long fromMs, long toMs) {
        return account.fundings().stream()
                .filter(funding -> funding.timeMs() >= fromMs && funding.timeMs() <= toMs)
                .limit(ROWS_A_PAGE)
                .map(funding -> new FundingPayment(
                        funding.timeMs(),
                        NO_HASH,
                        new FundingDelta(
                                "funding",
                                funding.market().coin(),
                                Decimals.of(funding.amount()),
                                Decimals.of(funding.size()),
                                Decimals.of(funding.rate()),
                                null)))
                .toList();
    }

    UserFundingItem fundingItem(Records.Funding funding) {
        return new UserFundingItem(
                funding.timeMs(),
                funding.market().coin(),
                Decimals.of(funding.amount()),
                Decimals.of(funding.size()),
                Decimals.of(funding.rate()),
                null);
    }

    List<LedgerUpdate> ledger(Account account, long fromMs, long toMs) {
        return account.ledger().stream()
                .filter(entry -> entry.timeMs() >= fromMs && entry.timeMs() <= toMs)
                .filter(LedgerViews::isShown)
                .limit(ROWS_A_PAGE)
                .map(entry -> ledgerUpdate(account, entry))
                .toList();
    }

    LedgerUpdate ledgerUpdate(Account account, LedgerEntry entry) {
        return new LedgerUpdate(entry.timeMs(), NO_HASH, LedgerViews.delta(account, entry));
    }

    RateLimit rateLimit(@Nullable Account account) {
        long base = exchange.rules().requestBudget();
        if (account == null) {
            return new RateLimit(BigDecimal.ZERO, 0, base, 0L);
        }
        return new RateLimit(
                Decimals.of(account.budget().volume()),
                account.budget().used(),
                account.budget().cap(base),
                0L);
    }

    UserFees fees(@Nullable Account account) {
        BigDecimal taker = Decimals.of(exchange.rules().takerFee());
        BigDecimal maker = Decimals.of(exchange.rules().makerFee());
        BigDecimal spotTaker = new BigDecimal("0.0007");
        BigDecimal spotMaker = new BigDecimal("0.0004");
        ObjectNode tiers = JsonNodeFactory.instance.objectNode();
        tiers.putArray("vip");
        tiers.putArray("mm");
        return new UserFees(
                account == null ? List.of() : volumes(account),
                new FeeSchedule(taker, maker, spotTaker, spotMaker, tiers, BigDecimal.ZERO),
                taker,
                maker,
                spotTaker,
                spotMaker,
                BigDecimal.ZERO);
    }

    private List<DailyVolume> volumes(Account account) {
        Map<LocalDate, Usd[]> days = new TreeMap<>();
        long since = exchange.nowMs() - VOLUME_DAYS * DAY_MS;
        for (Records.Execution fill : account.fills()) {
            if (fill.timeMs() >= since) {
                LocalDate date = Instant.ofEpochMilli(fill.timeMs())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
                Usd[] day = days.computeIfAbsent(date, _ -> new Usd[] {Usd.ZERO, Usd.ZERO});
                int kind = fill.taker() ? 0 : 1;
                day[kind] = day[kind].plus(fill.price().times(fill.size()));
            }
        }
        List<DailyVolume> volumes = new ArrayList<>();
        days.forEach((date, day) -> volumes.add(new DailyVolume(
                date.toString(), Decimals.of(day[0]), Decimals.of(day[1]), Decimals.of(day[0].plus(day[1])))));
        return volumes;
    }

    /** Account value and profit as they stand; the sandbox keeps no curve. */
    List<PortfolioPeriod> portfolio(Account account) {
        Usd value = exchange.margin().accountValue(account).plus(account.spot());
        Usd deposits = Usd.ZERO;
        for (LedgerEntry entry : account.ledger()) {
            deposits = deposits.plus(entry.amount());
        }
        long now = exchange.nowMs();
        PortfolioHistory history = new PortfolioHistory(
                List.of(new TimedValue(now, Decimals.of(value))),
                List.of(new TimedValue(now, Decimals.of(value.minus(deposits)))),
                Decimals.of(account.budget().volume()));
        List<PortfolioPeriod> periods = new ArrayList<>();
        for (String name :
                List.of("day", "week", "month", "allTime", "perpDay", "perpWeek", "perpMonth", "perpAllTime")) {
            periods.add(new PortfolioPeriod(name, history));
        }
        return periods;
    }
}
