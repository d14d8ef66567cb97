package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a request: what its client meets, and whether the order is on the book. */
class HttpFaultsTest {
    private static final String REST = RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null);

    private final HandDrivenVenue world = new HandDrivenVenue(1);

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new Fault.Drop(), false, "Cut[reset=false]"),
                Arguments.of(new Fault.Disconnect(), false, "Cut[reset=true]"),
                Arguments.of(new Fault.RateLimited(), false, "429 null"),
                Arguments.of(new Fault.ServerError(Fault.Moment.BEFORE), false, "500 null"),
                Arguments.of(new Fault.ServerError(Fault.Moment.AFTER), true, "500 null"),
                Arguments.of(new Fault.HtmlPage(Fault.Moment.BEFORE), false, "502 <html>"),
                Arguments.of(new Fault.HtmlPage(Fault.Moment.AFTER), true, "502 <html>"),
                Arguments.of(new Fault.HalfOpen(Fault.Moment.BEFORE), false, "Silence[]"),
                Arguments.of(new Fault.HalfOpen(Fault.Moment.AFTER), true, "Silence[]"),
                Arguments.of(new Fault.LostReply(), true, "Cut[reset=false]"),
                Arguments.of(new Fault.TruncatedBody(), true, "200 {\"status\":\"ok\""),
                Arguments.of(new Fault.ResetMidBody(), true, "Broken"),
                Arguments.of(new Fault.SlowBytes(10), true, "200 {\"status\":\"ok\""),
                Arguments.of(
                        new Fault.Duplicate(), true, "200 {\"status\":\"err\",\"response\":\"Invalid nonce: duplicate"),
                Arguments.of(new Fault.Delay(300), true, "200 {\"status\":\"ok\""),
                Arguments.of(new Fault.LateReply(300), true, "200 {\"status\":\"ok\""),
                Arguments.of(new Fault.Reorder(300), true, "200 {\"status\":\"ok\""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsMetOnceAndIsCounted(Fault.OnHttp fault, boolean executed, String met) throws Exception {
        world.faults.next(Edge.EXCHANGE, fault, 1);
        CompletableFuture<HttpReply> struck = world.act(REST);
        world.pass(600);
        assertThat(struck).isDone();
        assertThat(shown(struck.join())).startsWith(met);
        assertThat(world.openOrders()).hasSize(executed ? 1 : 0);
        assertThat(world.faults.coverage()).contains(new FaultPlan.Coverage("exchange", fault.kind(), 1));
        CompletableFuture<HttpReply> next = world.act(REST);
        world.pass(150);
        assertThat(HandDrivenVenue.json(next).path("status").asString()).isEqualTo("ok");
        assertThat(world.openOrders()).hasSize(executed ? 2 : 1);
    }

    private static String shown(HttpReply reply) {
        return switch (reply) {
            case HttpReply.Answer answer -> answer.status() + " " + answer.body();
            case HttpReply.Broken _, HttpReply.Cut _, HttpReply.Silence _ -> reply.toString();
        };
    }

    @Test
    void aTruncatedBodyIsHalfOfTheAnswerAndABrokenOneSaysHowMuchCame() throws Exception {
        String whole = ((HttpReply.Answer) world.info("{\"type\":\"meta\"}").join()).body();
        world.faults.next(Edge.INFO, new Fault.TruncatedBody(), 1).next(Edge.INFO, new Fault.ResetMidBody(), 1);
        assertThat(((HttpReply.Answer) world.info("{\"type\":\"meta\"}").join()).body())
                .isEqualTo(whole.substring(0, whole.length() / 2));
        HttpReply.Broken broken =
                (HttpReply.Broken) world.info("{\"type\":\"meta\"}").join();
        assertThat(broken.whole().body()).isEqualTo(whole);
        assertThat(broken.sentBytes()).isEqualTo(whole.length() / 2);
    }

    @Test
    void aLateReplyIsExecutedAtOnceAndADelayedRequestLate() throws Exception {
        world.faults.next(Edge.EXCHANGE, new Fault.LateReply(10_000), 1);
        CompletableFuture<HttpReply> late = world.act(REST);
        world.faults.next(Edge.EXCHANGE, new Fault.Delay(10_000), 1);
        CompletableFuture<HttpReply> delayed = world.act(REST);
        world.pass(5_000);
        assertThat(world.openOrders()).hasSize(1);
        assertThat(late).isNotDone();
        world.pass(5_200);
        assertThat(world.openOrders()).hasSize(2);
        assertThat(late).isDone();
        assertThat(delayed).isDone();
    }

    @Test
    void aReorderedRequestIsOvertakenByTheNext() throws Exception {
        world.faults.next(Edge.EXCHANGE, new Fault.Reorder(60_000), 1);
        CompletableFuture<HttpReply> first = world.act(REST);
        CompletableFuture<HttpReply> second = world.act(REST);
        world.pass(150);
        assertThat(oid(first)).isGreaterThan(oid(second));
    }

    private static long oid(CompletableFuture<HttpReply> reply) throws Exception {
        return HandDrivenVenue.json(reply)
                .at("/response/data/statuses/0/resting/oid")
                .longValue();
    }

    @Test
    void aFaultForOneKindOfActionLetsTheOthersThrough() throws Exception {
        world.faults.add(dev.sparkstacker.sandbox.fault.FaultRule.next(Edge.EXCHANGE, new Fault.Drop(), 1)
                .only("noop"));
        CompletableFuture<HttpReply> order = world.act(REST);
        CompletableFuture<HttpReply> noop = world.act("{\"type\":\"noop\"}");
        world.pass(150);
        assertThat(HandDrivenVenue.json(order).path("status").asString()).isEqualTo("ok");
        assertThat(noop.join()).isEqualTo(new HttpReply.Cut(false));
    }
}
