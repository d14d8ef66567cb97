package dev.sparkstacker.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path folder = Path.of("");

    private final RecordingHandler handler = new RecordingHandler();
    private final List<String> diagnostics = new CopyOnWriteArrayList<>();

    @Test
    void everyRequestArrivesAsItWasSent() throws Exception {
        List<ControlRequest> requests = List.of(
                new ControlRequest.Status(),
                new ControlRequest.Positions(),
                new ControlRequest.Trades(7),
                new ControlRequest.Why(null),
                new ControlRequest.Why("macd-eth"),
                new ControlRequest.Halt("news \"at\" 14:00\n ü", null),
                new ControlRequest.Halt("thin", new HaltScope.OneMarket(new MarketId("ETH"))),
                new ControlRequest.Halt("odd", new HaltScope.OneStrategy(new StrategyId("macd-eth"))),
                new ControlRequest.Halt("full", new HaltScope.OneAccount(new AccountId("hedge"))),
                new ControlRequest.Resume("over", null),
                new ControlRequest.Resume("over", new HaltScope.OneAccount(new AccountId("hedge"))),
                new ControlRequest.Reset("daily-loss", "checked"),
                new ControlRequest.Close(new MarketId("ETH"), new BigDecimal("12.5")),
                new ControlRequest.Flatten("holiday", null),
                new ControlRequest.Flatten("thin book", new MarketId("ETH")),
                new ControlRequest.Stop(true));
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            for (ControlRequest request : requests) {
                new ControlClient(socket()).ask(request);
                assertThat(handler.asked.poll(5, TimeUnit.SECONDS)).isEqualTo(request);
            }
        }
        assertThat(handler.operators).hasSize(11).allMatch(("cli:" + System.getProperty("user.name"))::equals);
        assertThat(socket()).doesNotExist();
    }

    @Test
    void viewsOutcomesAndFailuresComeBack() throws Exception {
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            ControlClient client = new ControlClient(socket());
            assertThat(client.ask(new ControlRequest.Positions()))
                    .isEqualTo(new ControlReply.Shown(handler.answer(new ControlRequest.Positions())));
            handler.refuse();
            assertThat(client.ask(new ControlRequest.Resume("try", null)))
                    .isEqualTo(new ControlReply.Done(new ControlHandler.Outcome(false, "not while flattening")));
            assertThat(client.ask(new ControlRequest.Orders()))
                    .isInstanceOfSatisfying(
                            ControlReply.Failed.class,
                            failed -> assertThat(failed.message()).contains("no orders today"));
        }
    }

    @Test
    void theSocketIsItsOwnersAlone() throws Exception {
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondServerOnTheSameSocketIsRefused() throws Exception {
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            ControlException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ControlException.Kind.ALREADY_RUNNING));
            assertThat(new ControlClient(socket()).ask(new ControlRequest.Status()))
                    .isInstanceOf(ControlReply.Shown.class);
        }
    }

    @Test
    void theSocketFileOfAKilledProcessIsReplaced() throws Exception {
        leaveStaleSocket();
        assertThatThrownBy(() -> new ControlClient(socket()).ask(new ControlRequest.Status()))
                .isInstanceOfSatisfying(
                        ControlException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ControlException.Kind.NOT_RUNNING));
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(socket()).ask(new ControlRequest.Status()))
                    .isInstanceOf(ControlReply.Shown.class);
        }
    }

    @Test
    void withoutAnInstanceTheMessageSaysHowToStartOne() {
        assertThatThrownBy(() -> new ControlClient(socket()).ask(new ControlRequest.Status()))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("No instance is running")
                .hasMessageContaining("spark-stacker run");
    }

    /** The act that ends the instance closes the server; who asked for it must hear the answer all the same. */
    @Test
    void aServerThatClosesWhileItAnswersLetsTheAnswerLeave() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        ControlHandler ending = new ControlHandler() {
            @Override
            public View answer(ControlRequest.Query query) {
                throw new RequestRefused("only stop is answered here");
            }

            @Override
            public Outcome act(ControlRequest.Act act, String operator) {
                asked.countDown();
                try {
                    mayAnswer.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                return new Outcome(true, "stopping");
            }
        };
        ControlServer server = ControlServer.start(socket(), ending, diagnostics::add);
        CompletableFuture<ControlReply> reply =
                CompletableFuture.supplyAsync(() -> ask(new ControlRequest.Stop(false)));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofPlatform().start(server::close);
        Awaitility.await().until(() -> !Files.exists(socket()));
        mayAnswer.countDown();
        assertThat(reply.get(5, TimeUnit.SECONDS))
                .isEqualTo(new ControlReply.Done(new ControlHandler.Outcome(true, "stopping")));
        closing.join();
    }

    @Test
    void whatIsRefusedIsAnsweredWithTheReasonAlone() throws Exception {
        ControlHandler refusing = new ControlHandler() {
            @Override
            public View answer(ControlRequest.Query query) {
                throw new RequestRefused("There is no strategy \"nope\" here.");
            }

            @Override
            public Outcome act(ControlRequest.Act act, String operator) {
                return new Outcome(false, "not asked");
            }
        };
        try (ControlServer server = ControlServer.start(socket(), refusing, diagnostics::add)) {
            assertThat(server).isNotNull();
            assertThat(ask(new ControlRequest.Why("nope")))
                    .isEqualTo(new ControlReply.Failed("There is no strategy \"nope\" here."));
        }
        assertThat(diagnostics).isEmpty();
    }

    private ControlReply ask(ControlRequest request) {
        try {
            return new ControlClient(socket()).ask(request);
        } catch (ControlException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void malformedLinesAreAnsweredAndTheConnectionLivesOn() throws Exception {
        try (ControlServer server = start();
                SocketChannel channel = connect()) {
            assertThat(server).isNotNull();
            LineChannel lines = new LineChannel(channel, 100_000);
            for (String bad : List.of(
                    "hello",
                    "[]",
                    "{}",
                    "{\"request\":\"sell everything\"}",
                    "{\"request\":\"close\",\"market\":\"ETH\",\"fractionPct\":\"0\"}",
                    "{\"request\":\"close\",\"market\":\"ETH\",\"fractionPct\":\"101\"}",
                    "{\"request\":\"close\",\"market\":\"\",\"fractionPct\":\"50\"}",
                    "{\"request\":\"trades\",\"limit\":0}",
                    "{\"request\":\"halt\"}",
                    "{\"request\":\"halt\",\"reason\":\"x\",\"market\":\"ETH\",\"account\":\"main\"}",
                    "{\"request\":\"halt\",\"reason\":\"x\",\"strategy\":\"NO NAME\"}")) {
                lines.write(bad);
                assertThat(lines.read()).as(bad).get().asString().startsWith("{\"error\":");
            }
            lines.write("{\"request\":\"status\"}");
            assertThat(lines.read()).get().asString().contains("\"sequence\":42");
        }
        assertThat(handler.asked).containsExactly(new ControlRequest.Status());
    }

    @Test
    void aLineOverTheLimitCutsTheClientOffAndNobodyElse() throws Exception {
        try (ControlServer server = start();
                SocketChannel channel = connect()) {
            assertThat(server).isNotNull();
            LineChannel lines = new LineChannel(channel, 100_000);
            try {
                lines.write("x".repeat(ControlServer.MOST_REQUEST_BYTES * 2));
                assertThat(lines.read()).isEmpty();
            } catch (IOException cutOffWhileWriting) {
                assertThat(cutOffWhileWriting).isNotNull();
            }
            Awaitility.await().until(() -> diagnostics.stream().anyMatch(line -> line.contains("is longer than")));
            assertThat(new ControlClient(socket()).ask(new ControlRequest.Status()))
                    .isInstanceOf(ControlReply.Shown.class);
        }
    }

    @Test
    void clientsBeyondTheSeatsAreRefused() throws Exception {
        List<SocketChannel> held = new ArrayList<>();
        try (ControlServer server = start()) {
            assertThat(server).isNotNull();
            for (int i = 0; i < 40; i++) {
                held.add(connect());
            }
            Awaitility.await().until(() -> diagnostics.stream().anyMatch(line -> line.contains("one was refused")));
            for (SocketChannel channel : held) {
                channel.close();
            }
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() ->
                            new ControlClient(socket()).ask(new ControlRequest.Status()) instanceof ControlReply.Shown);
        }
    }

    @Test
    void aPathTooLongForASocketIsToldPlainly() {
        Path far = folder.resolve("x".repeat(120)).resolve("control.sock");
        assertThatThrownBy(() -> ControlServer.start(far, handler, diagnostics::add))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("Choose a shorter --data-dir");
    }

    private ControlServer start() throws ControlException {
        return ControlServer.start(socket(), handler, diagnostics::add);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    /** Closing a channel leaves its file, as a killed process does. */
    private void leaveStaleSocket() throws IOException {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(Optional.of(socket())).get().matches(Files::exists);
    }

    private Path socket() {
        return folder.resolve("control.sock");
    }
}
