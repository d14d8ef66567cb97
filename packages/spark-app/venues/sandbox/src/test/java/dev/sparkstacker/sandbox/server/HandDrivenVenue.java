package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A venue with one steady market and one funded account on this thread, under venue time that the test moves. */
final class HandDrivenVenue {
    static final Signer ALICE = new Signer(PrivateKey.ofHex("11".repeat(32)));
    static final long START_MS = 1_800_000_000_000L;
    static final String IP = "10.0.0.1";

    final FaultPlan faults;
    final SteppedVenue venue;
    final VenueDesk desk;
    long machineMs = START_MS;
    private long nonce = START_MS;

    HandDrivenVenue(long seed) {
        this(seed, VenueLimits.venue());
    }

    HandDrivenVenue(long seed, VenueLimits limits) {
        faults = new FaultPlan(seed);
        Instrument eth = new Instrument(SteadySource.ETH, 0, 4, new Leverage(25), false, Usd.of("10"));
        venue = SteppedVenue.open(
                List.of(MarketSpec.of(eth)), VenueRules.venue(), new SteadySource(START_MS), () -> machineMs);
        venue.core().exchange().openAccount(new Address(ALICE.address().text()), "alice", Usd.of("10000"));
        desk = VenueDesk.on(venue, limits, faults);
        venue.stepTo(START_MS + 1_000);
    }

    /** A client's end that keeps what it was told. */
    static final class Peer implements WsPeer {
        final List<String> frames = new ArrayList<>();
        boolean cut;
        int closeStatus;

        @Override
        public void send(String frame) {
            frames.add(frame);
        }

        @Override
        public void close(int status, String reason) {
            closeStatus = status;
        }

        @Override
        public void cut() {
            cut = true;
        }

        List<String> of(String channel) {
            return frames.stream()
                    .filter(frame -> frame.startsWith("{\"channel\":\"" + channel + "\""))
                    .toList();
        }
    }

    void pass(long ms) {
        venue.stepTo(venue.nowMs() + ms);
    }

    CompletableFuture<HttpReply> info(String body) {
        return desk.post("/info", body.getBytes(StandardCharsets.UTF_8), IP);
    }

    CompletableFuture<HttpReply> act(String action) throws WireException {
        return desk.post("/exchange", signed(action, ++nonce, null), IP);
    }

    byte[] signed(String action, long withNonce, @Nullable Long expiresAfter) throws WireException {
        Action typed = Json.read(Action.class, action);
        return Json.bytes(L1Signing.sign(ALICE, typed, withNonce, null, expiresAfter, Network.MAINNET)
                .tree());
    }

    static JsonNode json(CompletableFuture<HttpReply> reply) throws WireException {
        org.assertj.core.api.Assertions.assertThat(reply).isDone();
        return Json.parse(((HttpReply.Answer) reply.join()).body());
    }

    JsonNode openOrders() throws WireException {
        return json(
                info("{\"type\":\"openOrders\",\"user\":\"" + ALICE.address().text() + "\"}"));
    }
}
