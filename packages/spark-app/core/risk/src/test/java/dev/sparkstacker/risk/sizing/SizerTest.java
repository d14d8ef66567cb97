package dev.sparkstacker.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sizes of every method, what caps and rounding leave of them, and the risk that remains. */
class SizerTest {
    private static final RiskScope ETH = new RiskScope.OfMarket(new MarketId("ETH"));

    /** What is sized, each part changed on its own: ten times leverage, 10,000 USD, entry at 2000, stop at 1900. */
    private static final class Case {
        private SizingMethod method = new SizingMethod.FixedUsd(Usd.of("80"));
        private boolean scaled;
        private Side side = Side.BUY;
        private String entry = "2000";
        private @Nullable String stop = "1900";
        private int leverage = 10;
        private @Nullable String equity = "10000";
        private String strength = "1";
        private boolean halved;
        private int szDecimals = 4;
        private String minNotional = "10";
        private final List<ScopedLimits> limits = new ArrayList<>();
        private @Nullable String position = "0";

        private Case by(SizingMethod other) {
            method = other;
            return this;
        }

        private Case orders(@Nullable String min, @Nullable String max) {
            limits.add(new ScopedLimits(
                    RiskScope.global(),
                    new LimitSet(
                            new LimitSet.Orders(
                                    min == null ? null : Usd.of(min), max == null ? null : Usd.of(max), null, null),
                            LimitSet.Positions.NONE,
                            LimitSet.MarketQuality.NONE,
                            LimitSet.Losses.NONE)));
            return this;
        }

        private Case maxPosition(RiskScope scope, String max) {
            limits.add(new ScopedLimits(
                    scope,
                    new LimitSet(
                            LimitSet.Orders.NONE,
                            new LimitSet.Positions(Usd.of(max), null, null, null, null),
                            LimitSet.MarketQuality.NONE,
                            LimitSet.Losses.NONE)));
            return this;
        }

        private SizeResult result() {
            return Sizer.size(new SizeRequest(
                    new SizingConfig(method, scaled),
                    side,
                    Price.of(entry),
                    stop == null ? null : Price.of(stop),
                    new Leverage(leverage),
                    equity == null ? null : Usd.of(equity),
                    Rate.of(strength),
                    halved,
                    new Instrument(new MarketId("ETH"), 1, szDecimals, new Leverage(25), false, Usd.of(minNotional)),
                    limits,
                    position == null ? null : Usd.of(position)));
        }

        private SizeResult.Sized sized() {
            SizeResult result = result();
            assertThat(result).isInstanceOf(SizeResult.Sized.class);
            return (SizeResult.Sized) result;
        }

        private Check skipped() {
            SizeResult result = result();
            assertThat(result).isInstanceOf(SizeResult.Skipped.class);
            return ((SizeResult.Skipped) result).why();
        }
    }

    private static SizingMethod risk(String pct) {
        return new SizingMethod.RiskBased(Pct.of(pct));
    }

    private static SizingMethod kelly(String winRate, String win, String loss, String cap) {
        return new SizingMethod.Kelly(Pct.of(winRate), Pct.of(win), Pct.of(loss), Pct.of(cap));
    }

    @Test
    void aFixedMarginBuysMarginTimesLeverage() {
        SizeResult.Sized sized = new Case().sized();
        assertThat(sized.size()).isEqualTo(Quantity.of("0.4"));
        assertThat(sized.notional()).isEqualTo(Usd.of("800"));
        assertThat(sized.wished()).isEqualTo(Usd.of("800"));
        assertThat(sized.caps()).isEmpty();
        assertThat(sized.plannedRisk()).isEqualTo(Usd.of("40"));
        assertThat(sized.riskLeft()).isEqualTo(Usd.of("40"));
        assertThat(sized.kept()).isEqualTo(Rate.of("1"));
    }

    @Test
    void aFixedMarginNeedsNoEquity() {
        Case given = new Case();
        given.equity = null;
        assertThat(given.sized().size()).isEqualTo(Quantity.of("0.4"));
    }

    @Test
    void aShareOfTheEquityIsMarginToo() {
        SizeResult.Sized sized =
                new Case().by(new SizingMethod.PercentEquity(Pct.of("5"))).sized();
        assertThat(sized.notional()).isEqualTo(Usd.of("5000"));
    }

    @Test
    void riskBasedSizesLoseTheRiskAtTheStop() {
        SizeResult.Sized sized = new Case().by(risk("1")).sized();
        assertThat(sized.notional()).isEqualTo(Usd.of("2000"));
        assertThat(sized.plannedRisk()).isEqualTo(Usd.of("100"));
        assertThat(sized.riskLeft()).isEqualTo(Usd.of("100"));
        Case sell = new Case().by(risk("1"));
        sell.side = Side.SELL;
        sell.stop = "2100";
        assertThat(sell.sized().size()).isEqualTo(Quantity.of("1"));
    }

    @Test
    void theReferenceVectorsOfASmallAccountHold() {
        Case tight = new Case().by(risk("5")).maxPosition(RiskScope.global(), "150");
        tight.equity = "200";
        tight.entry = "100";
        tight.stop = "99";
        tight.minNotional = "10";
        SizeResult.Sized capped = tight.sized();
        assertThat(capped.wished()).isEqualTo(Usd.of("1000"));
        assertThat(capped.notional()).isEqualTo(Usd.of("150"));
        assertThat(capped.plannedRisk()).isEqualTo(Usd.of("10"));
        assertThat(capped.riskLeft()).as("what is really at risk").isEqualTo(Usd.of("1.5"));
        assertThat(capped.kept()).isEqualTo(Rate.of("0.15"));
        assertThat(capped.caps()).singleElement().asString().isEqualTo("MAX_POSITION_SIZE <= 150 USD (global)");

        tight.limits.clear();
        tight.stop = "92";
        assertThat(tight.sized().notional()).isEqualTo(Usd.of("125"));
        tight.side = Side.SELL;
        tight.stop = "250";
        Check skipped = tight.skipped();
        assertThat(skipped.rule()).isEqualTo(Reason.BELOW_MIN_NOTIONAL);
        assertThat(skipped.value()).isEqualTo("6.66 USD");
    }

    @Test
    void aFixedSizeIsTakenAsItIs() {
        Case given = new Case().by(new SizingMethod.FixedUnits(Quantity.of("0.12345678")));
        assertThat(given.sized().size()).isEqualTo(Quantity.of("0.1234"));
        assertThat(new Case()
                        .by(new SizingMethod.FixedUnits(Quantity.of("0.1")))
                        .sized()
                        .size())
                .isEqualTo(Quantity.of("0.1"));
    }

    @Test
    void kellyIsCappedAndNothingWithoutAnEdge() {
        SizeResult.Sized capped = new Case().by(kelly("60", "3", "2", "25")).sized();
        assertThat(capped.notional()).as("a third, capped at a quarter").isEqualTo(Usd.of("2500"));
        SizeResult.Sized free = new Case().by(kelly("60", "3", "2", "100")).sized();
        assertThat(free.wished()).isEqualTo(Usd.of("3333.33333333"));
        assertThat(free.notional()).isEqualTo(Usd.of("3333.2"));
        assertThat(new Case().by(kelly("60", "3", "2", "33.3333333333")).sized().wished())
                .isEqualTo(Usd.of("3333.33333333"));
        Check none = new Case().by(kelly("40", "3", "2", "25")).skipped();
        assertThat(none.rule()).isEqualTo(Reason.NO_EDGE);
        assertThat(none.value()).isEqualTo("0 %");
        assertThat(none.limit()).isEqualTo("> 0 %");
        assertThat(new Case().by(kelly("40.0000001", "3", "2", "25")).skipped().rule())
                .isEqualTo(Reason.ROUNDS_TO_ZERO);
        assertThat(new Case().by(kelly("39", "3", "2", "25")).skipped().value()).isEqualTo("-1.6666666667 %");
        assertThat(new Case().by(kelly("60", "0", "2", "25")).skipped().value()).isEqualTo("-40 %");
    }

    @Test
    void withoutKnownEquityNothingIsSizedByIt() {
        for (SizingMethod method :
                List.of(new SizingMethod.PercentEquity(Pct.of("5")), risk("1"), kelly("60", "3", "2", "25"))) {
            Case given = new Case().by(method);
            given.equity = null;
            assertThat(given.skipped().rule()).isEqualTo(Reason.EQUITY_UNKNOWN);
            assertThat(given.skipped().limit()).isEqualTo("known");
        }
    }

    @Test
    void negativeEquityBuysNothing() {
        Case given = new Case().by(new SizingMethod.PercentEquity(Pct.of("5")));
        given.equity = "-1";
        assertThat(given.skipped().rule()).isEqualTo(Reason.ROUNDS_TO_ZERO);
        Case fixed = new Case();
        fixed.equity = "-1";
        assertThat(fixed.skipped().value()).isEqualTo("0, lowered by LEVERAGE_TOO_HIGH <= 0 USD");
    }

    @Test
    void riskNeedsAStopOnTheSideOfLoss() {
        Case none = new Case().by(risk("1"));
        none.stop = null;
        assertThat(none.skipped().rule()).isEqualTo(Reason.STOP_MISSING);
        Case at = new Case().by(risk("1"));
        at.stop = "2000";
        assertThat(at.skipped().rule()).isEqualTo(Reason.STOP_ON_WRONG_SIDE);
        assertThat(at.skipped().limit()).isEqualTo("< 2000");
        Case above = new Case().by(risk("1"));
        above.stop = "2000.00000001";
        assertThat(above.skipped().rule()).isEqualTo(Reason.STOP_ON_WRONG_SIDE);
        Case sell = new Case().by(risk("1"));
        sell.side = Side.SELL;
        assertThat(sell.skipped().limit()).isEqualTo("> 2000");
        Case near = new Case().by(risk("1"));
        near.stop = "1999.99999999";
        assertThat(near.sized().caps())
                .as("a tiny distance is held by what the equity reaches")
                .hasSize(1);
        assertThat(near.sized().notional()).isEqualTo(Usd.of("100000"));
    }

    @Test
    void withoutAStopTheRiskIsNotKnown() {
        Case given = new Case();
        given.stop = null;
        assertThat(given.sized().riskLeft()).isNull();
        assertThat(given.sized().plannedRisk()).isNull();
    }

    @Test
    void strengthScalesOnlyWhereItIsWanted() {
        Case given = new Case();
        given.strength = "0.6";
        assertThat(given.sized().notional()).isEqualTo(Usd.of("800"));
        given.scaled = true;
        assertThat(given.sized().notional()).isEqualTo(Usd.of("480"));
        given.strength = "0";
        assertThat(given.skipped().rule()).isEqualTo(Reason.ROUNDS_TO_ZERO);
        given.strength = "1.000000000001";
        assertThatThrownBy(given::result).isInstanceOf(IllegalArgumentException.class);
        given.strength = "-0.000000000001";
        assertThatThrownBy(given::result).isInstanceOf(IllegalArgumentException.class);
        Case atZero = new Case();
        atZero.entry = "0";
        assertThatThrownBy(atZero::result).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWarningHalvesAfterStrength() {
        Case given = new Case();
        given.halved = true;
        assertThat(given.sized().notional()).isEqualTo(Usd.of("400"));
        given.scaled = true;
        given.strength = "0.5";
        assertThat(given.sized().notional()).isEqualTo(Usd.of("200"));
    }

    @Test
    void capsOnlyLowerAndTheTightestIsNamed() {
        assertThat(new Case().orders(null, "800").sized().caps()).isEmpty();
        assertThat(new Case().orders(null, "800.00000001").sized().caps()).isEmpty();
        SizeResult.Sized order = new Case().orders(null, "799.99999999").sized();
        assertThat(order.notional()).isEqualTo(Usd.of("799.8"));
        assertThat(order.caps()).singleElement().asString().isEqualTo("MAX_ORDER_SIZE <= 799.99999999 USD (global)");
        SizeResult.Sized both = new Case()
                .orders(null, "700")
                .maxPosition(RiskScope.global(), "1000")
                .maxPosition(ETH, "500")
                .sized();
        assertThat(both.caps())
                .extracting(Cap::toString)
                .containsExactly("MAX_ORDER_SIZE <= 700 USD (global)", "MAX_POSITION_SIZE <= 500 USD (market ETH)");
        assertThat(both.caps()).extracting(Cap::notional).containsExactly(Usd.of("700"), Usd.of("500"));
        assertThat(both.notional()).isEqualTo(Usd.of("500"));
        assertThat(both.riskLeft()).isEqualTo(Usd.of("25"));
    }

    @Test
    void whatIsHeldAlreadyLeavesLessRoom() {
        Case given = new Case().maxPosition(RiskScope.global(), "1000");
        given.position = "300";
        assertThat(given.sized().notional()).isEqualTo(Usd.of("700"));
        given.position = "990";
        assertThat(given.sized().notional()).isEqualTo(Usd.of("10"));
        given.position = "990.00000001";
        Check skipped = given.skipped();
        assertThat(skipped.rule()).isEqualTo(Reason.BELOW_MIN_NOTIONAL);
        assertThat(skipped.value()).isEqualTo("9.8 USD, lowered by MAX_POSITION_SIZE <= 1000 USD (global)");
        given.position = "1000.5";
        assertThat(given.skipped().value()).isEqualTo("0, lowered by MAX_POSITION_SIZE <= 1000 USD (global)");
        given.position = null;
        assertThat(given.skipped().rule()).isEqualTo(Reason.MAX_POSITION_SIZE);
        assertThat(given.skipped().value()).isEqualTo("position unknown");
    }

    @Test
    void aPositionNeverExceedsWhatTheEquityReachesAtItsLeverage() {
        Case given = new Case();
        given.equity = "80";
        assertThat(given.sized().caps()).isEmpty();
        given.equity = "79.99999999";
        assertThat(given.sized().caps()).singleElement().asString().isEqualTo("LEVERAGE_TOO_HIGH <= 799.9999999 USD");
    }

    @Test
    void belowAMinimumTheTradeIsSkippedNeverRaised() {
        Case venue = new Case();
        venue.minNotional = "800";
        assertThat(venue.sized().notional()).isEqualTo(Usd.of("800"));
        venue.minNotional = "800.00000001";
        assertThat(venue.skipped().rule()).isEqualTo(Reason.BELOW_MIN_NOTIONAL);
        assertThat(venue.skipped().limit()).isEqualTo(">= 800.00000001 USD");
        assertThat(new Case().orders("799.99999999", null).sized().notional()).isEqualTo(Usd.of("800"));
        assertThat(new Case().orders("800", null).sized().notional()).isEqualTo(Usd.of("800"));
        Check own = new Case().orders("800.00000001", null).skipped();
        assertThat(own.rule()).isEqualTo(Reason.BELOW_MIN_ORDER_SIZE);
        assertThat(own.limit()).isEqualTo(">= 800.00000001 USD (global)");
        Case lot = new Case().by(new SizingMethod.FixedUsd(Usd.of("0.01")));
        lot.minNotional = "0";
        assertThat(lot.skipped().rule()).isEqualTo(Reason.ROUNDS_TO_ZERO);
        assertThat(lot.skipped().limit()).isEqualTo(">= 0.0001");
        Case oneLot = new Case().by(new SizingMethod.FixedUsd(Usd.of("0.02")));
        oneLot.minNotional = "0";
        assertThat(oneLot.sized().size()).isEqualTo(Quantity.of("0.0001"));
    }

    @Test
    void noSizeEverExceedsItsWishItsCapsOrItsRisk() {
        long seed = 20_261_121L;
        System.out.println("sizing seed " + seed);
        Random random = new Random(seed);
        int sizes = 0;
        for (int i = 0; i < 20_000; i++) {
            Case given = new Case().by(risk(Integer.toString(1 + random.nextInt(5))));
            given.entry = new Price(random.nextLong(1_000_000, 10_000_000_000_000L)).toString();
            long entry = Price.of(given.entry).e8();
            given.stop = new Price(entry - 1 - random.nextLong(entry / 2)).toString();
            given.equity = new Usd(random.nextLong(1, 1_000_000_000_000L)).toString();
            given.szDecimals = random.nextInt(6);
            given.minNotional = "1";
            given.halved = random.nextBoolean();
            given.maxPosition(ETH, "5000");
            if (given.result() instanceof SizeResult.Sized sized) {
                sizes++;
                assertThat(sized.notional()).as("case %d", i).isLessThanOrEqualTo(sized.wished());
                assertThat(sized.notional()).as("case %d", i).isLessThanOrEqualTo(Usd.of("5000"));
                assertThat(sized.riskLeft()).as("case %d", i).isNotNull();
                assertThat(java.util.Objects.requireNonNull(sized.riskLeft()).e8())
                        .as("case %d", i)
                        .isLessThanOrEqualTo(java.util.Objects.requireNonNull(sized.plannedRisk())
                                        .e8()
                                + 1);
            }
        }
        assertThat(sizes).isGreaterThan(5_000);
    }
}
