package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a main leg and its hedge come to together while they are open. */
class OpenPairTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final StrategyId MACD = new StrategyId("macd-eth");
    private static final LegId MAIN = new LegId(MACD, ETH, LegRole.MAIN);
    private static final LegId HEDGE = new LegId(MACD, ETH, LegRole.HEDGE);

    @TempDir
    private Path folder = Path.of("");

    private final StateReplica replica = new StateReplica();

    @Test
    void exposureProfitFeesAndFundingAddUpOverBothLegs() {
        replica.accept(opened());
        replica.accept(List.of(marked(20, "2050")));

        OpenPair pair = onlyPair();
        assertThat(pair.name()).isEqualTo("macd-eth ETH-USD");
        assertThat(pair.netExposure()).as("0.5 − 0.2 at 2,050").isEqualTo(Usd.of("615"));
        assertThat(pair.unrealizedPnl()).as("0.5 × 50 − 0.2 × 49").isEqualTo(Usd.of("15.2"));
        assertThat(pair.costs()).isEqualTo(new LegCosts(Usd.of("0.63"), Usd.of("-0.04")));
        assertThat(pair.net()).isEqualTo(Usd.of("14.53"));
    }

    @Test
    void beforeTheFirstMarkPriceTheProfitIsUnknownAndTheCostsAreNot() {
        replica.accept(opened());

        OpenPair pair = onlyPair();
        assertThat(pair.netExposure()).isNull();
        assertThat(pair.unrealizedPnl()).isNull();
        assertThat(pair.net()).isNull();
        assertThat(pair.costs()).isEqualTo(new LegCosts(Usd.of("0.63"), Usd.of("-0.04")));
    }

    @Test
    void aLegThatOpensAgainBeginsWithoutTheCostsOfTheTradeBefore() {
        replica.accept(opened());
        replica.accept(List.of(
                fill(10, MAIN, "0.5", "0.45"),
                leg(10, MAIN, LegState.FLAT, "0", null),
                leg(11, MAIN, LegState.ENTERING, "0", null),
                fill(12, MAIN, "0.1", "0.09"),
                leg(12, MAIN, LegState.OPENING, "0.1", "2010")));

        assertThat(replica.openLegFigures())
                .filteredOn(open -> open.told().leg().equals(MAIN))
                .extracting(OpenLeg::costs)
                .containsExactly(new LegCosts(Usd.of("0.09"), Usd.ZERO));
    }

    @Test
    void theNextProcessKnowsTheSame() throws Exception {
        StateReplica next = new StateReplica();
        try (Store store = Store.open(folder.resolve("store.db"))) {
            store.projector().apply(opened(), 9);
            next.goOnFrom(store.trading());
        }
        replica.accept(opened());

        assertThat(next.openLegFigures()).containsExactlyInAnyOrderElementsOf(replica.openLegFigures());
    }

    @Test
    void aHedgeInAnotherMarketBelongsToTheMainLegItHedges() {
        MarketId btc = new MarketId("BTC");
        LegId elsewhere = new LegId(MACD, btc, LegRole.HEDGE);
        replica.accept(List.of(
                leg(1, MAIN, LegState.OPEN, "0.5", "2000"), leg(2, elsewhere, LegState.OPEN, "-0.01", "90000")));

        assertThat(OpenPair.of(replica.openLegFigures(), List.of(hedgedIn(btc))))
                .extracting(OpenPair::name, pair -> pair.legs().size())
                .containsExactly(tuple("macd-eth ETH-USD", 2));
    }

    private static StrategyConfig hedgedIn(MarketId market) {
        LegConfig main = new LegConfig(new AccountId("main"), Usd.of("100"), new Leverage(5));
        LegConfig hedge = new LegConfig(new AccountId("hedge"), Usd.of("40"), new Leverage(5));
        ExitConfig exits = new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000);
        return new StrategyConfig(
                MACD,
                "macd",
                List.of(ETH),
                Interval.M1,
                List.of(),
                main,
                new HedgeConfig(hedge, false, market, null),
                exits,
                true);
    }

    /** Half an ETH long, a fifth of an ETH short beside it, an hour of funding on either. */
    private static List<Output> opened() {
        return List.of(
                leg(1, MAIN, LegState.ENTERING, "0", null),
                fill(2, MAIN, "0.5", "0.45"),
                leg(2, MAIN, LegState.OPEN, "0.5", "2000"),
                fill(3, HEDGE, "0.2", "0.18"),
                leg(3, HEDGE, LegState.OPEN, "-0.2", "2001"),
                funding(9, MAIN, "-0.05"),
                funding(9, HEDGE, "0.01"));
    }

    private OpenPair onlyPair() {
        List<OpenPair> pairs = OpenPair.of(replica.openLegFigures(), List.of());
        assertThat(pairs).hasSize(1);
        return pairs.getFirst();
    }

    private static AccountId accountOf(LegId leg) {
        return new AccountId(leg.role() == LegRole.MAIN ? "main" : "hedge");
    }

    private static Cause cause(long sequence) {
        return new Cause(sequence, 1_000 * sequence, 2_000, "e1-" + sequence);
    }

    private static Output.LegChanged leg(
            long sequence, LegId leg, LegState state, String size, @Nullable String entry) {
        Price price = entry == null ? null : Price.of(entry);
        return new Output.LegChanged(
                cause(sequence), accountOf(leg), leg, state, SignedQuantity.of(size), price, null, null, "");
    }

    private static Output.FillBooked fill(long sequence, LegId leg, String size, String fee) {
        Fill fill = new Fill(
                sequence,
                sequence,
                null,
                ETH,
                Side.BUY,
                Price.of("2000"),
                Quantity.of(size),
                Usd.of(fee),
                Usd.ZERO,
                SignedQuantity.ZERO,
                true,
                false,
                1_000 * sequence);
        return new Output.FillBooked(cause(sequence), accountOf(leg), leg, fill, Quantity.of(size));
    }

    private static Output.FundingBooked funding(long sequence, LegId leg, String amount) {
        return new Output.FundingBooked(
                cause(sequence), accountOf(leg), leg, ETH, Usd.of(amount), Rate.of("0.0000125"), 1_000 * sequence);
    }

    private static Output.MarketMarked marked(long sequence, String mark) {
        return new Output.MarketMarked(cause(sequence), ETH, Price.of(mark), null, null);
    }
}
