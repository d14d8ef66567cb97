package dev.sparkstacker.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Fault.Drop DROP = new Fault.Drop();
    private static final Fault.Delay DELAY = new Fault.Delay(5);

    private static List<Integer> strikes(FaultPlan plan, Edge<Fault.OnHttp> edge, Fault fault, int passages) {
        List<Integer> struck = new ArrayList<>();
        for (int i = 1; i <= passages; i++) {
            if (fault.equals(plan.strike(edge, "order", i))) {
                struck.add(i);
            }
        }
        return struck;
    }

    @Test
    void aScriptStrikesThePassageItNames() {
        FaultPlan plan = new FaultPlan(1).add(FaultRule.at(Edge.EXCHANGE, DROP, 3));
        assertThat(strikes(plan, Edge.EXCHANGE, DROP, 6)).containsExactly(3);
        assertThat(plan.rules()).isEmpty();
        assertThat(plan.struck()).isEqualTo(1);
        assertThat(plan.passages(Edge.EXCHANGE)).isEqualTo(6);
        assertThat(plan.passages(Edge.INFO)).isZero();
    }

    @Test
    void scriptsForTheSamePassagesStrikeOneAfterTheOther() {
        FaultPlan plan = new FaultPlan(1).next(Edge.EXCHANGE, DROP, 2).next(Edge.EXCHANGE, DELAY, 1);
        assertThat(List.of(
                        plan.strike(Edge.EXCHANGE, "", 0),
                        plan.strike(Edge.EXCHANGE, "", 0),
                        plan.strike(Edge.EXCHANGE, "", 0)))
                .containsExactly(DROP, DROP, DELAY);
        assertThat(plan.strike(Edge.EXCHANGE, "", 0)).isNull();
    }

    @Test
    void aRuleForOneSubjectLetsOthersPassAndDoesNotCountThem() {
        FaultPlan plan =
                new FaultPlan(1).add(FaultRule.at(Edge.EXCHANGE, DROP, 2).only("cancel"));
        assertThat(plan.strike(Edge.EXCHANGE, "order", 0)).isNull();
        assertThat(plan.strike(Edge.EXCHANGE, "cancel", 0)).isNull();
        assertThat(plan.strike(Edge.EXCHANGE, "order", 0)).isNull();
        assertThat(plan.strike(Edge.EXCHANGE, "cancel", 0)).isEqualTo(DROP);
    }

    @Test
    void heatStrikesOnlyInsideItsWindowOfVenueTimeAndAboutAsOftenAsSaid() {
        FaultPlan plan = new FaultPlan(42).add(FaultRule.drawn(Edge.INFO, DROP, 250, 1_001, 5_001));
        List<Integer> struck = strikes(plan, Edge.INFO, DROP, 10_000);
        assertThat(struck).allMatch(passage -> passage >= 1_001 && passage <= 5_000);
        assertThat(struck).as("seed 42, a quarter of 4000").hasSizeBetween(850, 1_150);
    }

    @Test
    void theSameSeedStrikesTheSameAndAnotherRuleDoesNotMoveIt() {
        FaultPlan one = new FaultPlan(7).sometimes(Edge.INFO, DROP, 100);
        FaultPlan same = new FaultPlan(7).sometimes(Edge.INFO, DROP, 100).sometimes(Edge.EXCHANGE, DELAY, 500);
        FaultPlan other = new FaultPlan(8).sometimes(Edge.INFO, DROP, 100);
        List<Integer> expected = strikes(one, Edge.INFO, DROP, 1_000);
        strikes(same, Edge.EXCHANGE, DELAY, 100);
        assertThat(strikes(same, Edge.INFO, DROP, 1_000)).isEqualTo(expected).isNotEmpty();
        assertThat(strikes(other, Edge.INFO, DROP, 1_000)).isNotEqualTo(expected);
    }

    @Test
    void coverageNamesEveryHookAlsoThoseThatNeverStruck() {
        FaultPlan plan = new FaultPlan(1).next(Edge.WS_SEND, DROP, 2);
        assertThat(plan.strike(Edge.WS_SEND, "trades", 0)).isEqualTo(DROP);
        assertThat(plan.strike(Edge.WS_SEND, "trades", 0)).isEqualTo(DROP);
        assertThat(plan.coverage())
                .contains(
                        new FaultPlan.Coverage("wsSend", "drop", 2), new FaultPlan.Coverage("exchange", "lostReply", 0))
                .hasSize(Edge.all().stream()
                        .mapToInt(edge -> edge.kinds().size())
                        .sum());
        plan.clear();
        assertThat(plan.coverage()).contains(new FaultPlan.Coverage("wsSend", "drop", 2));
    }

    @Test
    void aFaultIsRefusedAtAnEdgeWhereItCannotStrike() {
        assertThatThrownBy(() -> new FaultRule(
                        Edge.of("wsSend"), new Fault.LostReply(), null, new FaultRule.Timing.Scripted(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lostReply")
                .hasMessageContaining("wsSend")
                .hasMessageContaining("frozenFeed");
        assertThatThrownBy(() -> Edge.of("nowhere")).hasMessageContaining("exchange");
    }

    @Test
    void everyKindOfFaultCanBeWrittenAndReadAsJson() throws Exception {
        for (Fault fault : List.of(
                DELAY,
                new Fault.ServerError(Fault.Moment.AFTER),
                new Fault.StaleFeed(Fault.Feed.MARKET, 700, 60_000),
                new Fault.WrongLeverage(25))) {
            assertThat(Json.read(Fault.class, Json.text(Fault.class, fault))).isEqualTo(fault);
        }
        assertThat(Json.text(Fault.class, new Fault.HalfOpen(Fault.Moment.BEFORE)))
                .isEqualTo("{\"kind\":\"halfOpen\",\"moment\":\"before\"}");
    }
}
