package dev.sparkstacker.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.event.SignalAction;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.telemetry.http.HttpListener;
import dev.sparkstacker.telemetry.http.Inbox.Letter;
import dev.sparkstacker.telemetry.http.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to the webhook is taken, or answered with the reason why not. */
class WebhookDeskTest {
    private static final String SECRET = "a secret of the tests";
    private static final int PER_MINUTE = 3;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final List<SignalEvent.SignalReceived> engine = new ArrayList<>();
    private final List<String> denied = new ArrayList<>();
    private Outcome answer = new Outcome(true, "taken: BUY ETH-USD");
    private long nanos;
    private final WebhookDesk desk = new WebhookDesk(
            new SharedSecret(SECRET),
            PER_MINUTE,
            List.of(strategy()),
            request -> {
                engine.add((SignalEvent.SignalReceived) request.apply(17));
                return answer;
            },
            new HttpListener() {
                @Override
                public void denied(String path, String remote, String reason) {
                    denied.add(path + " " + remote + " " + reason);
                }

                @Override
                public void failed(String path, Exception error) {
                    throw new AssertionError(error);
                }
            },
            () -> nanos);

    private static StrategyConfig strategy() {
        return new StrategyConfig(
                new StrategyId("tv-eth"),
                "webhook",
                List.of(new MarketId("ETH")),
                Interval.M1,
                List.of(),
                new LegConfig(new AccountId("main"), Usd.of("20"), new Leverage(10)),
                null,
                new ExitConfig(Rate.of("0.02"), Rate.of("0.04"), 3_600_000),
                true);
    }

    private static String message(String action) {
        return "{ \"id\": \"tv-1\", \"strategy\": \"tv-eth\", \"market\": \"ETH-USD\", \"action\": \"" + action
                + "\", \"time\": \"2025-01-01T12:00:00Z\" }";
    }

    private Page.Answer send(String body) {
        return send("Bearer " + SECRET, body);
    }

    private Page.Answer send(@Nullable String authorization, String body) {
        return desk.take(new Letter(authorization, body.getBytes(StandardCharsets.UTF_8), "/127.0.0.1:5"));
    }

    private static JsonNode json(Page.Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private void assertRefused(Page.Answer given, int status, String reason) {
        assertThat(given.status()).isEqualTo(status);
        assertThat(given.contentType()).isEqualTo("application/problem+json");
        assertThat(json(given).get("status").intValue()).isEqualTo(status);
        assertThat(json(given).get("reason").asString()).isEqualTo(reason);
        assertThat(json(given).get("type").asString()).isEqualTo("urn:spark-stacker:problem:" + reason);
        assertThat(json(given).get("title").asString()).isNotBlank();
        assertThat(json(given).get("detail").asString()).isNotBlank().doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"buy, BUY", "Long, BUY", "sell, SELL", "short, SELL", "close, CLOSE", "flat, CLOSE"})
    void aSignalReachesTheEngineAndIsAnsweredWithItsId(String word, SignalAction action) {
        Page.Answer given = send(message(word));

        assertThat(given.status()).isEqualTo(202);
        assertThat(json(given).get("id").asString()).isEqualTo("tv-1");
        assertThat(engine)
                .containsExactly(new SignalEvent.SignalReceived(
                        17,
                        "webhook",
                        "tv-1",
                        new StrategyId("tv-eth"),
                        new MarketId("ETH"),
                        action,
                        1_735_732_800_000L));
    }

    @Test
    void theSecretMayStandInTheBodyWhereNoHeaderCanBeSet() {
        String withSecret = message("buy").replace("{ ", "{ \"secret\": \"" + SECRET + "\", ");
        assertThat(send(null, withSecret).status()).isEqualTo(202);
        assertThat(send("Bearer wrong", withSecret).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic a secret of the tests", "a secret of the tests"})
    void withoutTheSecretNothingIsSaidOfTheMessage(String authorization) {
        assertRefused(send(authorization, message("buy")), 401, "UNAUTHORIZED");
        assertRefused(send(authorization, "no json"), 401, "UNAUTHORIZED");
        assertThat(engine).isEmpty();
        assertThat(denied)
                .containsOnly("/webhook/signal /127.0.0.1:5 wrong or missing secret")
                .hasSize(2);
    }

    @Test
    void whoGuessesIsSlowedDown() {
        for (int i = 0; i < 10; i++) {
            assertThat(send("Bearer guess" + i, message("buy")).status()).isEqualTo(401);
        }
        assertRefused(send("Bearer guess", message("buy")), 429, "TOO_MANY_REQUESTS");
        nanos += MINUTE_NANOS / 10;
        assertThat(send("Bearer guess", message("buy")).status()).isEqualTo(401);
    }

    @Test
    void moreSignalsAMinuteThanAllowedAreRefused() {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(send(message("buy")).status()).isEqualTo(202);
        }
        assertRefused(send(message("buy")), 429, "TOO_MANY_REQUESTS");
        assertThat(engine).hasSize(PER_MINUTE);
        nanos += MINUTE_NANOS / PER_MINUTE;
        assertThat(send(message("buy")).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "\"text\"",
                "{ \"id\": \"a\" } { }",
                "{ \"id\": \"a\", \"id\": \"b\" }",
                "{ \"id\": \"a\" }",
                "{ \"id\": 5 }",
                "{ \"id\": \"\" }",
                "{ \"id\": \"a b\" }"
            })
    void whatIsNoSignalIsRefused(String body) {
        assertRefused(send(body), 400, "MALFORMED");
        assertThat(engine).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "buy, hold, action",
        "ETH-USD, -USD, market",
        "tv-eth, TV ETH, strategy",
        "2025-01-01T12:00:00Z, yesterday, time",
        "\"action\", \"acton\", Did you mean"
    })
    void aWrongValueIsNamed(String right, String wrong, String named) {
        Page.Answer given = send(message("buy").replace(right, wrong));

        assertRefused(given, 400, "MALFORMED");
        assertThat(json(given).get("detail").asString()).containsIgnoringCase(named);
        assertThat(engine).isEmpty();
    }

    @Test
    void namesThatTradeNothingAreRefused() {
        assertRefused(send(message("buy").replace("tv-eth", "tv-btc")), 404, "UNKNOWN_STRATEGY");
        assertRefused(send(message("buy").replace("ETH-USD", "BTC-USD")), 404, "UNKNOWN_MARKET");
        assertThat(engine).isEmpty();
    }

    @Test
    void whatTheEngineRefusesIsAnsweredWithItsReason() {
        answer = new Outcome(false, "SIGNAL_EXPIRED: age is 90000 ms, wanted is at most 60000 ms");
        Page.Answer given = send(message("buy"));

        assertRefused(given, 409, "SIGNAL_EXPIRED");
        assertThat(json(given).get("detail").asString()).isEqualTo("age is 90000 ms, wanted is at most 60000 ms");
    }

    @Test
    void aSilentEngineIsNoSuccess() {
        answer = new Outcome(false, "the engine did not answer within 5 s; look at the status");
        assertRefused(send(message("buy")), 503, "UNANSWERED");
    }

    @Test
    void aSecretThatCanBeGuessedIsNone() {
        assertThatThrownBy(() -> new SharedSecret("fifteen charact")).hasMessageContaining("at least 16");
        assertThat(new SharedSecret(SECRET)).hasToString("***");
    }
}
