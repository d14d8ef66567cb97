package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A whole sandbox with one account, and a client for it and for its side channel. */
public final class TestSandbox implements AutoCloseable {
    public static final Signer OWNER = new Signer(PrivateKey.ofHex("0x" + "11".repeat(32)));
    private static final AtomicLong NONCES = new AtomicLong(System.currentTimeMillis());

    public final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer over HTTP. */
    public record Answer(int status, String text) {
        public JsonNode json() throws Exception {
            return Json.parse(text);
        }
    }

    public TestSandbox(Path folder, int speedPermille, SandboxOptions options) {
        sandbox = Sandbox.start(config(folder, speedPermille), options);
    }

    private static SandboxConfig config(Path folder, int speedPermille) {
        return new SandboxConfig(
                List.of(new SandboxMarket(new MarketId("ETH"), 4, 25, Price.of("2500"))),
                List.of(new SandboxAccount("main", OWNER.address(), Usd.of("10000"), List.of())),
                speedPermille,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                7,
                null,
                null,
                folder);
    }

    public Answer post(String path, String body) throws Exception {
        return ask(sandbox.port(), "POST", path, body);
    }

    public Answer act(String action) throws Exception {
        Action typed = Json.read(Action.class, action);
        return post(
                "/exchange",
                Json.text(L1Signing.sign(OWNER, typed, NONCES.incrementAndGet(), null, null, Network.MAINNET)
                        .tree()));
    }

    public Answer control(String method, String path, String body) throws Exception {
        return ask(sandbox.controlPort().orElseThrow(), method, path, body);
    }

    private Answer ask(int port, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }
}
