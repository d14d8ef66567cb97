package dev.sparkstacker.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.telemetry.Catalogue;
import dev.sparkstacker.telemetry.Desk;
import dev.sparkstacker.telemetry.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class EventLogTest {
    private static final LogContext CONTEXT = LogContext.of("test");

    @TempDir
    Path folder;

    @Test
    void aSecretIsInNoFileWhateverWayItWasWritten() throws IOException {
        String canary = "0xcanary51ea1e4a7";
        Secret secret = new Secret(canary);
        try (Desk desk = new Desk(folder)) {
            desk.logs
                    .log()
                    .event(
                            LogEvent.CONFIG_LOADED,
                            CONTEXT.strategy(Scene.STRATEGY),
                            "The key is " + secret,
                            Field.field("configHash", secret),
                            Field.field("strategies", List.of(secret)));
            desk.logs
                    .log()
                    .failure(
                            LogEvent.ERROR_OCCURRED,
                            CONTEXT,
                            "failed",
                            new IllegalStateException("with key " + secret));
            LoggerFactory.getLogger("library").error("key {}", secret);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(canary);
            }
        }
        assertThat(secret.reveal()).isEqualTo(canary);
    }

    @Test
    void aLineCannotBeBrokenOrForgedByItsText() throws IOException {
        try (Desk desk = new Desk(folder)) {
            String nasty = "a\r\n{\"level\":\"CRITICAL\"}\u2028\"\\\u0007" + '\ud800';
            desk.logs.log().event(LogEvent.WEBSOCKET_COMPLAINT, CONTEXT, nasty, Field.field("text", nasty));
            List<JsonNode> lines = desk.lines("connector");
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().get("message").asString())
                    .startsWith("a\r\n{\"level\":\"CRITICAL\"}\u2028\"\\\u0007");
            assertThat(lines.getFirst().get("level").asString()).isEqualTo("WARNING");
        }
    }

    @Test
    void decimalsAreStringsAndWholeNumbersAreNumbers() throws IOException {
        try (Desk desk = new Desk(folder)) {
            desk.logs
                    .log()
                    .event(
                            LogEvent.EQUITY_MARKED,
                            CONTEXT.took(1.25),
                            "equity",
                            Field.field("accountValue", Usd.of("10000.5")),
                            Field.field("withdrawable", 0.1),
                            Field.field("unrealizedPnl", 3L));
            JsonNode line = desk.lines("risk").getFirst();
            assertThat(line.get("data").get("accountValue").isString()).isTrue();
            assertThat(line.get("data").get("withdrawable").asString()).isEqualTo("0.1");
            assertThat(line.get("data").get("withdrawable").isString()).isTrue();
            assertThat(line.get("data").get("unrealizedPnl").isIntegralNumber()).isTrue();
            assertThat(line.get("duration_ms").isNumber()).isTrue();
        }
    }

    @Test
    void errorsAreRepeatedInErrorsAndTradingInAudit() throws IOException {
        try (Desk desk = new Desk(folder)) {
            desk.logs.log().event(LogEvent.ORDER_PLACEMENT_FAILED, CONTEXT, "rejected");
            desk.logs.log().event(LogEvent.API_CALL_SUCCESS, CONTEXT, "fine");
            assertThat(desk.lines("trading")).hasSize(1);
            assertThat(desk.lines("errors")).isEqualTo(desk.lines("trading"));
            assertThat(desk.lines("audit")).isEqualTo(desk.lines("trading"));
            assertThat(desk.lines("connector")).hasSize(1);
        }
    }

    @Test
    void frequentEventsAreSampledAndTheRestIsCounted() throws IOException {
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 250; i++) {
                desk.logs.log().event(LogEvent.ORDER_BOOK_UPDATE, CONTEXT, "book");
            }
            assertThat(desk.lines("connector")).hasSize(3);
            assertThat(desk.logs.log().takeSuppressed()).containsEntry("order_book_update", 247L);
            assertThat(desk.logs.log().takeSuppressed()).isEmpty();
        }
    }

    @Test
    void afterAnErrorEverythingIsWrittenForAMinute() throws IOException {
        try (Desk desk = new Desk(folder)) {
            desk.logs.log().event(LogEvent.ERROR_OCCURRED, CONTEXT, "failed");
            for (int i = 0; i < 5; i++) {
                desk.logs.log().event(LogEvent.ORDER_BOOK_UPDATE, CONTEXT, "book");
            }
            assertThat(desk.lines("connector")).hasSize(5);
            desk.nanos = 61_000_000_002L;
            for (int i = 0; i < 5; i++) {
                desk.logs.log().event(LogEvent.ORDER_BOOK_UPDATE, CONTEXT, "book");
            }
            assertThat(desk.lines("connector")).hasSize(5);
        }
    }

    @Test
    void aLibraryThatShoutsIsCutOffAndCounted() throws IOException {
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 130; i++) {
                LoggerFactory.getLogger("noisy.Library").warn("again");
            }
            assertThat(desk.lines("app")).hasSize(100);
            assertThat(desk.logs.log().takeSuppressed()).containsEntry("library_log", 30L);
        }
    }

    @Test
    void linesBelowTheMinimumAreNotWritten() throws IOException {
        try (Desk desk = new Desk(folder, LogOptions.defaults(folder, "test", "paper"))) {
            desk.logs.log().event(LogEvent.API_CALL_SUCCESS, CONTEXT, "debug");
            desk.logs.log().event(LogEvent.FEED_RESTORED, CONTEXT, "info");
            assertThat(desk.lines("connector"))
                    .extracting(line -> line.get("event").asString())
                    .containsExactly("feed_restored");
        }
    }

    @Test
    void venueTimeIsNullWhileItIsUnknown() throws IOException {
        try (Desk desk = new Desk(folder)) {
            desk.logs
                    .log()
                    .event(LogEvent.FEED_RESTORED, new LogContext("test", 0L, null, null, null, null, null), "early");
            assertThat(desk.lines("connector").getFirst().get("venue_time").isNull())
                    .isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithTheSetting() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new Desk(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("trading")
                .hasMessageContaining("LOG_DIR");
    }

    @Test
    void aLineThatCannotBeWrittenIsCountedAndTheWriterGoesOn() throws IOException {
        try (Desk desk =
                new Desk(folder, LogOptions.defaults(folder, "test", "paper").withMaxFileBytes(200))) {
            Path gone = folder.resolve("connector");
            try (Stream<Path> files = Files.list(gone)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(gone);
            Files.createFile(gone);
            for (int i = 0; i < 3; i++) {
                desk.logs.log().event(LogEvent.FEED_RESTORED, CONTEXT, "x".repeat(300));
            }
            assertThat(desk.logs.takeFailures()).containsOnlyKeys("connector");
        }
    }

    @Test
    void jsonOfAnyTextIsReadBackUnchanged() {
        String text = "Grüße 漢字 🚀 \t \"quoted\" \\ /";
        String json = new Json().open().field("text", text).close().text();
        assertThat(Catalogue.parse(json).get("text").asString()).isEqualTo(text);
    }
}
