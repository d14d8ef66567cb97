package dev.sparkstacker.app.webhook;

import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.telemetry.http.HttpListener;
import dev.sparkstacker.telemetry.http.Inbox;
import dev.sparkstacker.telemetry.http.Page;
import dev.sparkstacker.telemetry.http.Problem;
import dev.sparkstacker.telemetry.log.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code POST /webhook/signal}. What the engine did not take is never answered with success.
 *
 * <pre>
 *  too many wrong secrets ─► 429    secret wrong ─► 401    too many ─► 429    not understood ─► 400
 *  no such strategy or market ─► 404
 *  engine: stale, duplicate, halted, refused by strategy or risk rules ─► 409 with its reason
 *          silent ─► 503    taken ─► 202 with the id
 * </pre>
 */
public final class WebhookDesk implements Inbox {
    /** Where it is served. */
    public static final String PATH = "/webhook/signal";

    /** Largest body that is read. */
    public static final int MOST_BYTES = 4_096;

    private static final int WRONG_SECRETS_PER_MINUTE = 10;
    private static final String SOURCE = "webhook";
    private static final Pattern REFUSAL = Pattern.compile("([A-Z][A-Z_]+): (.*)", Pattern.DOTALL);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SharedSecret secret;
    private final List<StrategyConfig> strategies;
    private final Function<LongFunction<SignalEvent>, Outcome> engine;
    private final HttpListener listener;
    private final RateLimit signals;
    private final RateLimit wrongSecrets;

    /**
     * Makes it.
     *
     * @param perMinute how many signals are taken a minute
     * @param strategies those that are configured
     * @param engine hands a signal to the engine and waits for its answer
     * @param listener hears of senders that do not know the secret
     * @param nanoTime machine time that only moves forward
     */
    public WebhookDesk(
            SharedSecret secret,
            int perMinute,
            List<StrategyConfig> strategies,
            Function<LongFunction<SignalEvent>, Outcome> engine,
            HttpListener listener,
            LongSupplier nanoTime) {
        this.secret = secret;
        this.strategies = List.copyOf(strategies);
        this.engine = engine;
        this.listener = listener;
        this.signals = new RateLimit(perMinute, nanoTime);
        this.wrongSecrets = new RateLimit(WRONG_SECRETS_PER_MINUTE, nanoTime);
    }

    @Override
    public Page.Answer take(Letter letter) {
        if (wrongSecrets.isExhausted()) {
            return Problem.of(429, "TOO_MANY_REQUESTS", "Too many requests with a wrong secret; wait a minute.");
        }
        Optional<JsonNode> json = read(letter.body());
        if (!knowsTheSecret(letter, json)) {
            wrongSecrets.take();
            listener.denied(PATH, letter.remote(), "wrong or missing secret");
            return Problem.of(
                    401,
                    "UNAUTHORIZED",
                    "Send the header \"Authorization: Bearer <secret>\", or the secret as \"secret\" in the body.");
        }
        if (!signals.take()) {
            return Problem.of(429, "TOO_MANY_REQUESTS", "More signals a minute than webhook.perMinute allows.");
        }
        if (json.isEmpty()) {
            return Problem.of(400, "MALFORMED", "The body is not one JSON object with each key once.");
        }
        try {
            return take(SignalMessage.of(json.get()));
        } catch (SignalMessage.Malformed wrong) {
            return Problem.of(400, "MALFORMED", wrong.message());
        }
    }

    private Page.Answer take(SignalMessage signal) {
        StrategyConfig strategy = strategy(signal);
        if (strategy == null) {
            return Problem.of(404, "UNKNOWN_STRATEGY", "There is no strategy \"" + signal.strategy() + "\".");
        }
        if (!strategy.markets().contains(signal.market())) {
            return Problem.of(
                    404, "UNKNOWN_MARKET", "The strategy " + signal.strategy() + " does not trade " + signal.market());
        }
        Outcome outcome = engine.apply(id -> new SignalEvent.SignalReceived(
                id, SOURCE, signal.id(), signal.strategy(), signal.market(), signal.action(), signal.sentAtMs()));
        return outcome.accepted() ? accepted(signal, outcome) : refused(outcome);
    }

    private @Nullable StrategyConfig strategy(SignalMessage signal) {
        for (StrategyConfig strategy : strategies) {
            if (strategy.id().equals(signal.strategy())) {
                return strategy;
            }
        }
        return null;
    }

    private static Page.Answer accepted(SignalMessage signal, Outcome outcome) {
        String body = new Json()
                .open()
                .field("id", signal.id())
                .field("accepted", true)
                .field("detail", outcome.message())
                .close()
                .text();
        return new Page.Answer(202, "application/json", body + "\n");
    }

    private static Page.Answer refused(Outcome outcome) {
        Matcher refusal = REFUSAL.matcher(outcome.message());
        return refusal.matches()
                ? Problem.of(409, refusal.group(1), refusal.group(2))
                : Problem.of(503, "UNANSWERED", outcome.message() + "; whether it was taken, \"why\" tells");
    }

    private boolean knowsTheSecret(Letter letter, Optional<JsonNode> json) {
        String header = letter.authorization();
        if (header != null) {
            return header.startsWith("Bearer ") && secret.is(header.substring("Bearer ".length()));
        }
        JsonNode given = json.map(node -> node.get(SignalMessage.SECRET)).orElse(null);
        return secret.is(given == null || !given.isString() ? null : given.stringValue());
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
