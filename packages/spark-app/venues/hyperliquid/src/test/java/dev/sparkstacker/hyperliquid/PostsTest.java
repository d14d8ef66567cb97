package dev.sparkstacker.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.event.SystemEvent.Connected;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeData;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.info.InfoRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsTest {
    @TempDir
    Path folder;

    private Scenario scenario;
    private FakeSocketServer server;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    PostsTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder).start();
        server = scenario.venue().socket();
        scenario.events().await1(Connected.class, up -> up.connection().equals("market"));
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private static String id(String text) {
        return text.replaceAll(".*\"id\":([0-9]+).*", "$1");
    }

    private static void reply(Peer peer, String text, String response) {
        peer.send("{\"channel\":\"post\",\"data\":{\"id\":" + id(text) + ",\"response\":" + response + "}}");
    }

    private SignedAct noop() throws Exception {
        try (Nonces nonces = Nonces.open(folder.resolve("posts"), Scenario.ADDRESS, scenario.connector())) {
            return scenario.connector().exchange().sign(Scenario.SIGNER, nonces, new Action.Noop(), null, null);
        }
    }

    @Test
    void aQuestionIsAnsweredOverTheWebsocket() throws Exception {
        server.onPost((peer, text) -> reply(
                peer, text, "{\"type\":\"info\",\"payload\":{\"type\":\"allMids\",\"data\":{\"ETH\":\"2500.5\"}}}"));
        assertThat(scenario.connector().posts().ask(new InfoRequest.AllMids(null), Priority.ASK))
                .containsOnlyKeys("ETH");
    }

    @Test
    void anActIsAnsweredAsOverRest() throws Exception {
        server.onPost((peer, text) -> reply(
                peer,
                text,
                "{\"type\":\"action\",\"payload\":{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}}"));
        assertThat(scenario.connector().posts().send(noop(), Priority.ACT))
                .isEqualTo(new ActReply.Answered(new ExchangeResponse.Accepted(new ExchangeData.Done())));
    }

    @Test
    void aTransportErrorLeavesAnActUnknownAndAQuestionUnread() throws Exception {
        server.onPost((peer, text) -> reply(peer, text, "{\"type\":\"error\",\"payload\":\"429 Too Many Requests\"}"));
        assertThat(scenario.connector().posts().send(noop(), Priority.ACT)).isInstanceOf(ActReply.Unknown.class);
        assertThatThrownBy(() -> scenario.connector().posts().ask(new InfoRequest.AllMids(null), Priority.ASK))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("429");
    }

    @Test
    void aConnectionLostBeforeTheReplyLeavesTheActUnknown() throws Exception {
        server.onPost((peer, text) -> drop(peer));
        assertThat(scenario.connector().posts().send(noop(), Priority.ACT)).isInstanceOf(ActReply.Unknown.class);
    }

    private static void drop(Peer peer) {
        try {
            peer.drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
