package dev.sparkstacker.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every check just below, at and just above its limit. The proposal is worth 100 USD. */
class RiskManagerTest {
    private static final LegId LEG = new LegId(new StrategyId("macd-eth"), new MarketId("ETH"), LegRole.MAIN);

    private final RiskManager risk = new RiskManager();

    /** What a check sees, each part changed on its own. */
    private static final class Case {
        private TradingState state = TradingState.ACTIVE;
        private boolean reconciled = true;
        private @Nullable String fault;
        private long ageMs;
        private int offered = 25;
        private String minNotional = "10";
        private @Nullable Leverage confirmed = new Leverage(10);
        private String position = "0";
        private String total = "0";
        private int positions;
        private @Nullable String opposite;
        private boolean duplicate;
        private String size = "0.05";

        private EntryProposal proposal() {
            return new EntryProposal(
                    new AccountId("main"), LEG, Side.BUY, Quantity.of(size), Price.of("2000"), new Leverage(10));
        }

        private EntryContext context() {
            Instrument rules = new Instrument(LEG.market(), 1, 4, new Leverage(offered), false, Usd.of(minNotional));
            return new EntryContext(
                    state,
                    reconciled,
                    fault,
                    ageMs,
                    5_000,
                    rules,
                    confirmed,
                    Usd.of(position),
                    Usd.of(total),
                    positions,
                    opposite,
                    duplicate,
                    new RiskConfig(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10)));
        }
    }

    private List<Reason> failed(Case given) {
        return risk.checkEntry(given.proposal(), given.context()).stream()
                .filter(check -> !check.passed())
                .map(Check::rule)
                .toList();
    }

    private void passes(Case given) {
        assertThat(failed(given)).isEmpty();
    }

    private void denies(Case given, Reason... reasons) {
        assertThat(failed(given)).containsExactly(reasons);
    }

    @Test
    void anEntryWithinEveryLimitPassesEveryCheckInFixedOrder() {
        Case fine = new Case();
        passes(fine);
        assertThat(risk.checkEntry(fine.proposal(), fine.context()))
                .extracting(Check::rule)
                .containsExactly(
                        Reason.NOT_ACTIVE,
                        Reason.NOT_RECONCILED,
                        Reason.FEED_DEGRADED,
                        Reason.STALE_QUOTE,
                        Reason.LEVERAGE_UNCONFIRMED,
                        Reason.LEVERAGE_TOO_LOW,
                        Reason.ROUNDS_TO_ZERO,
                        Reason.BELOW_MIN_NOTIONAL,
                        Reason.MAX_POSITION_SIZE,
                        Reason.MAX_TOTAL_EXPOSURE,
                        Reason.MAX_CONCURRENT_POSITIONS,
                        Reason.OPPOSITE_ON_NET_ACCOUNT,
                        Reason.DUPLICATE_ENTRY);
    }

    @Test
    void onlyActiveEnters() {
        for (TradingState state : TradingState.values()) {
            Case given = new Case();
            given.state = state;
            if (state == TradingState.ACTIVE) {
                passes(given);
            } else {
                denies(given, Reason.NOT_ACTIVE);
            }
        }
    }

    @Test
    void anAccountThatIsNotReconciledDoesNotEnter() {
        Case given = new Case();
        given.reconciled = false;
        denies(given, Reason.NOT_RECONCILED);
    }

    @Test
    void aDegradedFeedDoesNotEnter() {
        Case given = new Case();
        given.fault = "CROSSED";
        denies(given, Reason.FEED_DEGRADED);
    }

    @Test
    void aQuoteMayBeFiveSecondsOldAndNoMore() {
        Case given = new Case();
        given.ageMs = 4_999;
        passes(given);
        given.ageMs = 5_000;
        passes(given);
        given.ageMs = 5_001;
        denies(given, Reason.STALE_QUOTE);
    }

    @Test
    void leverageMustHaveBeenReadBackAsWanted() {
        Case given = new Case();
        given.confirmed = new Leverage(9);
        denies(given, Reason.LEVERAGE_UNCONFIRMED);
        given.confirmed = new Leverage(11);
        denies(given, Reason.LEVERAGE_UNCONFIRMED);
        given.confirmed = null;
        denies(given, Reason.LEVERAGE_UNCONFIRMED);
    }

    @Test
    void aMarketMustOfferTheLeastLeverage() {
        Case given = new Case();
        given.offered = 9;
        denies(given, Reason.LEVERAGE_TOO_LOW);
        given.offered = 10;
        passes(given);
        given.offered = 11;
        passes(given);
    }

    @Test
    void aSizeOfZeroIsDenied() {
        Case given = new Case();
        given.minNotional = "0";
        given.size = "0.0001";
        passes(given);
        given.size = "0";
        denies(given, Reason.ROUNDS_TO_ZERO);
    }

    @Test
    void theVenuesLeastNotionalIsInclusive() {
        Case given = new Case();
        given.minNotional = "99.99999999";
        passes(given);
        given.minNotional = "100";
        passes(given);
        given.minNotional = "100.00000001";
        denies(given, Reason.BELOW_MIN_NOTIONAL);
    }

    @Test
    void theLargestPositionIsInclusive() {
        Case given = new Case();
        given.position = "899.99999999";
        passes(given);
        given.position = "900";
        passes(given);
        given.position = "900.00000001";
        denies(given, Reason.MAX_POSITION_SIZE);
    }

    @Test
    void theLargestExposureIsInclusive() {
        Case given = new Case();
        given.total = "2899.99999999";
        passes(given);
        given.total = "2900";
        passes(given);
        given.total = "2900.00000001";
        denies(given, Reason.MAX_TOTAL_EXPOSURE);
    }

    @Test
    void theMostPositionsAreInclusive() {
        Case given = new Case();
        given.positions = 3;
        passes(given);
        given.positions = 4;
        passes(given);
        given.positions = 5;
        denies(given, Reason.MAX_CONCURRENT_POSITIONS);
    }

    @Test
    void theOppositeOfWhatTheNetAccountHoldsIsDeniedAndNamesTheHolder() {
        Case given = new Case();
        given.opposite = "other/ETH-USD/MAIN";
        denies(given, Reason.OPPOSITE_ON_NET_ACCOUNT);
        assertThat(risk.checkEntry(given.proposal(), given.context()))
                .filteredOn(check -> !check.passed())
                .extracting(Check::value)
                .containsExactly("other/ETH-USD/MAIN");
    }

    @Test
    void aSecondEntryOfTheSameLegIsDenied() {
        Case given = new Case();
        given.duplicate = true;
        denies(given, Reason.DUPLICATE_ENTRY);
    }

    @Test
    void everyFailedCheckIsToldAndTheFirstNamesTheDenial() {
        Case given = new Case();
        given.reconciled = false;
        given.ageMs = 9_000;
        given.positions = 9;
        denies(given, Reason.NOT_RECONCILED, Reason.STALE_QUOTE, Reason.MAX_CONCURRENT_POSITIONS);

        List<Check> checks = risk.checkEntry(given.proposal(), given.context());
        Verdict verdict = risk.judge(order(false), checks);
        assertThat(verdict).isInstanceOf(Verdict.Denied.class);
        assertThat(((Verdict.Denied) verdict).first().rule()).isEqualTo(Reason.NOT_RECONCILED);
        assertThat(verdict.checks()).hasSize(13);
    }

    @Test
    void anApprovedOrderIsTheOrderThatWasJudged() {
        Case fine = new Case();
        OrderRequest order = order(false);
        Verdict verdict = risk.judge(order, risk.checkEntry(fine.proposal(), fine.context()));

        assertThat(verdict).isInstanceOf(Verdict.Approved.class);
        assertThat(((Verdict.Approved) verdict).order().order()).isSameAs(order);
    }

    @Test
    void whatReducesIsAlwaysApprovedAndNothingElseOnThatPath() {
        assertThat(risk.approveReducing(order(true)).order().reduceOnly()).isTrue();
        assertThatThrownBy(() -> risk.approveReducing(order(false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reduce-only");
    }

    private static OrderRequest order(boolean reduceOnly) {
        return new OrderRequest(
                ClientOrderId.mint(1, 1, 1, 0),
                LEG,
                reduceOnly ? OrderPurpose.EXIT : OrderPurpose.ENTRY,
                Side.BUY,
                Quantity.of("0.05"),
                Price.of("2010"),
                TimeInForce.IOC,
                reduceOnly,
                null);
    }
}
