package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultRule;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the exchange itself does wrong, for the action that is struck and no other. */
class EffectFaultsTest {
    private final HandDrivenVenue world = new HandDrivenVenue(1);

    private JsonNode act(String action) throws Exception {
        CompletableFuture<HttpReply> reply = world.act(action);
        world.pass(150);
        return HandDrivenVenue.json(reply);
    }

    private long place() throws Exception {
        return act(RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null))
                .at("/response/data/statuses/0/resting/oid")
                .longValue();
    }

    private static String modify(long oid) {
        return "{\"type\":\"batchModify\",\"modifies\":[{\"oid\":" + oid
                + ",\"order\":{\"a\":0,\"b\":true,\"p\":\"2910\",\"s\":\"0.01\",\"r\":false,"
                + "\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}}]}";
    }

    private int leverage() throws Exception {
        return HandDrivenVenue.json(world.info("{\"type\":\"activeAssetData\",\"user\":\""
                        + HandDrivenVenue.ALICE.address().text() + "\",\"coin\":\"ETH\"}"))
                .at("/leverage/value")
                .intValue();
    }

    private static String setLeverage(int leverage) {
        return "{\"type\":\"updateLeverage\",\"asset\":0,\"isCross\":false,\"leverage\":" + leverage + "}";
    }

    @Test
    void aHalfFailedModifyTakesTheOldOrderAwayAndPlacesNoNewOne() throws Exception {
        long first = place();
        long second = place();
        world.faults.add(FaultRule.at(Edge.MODIFY, new Fault.HalfFailedModify(), 2));
        CompletableFuture<HttpReply> whole = world.act(modify(first));
        CompletableFuture<HttpReply> half = world.act(modify(second));
        world.pass(150);
        assertThat(HandDrivenVenue.json(whole)
                        .at("/response/data/statuses/0/resting/oid")
                        .longValue())
                .isGreaterThan(second);
        assertThat(HandDrivenVenue.json(half)
                        .at("/response/data/statuses/0/error")
                        .asString())
                .startsWith("Error placing new order during modify: ");
        assertThat(world.openOrders()).hasSize(1);
    }

    @Test
    void aFaultForAModifyThatFailsAnywayDoesNotMeetTheNextOne() throws Exception {
        long oid = place();
        world.faults.next(Edge.MODIFY, new Fault.HalfFailedModify(), 1);
        assertThat(act(modify(999_999)).at("/response/data/statuses/0/error").asString())
                .contains("Cannot modify");
        assertThat(act(modify(oid)).at("/response/data/statuses/0/resting/oid").isIntegralNumber())
                .isTrue();
    }

    @Test
    void aChangeOfLeverageIsAnsweredAsDoneButIsNot() throws Exception {
        assertThat(act(setLeverage(10)).path("status").asString()).isEqualTo("ok");
        assertThat(leverage()).isEqualTo(10);
        world.faults
                .next(Edge.LEVERAGE, new Fault.WrongLeverage(25), 1)
                .next(Edge.LEVERAGE, new Fault.IgnoredLeverage(), 1);
        assertThat(act(setLeverage(5)).path("status").asString()).isEqualTo("ok");
        assertThat(leverage()).isEqualTo(25);
        assertThat(act(setLeverage(5)).path("status").asString()).isEqualTo("ok");
        assertThat(leverage()).isEqualTo(25);
        assertThat(act(setLeverage(5)).path("status").asString()).isEqualTo("ok");
        assertThat(leverage()).isEqualTo(5);
    }

    @Test
    void anActionPastItsExpiryOnBothClocksIsRefused() throws Exception {
        world.machineMs = world.venue.nowMs();
        byte[] late = world.signed("{\"type\":\"noop\"}", world.machineMs, world.machineMs - 1);
        CompletableFuture<HttpReply> refused = world.desk.post("/exchange", late, HandDrivenVenue.IP);
        world.pass(150);
        assertThat(HandDrivenVenue.json(refused).path("response").asString()).isEqualTo("Action already expired");
    }

    @Test
    void anActionThatExpiresOnItsWayIsRefusedWhenItWouldTakeEffect() throws Exception {
        world.machineMs = world.venue.nowMs() + 60_000;
        byte[] tight = world.signed("{\"type\":\"noop\"}", world.venue.nowMs(), world.venue.nowMs() + 149);
        CompletableFuture<HttpReply> refused = world.desk.post("/exchange", tight, HandDrivenVenue.IP);
        world.pass(150);
        assertThat(HandDrivenVenue.json(refused).path("response").asString()).isEqualTo("Action already expired");
        byte[] enough = world.signed("{\"type\":\"noop\"}", world.venue.nowMs() + 1, world.venue.nowMs() + 150);
        CompletableFuture<HttpReply> taken = world.desk.post("/exchange", enough, HandDrivenVenue.IP);
        world.pass(150);
        assertThat(HandDrivenVenue.json(taken).path("status").asString()).isEqualTo("ok");
    }

    @Test
    void anExpiryThatIsStillAheadOnTheMachinesClockCounts() throws Exception {
        world.machineMs = HandDrivenVenue.START_MS;
        byte[] ahead = world.signed("{\"type\":\"noop\"}", world.machineMs, world.machineMs + 500);
        world.pass(60_000);
        CompletableFuture<HttpReply> taken = world.desk.post("/exchange", ahead, HandDrivenVenue.IP);
        world.pass(150);
        assertThat(HandDrivenVenue.json(taken).path("status").asString()).isEqualTo("ok");
    }
}
