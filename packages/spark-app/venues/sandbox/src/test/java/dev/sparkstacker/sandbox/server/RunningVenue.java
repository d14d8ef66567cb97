package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.clock.MachineClock;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A venue with one steady market and two funded accounts behind real sockets, and a client for it. */
final class RunningVenue implements AutoCloseable {
    static final Signer ALICE = new Signer(PrivateKey.ofHex("11".repeat(32)));
    static final Signer BOB = new Signer(PrivateKey.ofHex("22".repeat(32)));
    static final Signer STRANGER = new Signer(PrivateKey.ofHex("33".repeat(32)));
    private static final long SPEED_PERMILLE = 60_000;

    final VenueLoop loop;
    final VenueServer server;
    final FaultPlan faults = new FaultPlan(1);
    final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong nonces = new AtomicLong(System.currentTimeMillis());

    RunningVenue() {
        this(VenueLimits.venue());
    }

    RunningVenue(VenueLimits limits) {
        MachineClock machine = MachineClock.system();
        long start = machine.millis() / 60_000 * 60_000;
        Instrument eth = new Instrument(SteadySource.ETH, 0, 4, new Leverage(25), false, Usd.of("10"));
        loop = new VenueLoop(new VenueCore(
                List.of(MarketSpec.of(eth)),
                VenueRules.venue(),
                new SteadySource(start),
                new VenueClock(machine, start, SPEED_PERMILLE),
                new ExchangeListener() {}));
        loop.core().exchange().openAccount(address(ALICE), "alice", Usd.of("10000"));
        loop.core().exchange().openAccount(address(BOB), "bob", Usd.of("10000"));
        loop.start();
        server = VenueServer.start(ServerConfig.loopback(0), loop, VenueDesk.Setup.of(limits, faults));
    }

    static Address address(Signer signer) {
        return new Address(signer.address().text());
    }

    long nextNonce() {
        return nonces.incrementAndGet();
    }

    JsonNode info(String body) throws IOException, InterruptedException, WireException {
        HttpResponse<String> response = post("/info", body);
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpUrl() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode act(Signer signer, String action) throws IOException, InterruptedException, WireException {
        return act(signer, action, nextNonce(), null);
    }

    JsonNode act(Signer signer, String action, long nonce, @Nullable Long expiresAfter)
            throws IOException, InterruptedException, WireException {
        HttpResponse<String> response = post("/exchange", signed(signer, action, nonce, expiresAfter));
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    String signed(Signer signer, String action, long nonce, @Nullable Long expiresAfter) throws WireException {
        Action typed = Json.read(Action.class, action);
        ExchangeRequest request = L1Signing.sign(signer, typed, nonce, null, expiresAfter, Network.MAINNET);
        return Json.text(request.tree());
    }

    JsonNode order(Signer signer, boolean buy, String price, String size, String tif, @Nullable String cloid)
            throws IOException, InterruptedException, WireException {
        return act(signer, orderAction(buy, price, size, tif, cloid)).at("/response/data/statuses/0");
    }

    static String orderAction(boolean buy, String price, String size, String tif, @Nullable String cloid) {
        return """
                {"type":"order","orders":[{"a":0,"b":%s,"p":"%s","s":"%s","r":false,"t":{"limit":{"tif":"%s"}}%s}],\
                "grouping":"na"}""".formatted(buy, price, size, tif, cloid == null ? "" : ",\"c\":\"" + cloid + "\"");
    }

    @Override
    public void close() {
        server.close();
        loop.close();
        http.close();
    }
}
