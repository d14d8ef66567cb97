package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.telemetry.health.DayProfit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayLedgerTest {
    private static final long NOON = 1_767_268_800_000L;
    private static final long HOUR = 3_600_000L;
    private static final AccountId MAIN = new AccountId("main");
    private static final AccountId HEDGE = new AccountId("hedge");
    private static final MarketId ETH = new MarketId("ETH");
    private static final LegId LEG = new LegId(new StrategyId("macd-eth"), ETH, LegRole.MAIN);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Store store;

    private long sequence;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("store.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itIsUnknownUntilEveryAccountWasRead() {
        DayLedger day = new DayLedger(List.of(MAIN, HEDGE), store.trading(), NOON);
        assertThat(day.profit()).isEqualTo(DayProfit.unknown("account main was not read from the venue yet"));
        day.accept(List.of(equity(NOON, MAIN, "0")));
        assertThat(day.profit()).isEqualTo(DayProfit.unknown("account hedge was not read from the venue yet"));
        day.accept(List.of(equity(NOON, HEDGE, "0")));
        assertThat(day.profit()).isEqualTo(DayProfit.of(Usd.ZERO));
    }

    @Test
    void realisedUnrealisedFeesAndFundingAddUp() {
        DayLedger day = new DayLedger(List.of(MAIN), store.trading(), NOON);
        day.accept(List.of(fill(NOON, "5", "0.4"), funding(NOON, "-0.1"), equity(NOON, MAIN, "2")));
        assertThat(day.profit()).isEqualTo(DayProfit.of(Usd.of("6.5")));
    }

    @Test
    void anExecutionThatTwoLegsShareCountsOnce() {
        DayLedger day = new DayLedger(List.of(MAIN), store.trading(), NOON);
        Output.FillBooked first = fill(NOON, "5", "0.4");
        Output.FillBooked second = new Output.FillBooked(first.cause(), MAIN, null, first.fill(), Quantity.of("0.001"));
        day.accept(List.of(first, second, equity(NOON, MAIN, "0")));
        assertThat(day.profit()).isEqualTo(DayProfit.of(Usd.of("4.6")));
    }

    @Test
    void aNewDayBeginsAtNothingAndKeepsWhatWasUnrealisedOut() {
        DayLedger day = new DayLedger(List.of(MAIN), store.trading(), NOON);
        day.accept(List.of(fill(NOON, "5", "0.4"), equity(NOON + HOUR, MAIN, "3")));
        day.accept(List.of(equity(NOON + 13 * HOUR, MAIN, "1")));
        assertThat(day.date()).isEqualTo("2026-01-02");
        assertThat(day.profit()).isEqualTo(DayProfit.of(Usd.of("-2")));
        day.accept(List.of(fill(NOON, "100", "0")));
        assertThat(day.profit()).as("a late fill belongs to its own day").isEqualTo(DayProfit.of(Usd.of("-2")));
    }

    @Test
    void whatProcessesBeforeDidThatDayCountsAndWhatTheyDidEarlierDoesNot() {
        List<Output> before = List.of(
                equity(NOON - 13 * HOUR, MAIN, "3"),
                fill(NOON - 13 * HOUR, "100", "1"),
                fill(NOON - HOUR, "5", "0.4"),
                funding(NOON - HOUR, "0.2"),
                equity(NOON - HOUR, MAIN, "2"));
        store.projector().apply(before, sequence);
        DayLedger day = new DayLedger(List.of(MAIN), store.trading(), NOON);
        assertThat(day.profit().profit()).isNull();
        day.accept(List.of(equity(NOON, MAIN, "1")));
        assertThat(day.profit()).isEqualTo(DayProfit.of(Usd.of("2.8")));
    }

    private Cause cause(long venueTimeMs) {
        sequence++;
        return new Cause(sequence, venueTimeMs, venueTimeMs, "e1-" + sequence);
    }

    private Output.EquityMarked equity(long atMs, AccountId account, String unrealized) {
        return new Output.EquityMarked(cause(atMs), account, Usd.of("1000"), Usd.of("900"), Usd.of(unrealized));
    }

    private Output.FundingBooked funding(long atMs, String amount) {
        return new Output.FundingBooked(cause(atMs), MAIN, LEG, ETH, Usd.of(amount), Rate.of("0.0000125"), atMs);
    }

    private Output.FillBooked fill(long atMs, String closedPnl, String fee) {
        Cause cause = cause(Math.max(atMs, NOON - 13 * HOUR));
        Fill fill = new Fill(
                cause.sequence(),
                7,
                null,
                ETH,
                Side.SELL,
                Price.of("2000"),
                Quantity.of("0.01"),
                Usd.of(fee),
                Usd.of(closedPnl),
                SignedQuantity.of("0.01"),
                true,
                false,
                atMs);
        return new Output.FillBooked(cause, MAIN, LEG, fill, Quantity.of("0.01"));
    }
}
