package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The file {@code HALT} in the data folder: while it is there, nothing is entered. Whoever can write a file can stop
 * trading, also where nothing else of the product can be reached.
 *
 * <pre>
 *  empty, or any other text            halts everything; the text is the reason
 *  flatten                             halts everything and closes it
 *  strategy NAME                       halts that strategy alone
 *  market ETH-USD                      halts that market alone
 *  account NAME                        halts that account alone
 *  flatten market ETH-USD              halts that market alone and closes its positions
 * </pre>
 *
 * <p>A line each. Removing the file lifts nothing: a person resumes. A file that is there and cannot be read, or names
 * something wrong, halts everything.
 */
final class KillSwitchFile implements AutoCloseable {
    private static final String NAME = "HALT";
    private static final String OPERATOR = "file:" + NAME;
    private static final long EVERY_MS = 200;
    private static final int MOST_BYTES = 4_096;

    private final Path file;
    private final Requests requests;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("kill-switch").unstarted(this::watch);
    private Optional<String> seen = Optional.empty();

    /** Where requests go. */
    @FunctionalInterface
    interface Requests {
        /** Hands a request to the engine at once; what is returned waits for its answer. */
        Supplier<Outcome> send(LongFunction<OperatorEvent> request);
    }

    KillSwitchFile(Path dataDir, Requests requests) {
        this.file = dataDir.resolve(NAME);
        this.requests = requests;
    }

    Path path() {
        return file;
    }

    boolean isThere() {
        return Files.exists(file);
    }

    void start() {
        thread.start();
    }

    /** Looks once; what a new content asks for is on its way to the engine when this returns. */
    synchronized void look() {
        Optional<String> content = read();
        if (!content.equals(seen)) {
            seen = content;
            content.ifPresent(this::send);
        }
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String text) {
        for (HaltText.Wish wish : HaltText.parse(text)) {
            send(wish);
        }
    }

    private void send(HaltText.Wish wish) {
        HaltScope scope = wish.scope();
        if (scope == null) {
            sendAll(wish.action(), wish.reason());
            return;
        }
        Supplier<Outcome> halted =
                requests.send(id -> new OperatorEvent.PartialHaltRequested(id, OPERATOR, scope, "the file " + NAME));
        if (wish.action() == EmergencyAction.FLATTEN && scope instanceof HaltScope.OneMarket(MarketId market)) {
            Supplier<Outcome> closed = requests.send(
                    id -> new OperatorEvent.CloseRequested(id, OPERATOR, market, Rate.ofPct(BigDecimal.valueOf(100))));
            awaitAnswer(closed);
        }
        Thread.ofVirtual().name("kill-switch-answer").start(() -> settle(wish.action(), halted.get()));
    }

    /** A part that could not be halted on its own, such as a strategy nobody knows, means that everything is. */
    private void settle(EmergencyAction action, Outcome outcome) {
        if (!outcome.accepted()) {
            sendAll(action, outcome.message());
        }
    }

    private void sendAll(EmergencyAction action, String text) {
        String reason = text.isEmpty() ? "the file " + NAME : "the file " + NAME + ": " + OperatorText.plain(text);
        Supplier<Outcome> answer = requests.send(
                switch (action) {
                    case HALT -> id -> new OperatorEvent.HaltRequested(id, OPERATOR, reason);
                    case FLATTEN -> id -> new OperatorEvent.FlattenRequested(id, OPERATOR, reason);
                });
        awaitAnswer(answer);
    }

    /** Nobody reads it, but whoever gave the request on settles it with the answer. */
    private static void awaitAnswer(Supplier<Outcome> answer) {
        Thread.ofVirtual().name("kill-switch-answer").start(() -> {
            Outcome _ = answer.get();
        });
    }

    /** Empty where there is no file. */
    private Optional<String> read() {
        try (var input = Files.newInputStream(file)) {
            return Optional.of(new String(input.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of("the file " + NAME + " is there but cannot be read");
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
