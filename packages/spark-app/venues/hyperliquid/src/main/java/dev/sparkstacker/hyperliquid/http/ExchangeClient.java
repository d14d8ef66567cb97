package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.hyperliquid.RequestReport.Outcome;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.limits.RequestWeights;
import dev.sparkstacker.hyperliquid.limits.WeightBudget;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.Signer;
import dev.sparkstacker.wire.sign.UserSigning;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * POST /exchange: signs, sends, repeats where that is safe, and says honestly what is known afterwards.
 *
 * <pre>
 *                      ┌─ connection failed ── repeat the same bytes, twice at most, while not expired ──┐
 *  sign once ── send ──┼─ 200, readable ───────────────────────────────────────────────► Answered
 *                      ├─ 4xx except 429: turned away unread ──────────────────────────► NotTaken
 *                      ├─ never connected in any attempt ──────────────────────────────► NotTaken
 *                      └─ timeout, reset, 429, 5xx, unreadable, "duplicate nonce" ──────► Unknown
 * </pre>
 *
 * <p>"Duplicate nonce" means that an earlier sending of the same bytes went through, ours or the HTTP client's own
 * repetition; what became of it must be asked. Thread-safe.
 */
public final class ExchangeClient {
    private static final int MAX_ATTEMPTS = 3;
    private static final long PAUSE_MS = 10;
    private static final long PATIENCE_MS = 10_000;
    private static final String DUPLICATE_NONCE = "Invalid nonce: duplicate nonce";

    private final VenueHttp http;
    private final Network network;
    private final WeightBudget budget;
    private final VenueTime time;
    private final ConnectorListener listener;
    private final Machine machine;

    ExchangeClient(
            VenueHttp http,
            Network network,
            WeightBudget budget,
            VenueTime time,
            ConnectorListener listener,
            Machine machine) {
        this.http = http;
        this.network = network;
        this.budget = budget;
        this.time = time;
        this.listener = listener;
        this.machine = machine;
    }

    /** Signs a trading action. @throws NonceException if nothing may be signed now */
    public SignedAct sign(
            Signer signer, Nonces nonces, Action action, @Nullable Address vault, @Nullable Long expiresAfterMs)
            throws NonceException {
        return sign(signer, nonces.next(), action, vault, expiresAfterMs);
    }

    /** Signs a trading action with a nonce that the caller has taken. */
    public SignedAct sign(
            Signer signer, long nonce, Action action, @Nullable Address vault, @Nullable Long expiresAfterMs) {
        return signed(action, L1Signing.sign(signer, action, nonce, vault, expiresAfterMs, network));
    }

    /** Signs an action that moves money or authority; its own time or nonce is the envelope's. */
    public SignedAct sign(Signer signer, Action.UserSigned action, long nonce) {
        return signed(action, UserSigning.sign(signer, action, nonce));
    }

    private static SignedAct signed(Action action, ExchangeRequest request) {
        return new SignedAct(
                request.action().path("type").asString("?"),
                RequestWeights.elements(action),
                Json.text(request.tree()),
                request.nonce(),
                request.expiresAfter());
    }

    /** Sends and waits for what can be known. */
    public ActReply send(SignedAct act, Priority priority) throws InterruptedException {
        boolean mayHaveArrived = false;
        String last = "";
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            if (!budget.acquire(priority, RequestWeights.ofAction(act.elements()), patienceNanos(act))) {
                last = last.isEmpty() ? "its turn in the request budget did not come in time" : last;
                break;
            }
            listener.requestStarted(endpointOf(act), RequestWeights.ofAction(act.elements()), attempt);
            HttpReply reply = http.post("/exchange", act.body());
            switch (reply) {
                case HttpReply.Answered answered -> {
                    return judge(act, answered, attempt);
                }
                case HttpReply.TimedOut lost -> {
                    report(act, Outcome.TIMED_OUT, reply, attempt, lost.detail());
                    return new ActReply.Unknown(lost.detail());
                }
                case HttpReply.NotSent lost -> {
                    report(act, Outcome.NOT_SENT, reply, attempt, lost.detail());
                    last = lost.detail();
                }
                case HttpReply.Lost lost -> {
                    report(act, Outcome.CONNECTION_LOST, reply, attempt, lost.detail());
                    mayHaveArrived = true;
                    last = lost.detail();
                }
            }
            if (isExpired(act)) {
                break;
            }
            machine.sleep(PAUSE_MS * attempt);
        }
        return mayHaveArrived ? new ActReply.Unknown(last) : new ActReply.NotTaken("not sent: " + last);
    }

    private ActReply judge(SignedAct act, HttpReply.Answered reply, int attempt) {
        String body = InfoClient.excerpt(reply.body());
        int status = reply.status();
        if (status == 429) {
            budget.throttled();
            report(act, Outcome.THROTTLED, reply, attempt, "HTTP 429");
            return ActReply.Unknown.throttled();
        }
        if (status >= 500) {
            report(act, Outcome.SERVER_FAILED, reply, attempt, "HTTP " + status);
            return new ActReply.Unknown("HTTP " + status + ": " + body);
        }
        if (status >= 400) {
            report(act, Outcome.REFUSED, reply, attempt, "HTTP " + status);
            return new ActReply.NotTaken("HTTP " + status + ": " + body);
        }
        try {
            ExchangeResponse response = ExchangeResponse.read(Json.parse(reply.body()));
            report(act, Outcome.ANSWERED, reply, attempt, "");
            return response instanceof ExchangeResponse.Refused(String text) && text.startsWith(DUPLICATE_NONCE)
                    ? new ActReply.Unknown("an earlier sending went through (" + text + ")")
                    : new ActReply.Answered(response);
        } catch (WireException e) {
            report(act, Outcome.UNREADABLE, reply, attempt, String.valueOf(e.getMessage()));
            return new ActReply.Unknown("unreadable answer, HTTP " + status + ": " + e.getMessage() + " in " + body);
        }
    }

    private static String endpointOf(SignedAct act) {
        return "exchange/" + act.type();
    }

    private boolean isExpired(SignedAct act) {
        Long expiry = act.expiresAfterMs();
        return expiry != null && time.venueTimeMs() >= expiry;
    }

    /** How long the budget may keep an act waiting: until it expires, at the venue clock's speed. */
    private long patienceNanos(SignedAct act) {
        Long expiry = act.expiresAfterMs();
        if (expiry == null) {
            return TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        }
        double leftMs = (expiry - time.venueTimeMs()) / Math.max(1, time.rate());
        return TimeUnit.MICROSECONDS.toNanos((long) (Math.clamp(leftMs, 0, PATIENCE_MS) * 1000));
    }

    private void report(SignedAct act, Outcome outcome, HttpReply reply, int attempt, String detail) {
        Duration duration = Duration.ofNanos(reply.endedNanos() - reply.sentNanos());
        listener.requestFinished(new RequestReport(
                endpointOf(act), outcome, duration, RequestWeights.ofAction(act.elements()), attempt, detail));
    }
}
