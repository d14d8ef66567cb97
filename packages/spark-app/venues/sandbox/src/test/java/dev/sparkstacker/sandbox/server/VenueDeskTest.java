package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The protocol without sockets: one thread, venue time by hand, the same bytes every time. */
class VenueDeskTest {
    private static final String REST = RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null);

    private final HandDrivenVenue world = new HandDrivenVenue(1);

    @Test
    void anActionIsAnsweredWhenItsLatencyHasPassedInVenueTimeAndNotBefore() throws Exception {
        CompletableFuture<HttpReply> reply = world.act(REST);
        assertThat(reply).isNotDone();
        world.pass(149);
        assertThat(reply).isNotDone();
        world.pass(1);
        assertThat(HandDrivenVenue.json(reply)
                        .at("/response/data/statuses/0/resting/oid")
                        .isIntegralNumber())
                .isTrue();
        assertThat(world.openOrders()).hasSize(1);
    }

    @Test
    void framesComeToAPeerOnTheSameThread() throws Exception {
        HandDrivenVenue.Peer peer = new HandDrivenVenue.Peer();
        WsConnection socket = world.desk.connect(peer, HandDrivenVenue.IP);
        socket.receive("{\"method\":\"ping\"}");
        socket.receive("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"ETH\"}}");
        assertThat(peer.frames.getFirst()).isEqualTo("{\"channel\":\"pong\"}");
        int known = peer.of("trades").size();
        world.pass(3_000);
        assertThat(peer.of("trades")).hasSize(known + 3);
        assertThat(socket.isOpen()).isTrue();
        socket.closed();
        world.pass(3_000);
        assertThat(peer.of("trades")).hasSize(known + 3);
    }

    @Test
    void aConnectionToWhichNothingWasSentIsClosedAfterAMinuteOfVenueTime() {
        HandDrivenVenue.Peer peer = new HandDrivenVenue.Peer();
        WsConnection socket = world.desk.connect(peer, HandDrivenVenue.IP);
        world.pass(59_999);
        assertThat(peer.closeStatus).isZero();
        world.pass(1);
        assertThat(peer.closeStatus).isEqualTo(1_000);
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void theSameSeedAndCallsGiveTheSameBytes() throws Exception {
        assertThat(script(7)).isEqualTo(script(7)).isNotEqualTo(script(8));
    }

    private static List<String> script(long seed) throws Exception {
        HandDrivenVenue world = new HandDrivenVenue(seed);
        world.faults.sometimes(Edge.WS_SEND, new Fault.Drop(), 100);
        world.faults.sometimes(Edge.WS_SEND, new Fault.Delay(700), 100);
        world.faults.sometimes(Edge.EXCHANGE, new Fault.LostReply(), 300);
        HandDrivenVenue.Peer peer = new HandDrivenVenue.Peer();
        WsConnection socket = world.desk.connect(peer, HandDrivenVenue.IP);
        for (String feed : List.of("trades", "l2Book", "bbo")) {
            socket.receive("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"" + feed + "\",\"coin\":\"ETH\"}}");
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CompletableFuture<HttpReply> reply = world.act(REST);
            world.pass(400);
            told.add(reply.join().toString());
        }
        told.addAll(peer.frames);
        return told;
    }

    @Test
    void whatIsNotServedIsSaidSo() {
        assertThat(world.desk.post("/nowhere", "{}".getBytes(StandardCharsets.UTF_8), HandDrivenVenue.IP))
                .isCompletedWithValueMatching(reply -> ((HttpReply.Answer) reply).status() == 404);
        assertThat(world.info("{")).isCompletedWithValueMatching(reply -> ((HttpReply.Answer) reply).status() == 422);
    }

    @Test
    void aStepInsideAStepIsRefused() {
        world.venue.after(100, () -> world.venue.stepTo(world.venue.nowMs() + 1_000));
        assertThatThrownBy(() -> world.pass(200)).isInstanceOf(IllegalStateException.class);
    }
}
