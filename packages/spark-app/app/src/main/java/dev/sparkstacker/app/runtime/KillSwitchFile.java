package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
 *  strategy NAME                       halts that strategy alone
 *  market ETH-USD                      halts that market alone
 *  account NAME                        halts that account alone
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
    private final Deque<Supplier<Outcome>> partial = new ArrayDeque<>();
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
                settle();
            } while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String text) {
        List<HaltScope> scopes = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Optional<HaltScope> scope = scope(line);
            if (scope.isEmpty()) {
                haltAll(text);
                return;
            }
            scopes.add(scope.get());
        }
        if (scopes.isEmpty()) {
            haltAll("");
        }
        for (HaltScope scope : scopes) {
            partial.add(requests.send(
                    id -> new OperatorEvent.PartialHaltRequested(id, OPERATOR, scope, "the file " + NAME)));
        }
    }

    /** A part that could not be halted on its own, such as a strategy nobody knows, means that everything is. */
    private synchronized void settle() {
        while (!partial.isEmpty()) {
            Outcome outcome = partial.remove().get();
            if (!outcome.accepted()) {
                haltAll(outcome.message());
            }
        }
    }

    private void haltAll(String text) {
        String reason = text.isEmpty() ? "the file " + NAME : "the file " + NAME + ": " + OperatorText.plain(text);
        requests.send(id -> new OperatorEvent.HaltRequested(id, OPERATOR, reason));
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

    private static Optional<HaltScope> scope(String line) {
        String[] words = line.split("\\s+", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            return switch (words[0]) {
                case "strategy" -> Optional.of(new HaltScope.OneStrategy(new StrategyId(words[1])));
                case "market" -> Optional.of(new HaltScope.OneMarket(MarketId.parse(words[1])));
                case "account" -> Optional.of(new HaltScope.OneAccount(new AccountId(words[1])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
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
