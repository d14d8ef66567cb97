package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultRule;
import dev.sparkstacker.wire.json.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault of a websocket frame, either way, under venue time. */
class WsFaultsTest {
    private static final String PING = "{\"method\":\"ping\"}";

    private final HandDrivenVenue world = new HandDrivenVenue(1);
    private final HandDrivenVenue.Peer peer = new HandDrivenVenue.Peer();
    private WsConnection socket = world.desk.connect(peer, HandDrivenVenue.IP);

    @BeforeEach
    void followTheTrades() {
        socket.receive("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"ETH\"}}");
        peer.frames.clear();
    }

    /** Times of the trades told, in seconds since the start, in the order in which they came. */
    private List<Long> seconds() {
        return peer.of("trades").stream()
                .map(frame -> {
                    try {
                        return Json.parse(frame).at("/data/0/time").longValue();
                    } catch (dev.sparkstacker.wire.json.WireException broken) {
                        throw new AssertionError(frame, broken);
                    }
                })
                .map(time -> (time - HandDrivenVenue.START_MS) / 1_000)
                .toList();
    }

    @Test
    void framesAreDroppedDoubledSwappedAndCutInHalf() {
        world.faults
                .next(Edge.WS_SEND, new Fault.Drop(), 1)
                .next(Edge.WS_SEND, new Fault.Duplicate(), 1)
                .next(Edge.WS_SEND, new Fault.Reorder(60_000), 1);
        world.pass(5_000);
        assertThat(seconds()).containsExactly(3L, 3L, 5L, 4L, 6L);
        world.faults.next(Edge.WS_SEND, new Fault.TruncatedBody(), 1);
        world.pass(1_000);
        String half = peer.frames.getLast();
        assertThat(half).startsWith("{\"channel\":\"trades\"").doesNotEndWith("}");
    }

    @Test
    void aSwappedFrameComesByItselfWhenNoneFollows() {
        world.faults.add(FaultRule.next(Edge.WS_SEND, new Fault.Reorder(300), 1).only("pong"));
        socket.receive(PING);
        assertThat(peer.of("pong")).isEmpty();
        world.pass(300);
        assertThat(peer.of("pong")).hasSize(1);
    }

    @Test
    void aDelayHoldsUpWhateverComesBehindAndKeepsTheOrder() {
        world.faults.next(Edge.WS_SEND, new Fault.Delay(2_500), 1);
        world.pass(1_000);
        socket.receive(PING);
        world.pass(2_400);
        assertThat(peer.frames).isEmpty();
        world.pass(1_000);
        assertThat(peer.of("pong")).hasSize(1);
        assertThat(seconds()).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aStaleFeedComesLateButWholeWhileAnswersComeAtOnce() {
        world.faults.next(Edge.WS_SEND, new Fault.StaleFeed(Fault.Feed.MARKET, 3_000, 10_000), 1);
        world.pass(2_000);
        socket.receive(PING);
        assertThat(peer.of("pong")).hasSize(1);
        assertThat(seconds()).isEmpty();
        world.pass(2_999);
        assertThat(seconds()).containsExactly(2L);
        world.pass(20_001);
        assertThat(seconds())
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(2, 26).boxed().toList());
    }

    @Test
    void aFrozenFeedIsSilentForItsTimeWhileThePingsAreAnswered() {
        world.faults.next(Edge.WS_SEND, new Fault.FrozenFeed(Fault.Feed.ALL, 5_000), 1);
        world.pass(4_000);
        socket.receive(PING);
        assertThat(peer.of("pong")).hasSize(1);
        assertThat(seconds()).isEmpty();
        world.pass(4_000);
        assertThat(seconds().getFirst()).as("frozen from second 2 to 7").isEqualTo(7L);
        assertThat(socket.isOpen()).isTrue();
    }

    @Test
    void aFrozenMarketFeedLeavesTheAccountsFeedAlone() throws Exception {
        socket.receive("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"orderUpdates\",\"user\":\""
                + HandDrivenVenue.ALICE.address().text() + "\"}}");
        world.faults.next(Edge.WS_SEND, new Fault.FrozenFeed(Fault.Feed.MARKET, 60_000), 1);
        world.pass(1_000);
        var order = world.act(RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null));
        world.pass(1_000);
        assertThat(order).isDone();
        assertThat(peer.of("orderUpdates")).hasSize(1);
        assertThat(seconds()).isEmpty();
    }

    @Test
    void aHalfOpenSocketStaysOpenAndMute() {
        world.faults.next(Edge.WS_SEND, new Fault.HalfOpen(Fault.Moment.BEFORE), 1);
        world.pass(2_000);
        socket.receive(PING);
        world.pass(120_000);
        assertThat(peer.frames).isEmpty();
        assertThat(peer.cut).isFalse();
        assertThat(peer.closeStatus).isZero();
    }

    @Test
    void whatAClientSendsIsDroppedDoubledDelayedAndSwapped() {
        world.faults.next(Edge.WS_RECEIVE, new Fault.Drop(), 1).next(Edge.WS_RECEIVE, new Fault.Duplicate(), 1);
        socket.receive(PING);
        assertThat(peer.of("pong")).isEmpty();
        socket.receive(PING);
        assertThat(peer.of("pong")).hasSize(2);
        world.faults.next(Edge.WS_RECEIVE, new Fault.Delay(500), 1);
        socket.receive(PING);
        assertThat(peer.of("pong")).hasSize(2);
        world.pass(500);
        assertThat(peer.of("pong")).hasSize(3);
        world.faults.next(Edge.WS_RECEIVE, new Fault.Reorder(60_000), 1);
        socket.receive("{\"method\":\"unsubscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"ETH\"}}");
        socket.receive(PING);
        assertThat(peer.frames.subList(peer.frames.size() - 2, peer.frames.size()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("pong"),
                        second -> assertThat(second).contains("subscriptionResponse"));
    }

    @Test
    void aLostReplyOverTheSocketWasExecuted() throws Exception {
        world.faults.next(Edge.WS_RECEIVE, new Fault.LostReply(), 1);
        String order = new String(
                world.signed(
                        RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null), HandDrivenVenue.START_MS, null),
                java.nio.charset.StandardCharsets.UTF_8);
        socket.receive("{\"method\":\"post\",\"id\":1,\"request\":{\"type\":\"action\",\"payload\":" + order + "}}");
        world.pass(200);
        assertThat(peer.cut).isTrue();
        assertThat(peer.of("post")).isEmpty();
        assertThat(world.openOrders()).hasSize(1);
    }

    @Test
    void disconnectsCutWithoutACloseFrame() {
        world.faults.next(Edge.WS_SEND, new Fault.Disconnect(), 1);
        world.pass(1_000);
        assertThat(peer.cut).isTrue();
        assertThat(socket.isOpen()).isFalse();
        HandDrivenVenue.Peer other = new HandDrivenVenue.Peer();
        socket = world.desk.connect(other, HandDrivenVenue.IP);
        world.faults.next(Edge.WS_RECEIVE, new Fault.Disconnect(), 1);
        socket.receive(PING);
        assertThat(other.cut).isTrue();
    }

    @Test
    void aConnectionCanFailFromItsFirstMoment() {
        world.faults
                .next(Edge.WS_CONNECT, new Fault.Disconnect(), 1)
                .next(Edge.WS_CONNECT, new Fault.RateLimited(), 1)
                .next(Edge.WS_CONNECT, new Fault.HalfOpen(Fault.Moment.BEFORE), 1)
                .next(Edge.WS_CONNECT, new Fault.Delay(2_000), 1);
        HandDrivenVenue.Peer cut = new HandDrivenVenue.Peer();
        HandDrivenVenue.Peer refused = new HandDrivenVenue.Peer();
        HandDrivenVenue.Peer mute = new HandDrivenVenue.Peer();
        HandDrivenVenue.Peer slow = new HandDrivenVenue.Peer();
        for (HandDrivenVenue.Peer each : List.of(cut, refused, mute, slow)) {
            world.desk.connect(each, HandDrivenVenue.IP).receive(PING);
        }
        assertThat(cut.cut).isTrue();
        assertThat(refused.closeStatus).isEqualTo(1_013);
        assertThat(slow.frames).isEmpty();
        world.pass(2_000);
        assertThat(slow.of("pong")).hasSize(1);
        assertThat(mute.frames).isEmpty();
        assertThat(mute.cut).isFalse();
    }

    @Test
    void cutConnectionsGiveTheirPlaceBack() {
        world.faults.sometimes(Edge.WS_CONNECT, new Fault.Disconnect(), 1_000);
        for (int i = 0; i < 29; i++) {
            world.desk.connect(new HandDrivenVenue.Peer(), HandDrivenVenue.IP);
        }
        world.faults.clear();
        world.pass(60_000);
        HandDrivenVenue.Peer last = new HandDrivenVenue.Peer();
        world.desk.connect(last, HandDrivenVenue.IP).receive(PING);
        assertThat(last.of("pong")).hasSize(1);
    }
}
