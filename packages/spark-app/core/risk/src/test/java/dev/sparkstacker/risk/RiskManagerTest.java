package dev.sparkstacker.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.ClientOrderId;
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
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.check.PreTradeChecks;
import dev.sparkstacker.risk.check.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is approved, and what a denial says. */
class RiskManagerTest {
    private static final LegId LEG = new LegId(new StrategyId("macd-eth"), new MarketId("ETH"), LegRole.MAIN);

    private final RiskManager risk = new RiskManager();

    @Test
    void everyFailedCheckIsToldAndTheFirstNamesTheDenial() {
        Scene scene = new Scene();
        scene.confirmed = new Leverage(25);
        scene.stop = "2050";
        List<Check> checks = scene.checks();
        Verdict verdict = risk.judge(order(false), checks);
        assertThat(verdict).isInstanceOf(Verdict.Denied.class);
        assertThat(((Verdict.Denied) verdict).first().rule()).isEqualTo(Reason.LEVERAGE_UNCONFIRMED);
        assertThat(verdict.checks()).hasSize(PreTradeChecks.count());
        assertThat(scene.failed()).contains(Reason.STOP_ON_WRONG_SIDE);
    }

    @Test
    void anApprovedOrderIsTheOrderThatWasJudged() {
        OrderRequest order = order(false);
        Verdict verdict = risk.judge(order, new Scene().checks());
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
