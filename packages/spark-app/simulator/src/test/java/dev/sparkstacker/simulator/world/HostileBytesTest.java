package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.io.IOException;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Bytes that no venue should send, through the connector's sockets and requests: it never throws, never passes on what a
 * strict reader of the same bytes does not find there, counts every frame, stays connected, and keeps nothing of them.
 */
class HostileBytesTest {
    private static final Path RECORDINGS = Path.of("..", "shared", "protocol", "recordings");
    private static final int FOR_EACH_GENUINE = 20;
    private static final long KEPT_AT_MOST = 24L * 1024 * 1024;

    private static Setting setting() {
        return new Setting(
                "scripted",
                Scene.trading(List.of(Setting.macd(List.of(Scene.BTC, Scene.ETH), true))),
                _ -> new ScriptedPrices());
    }

    /** What the connector counted. */
    private static final class Counts implements ConnectorListener {
        private long received;
        private long dropped;
        private long malformed;
        private long lost;

        @Override
        public void frameReceived(String connection, String channel, int characters) {
            received++;
        }

        @Override
        public void frameDropped(String connection, String channel, DropReason reason) {
            dropped++;
        }

        @Override
        public void frameMalformed(String connection, String reason, String detail) {
            malformed++;
        }

        @Override
        public void disconnected(String connection, String detail, long retryInMs) {
            lost++;
        }
    }

    /** Puts spoilt frames before each genuine one, and looks at what comes of each. */
    private static final class SpoiltFrames extends PassedOn {
        private final Counts counts;
        private final List<Event> events;
        private final List<String> recorded;
        private final Mutations mutations;
        private final SplittableRandom random;
        private final int wanted;
        private int spoilt;
        private int believed;
        private int genuine;
        private int quotes;

        SpoiltFrames(
                VenueTransport transport,
                Counts counts,
                List<Event> events,
                List<String> recorded,
                long seed,
                int wanted) {
            super(transport);
            this.counts = counts;
            this.events = events;
            this.recorded = recorded;
            this.mutations = new Mutations(seed);
            this.random = new SplittableRandom(seed);
            this.wanted = wanted;
        }

        @Override
        public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
            return super.open(uri, connectTimeout, new Ear(listener));
        }

        private final class Ear implements LineListener {
            private final LineListener listener;

            Ear(LineListener listener) {
                this.listener = listener;
            }

            @Override
            public void text(CharSequence data, boolean last) {
                String frame = data.toString();
                boolean news = frame.startsWith("{\"channel\":") && !frame.contains("subscriptionResponse");
                for (int i = 0; news && i < FOR_EACH_GENUINE && spoilt < wanted; i++) {
                    boolean own = recorded.isEmpty() || random.nextInt(10) < 7;
                    spoiled(mutations.spoil(own ? frame : recorded.get(random.nextInt(recorded.size()))));
                }
                genuine++;
                int said = hear(frame);
                quotes = spoilt < wanted ? 0 : quotes + (frame.startsWith("{\"channel\":\"bbo\"") ? said : 0);
            }

            private void spoiled(String text) {
                spoilt++;
                try {
                    believed += hear(text) > 0 ? 1 : 0;
                } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError broken) {
                    throw new AssertionError(
                            "spoilt frame " + spoilt + ": " + excerpt(text) + "\n" + broken.getMessage(), broken);
                }
            }

            private int hear(String text) {
                int before = events.size();
                long counted = counts.received;
                listener.text(text, true);
                assertThat(counts.received - counted).as("counted once").isEqualTo(1);
                int data = FrameOracle.check(text, events.subList(before, events.size()));
                events.clear();
                return data;
            }

            @Override
            public void binary(boolean last) {
                listener.binary(last);
            }

            @Override
            public void closed(int status, String reason) {
                listener.closed(status, reason);
            }

            @Override
            public void failed(Throwable error) {
                listener.failed(error);
            }
        }
    }

    private static String excerpt(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "… (" + text.length() + " characters)" : text;
    }

    @Test
    void spoiltFramesNeverThrowNeverBecomeAWrongBookAndAreAllCounted() throws Exception {
        int wanted = Campaign.cases(17_000, 1_700_000);
        List<String> recorded = RecordedTexts.frames(RECORDINGS);
        Campaign.run("hostile frames", () -> {
            Counts counts = new Counts();
            SpoiltFrames[] spoilt = new SpoiltFrames[1];
            List<Event> heard = new ArrayList<>();
            ConnectorRig rig = new ConnectorRig(Campaign.SEED, setting(), counts, (to, _) -> {
                spoilt[0] = new SpoiltFrames(to, counts, heard, recorded, Campaign.SEED, wanted);
                return spoilt[0];
            });
            rig.start(heard::add);
            long before = used();
            while (spoilt[0].spoilt < wanted) {
                rig.run(10_000);
                move(rig);
                assertThat(rig.failures()).isEmpty();
            }
            long kept = used() - before;
            assertThat(kept).as("bytes kept of all that").isLessThan(KEPT_AT_MOST);
            assertThat(counts.malformed).as("most of it is malformed").isGreaterThan(wanted / 2);
            assertThat(spoilt[0].believed)
                    .as("some of it is a sound frame still")
                    .isGreaterThan(wanted / 100);
            assertThat(counts.lost).as("connections lost to bytes").isZero();
            int genuine = spoilt[0].genuine;
            rig.run(60_000);
            assertThat(spoilt[0].genuine).as("genuine frames still come").isGreaterThan(genuine + 20);
            assertThat(spoilt[0].quotes).as("and are believed").isGreaterThan(2);
            return wanted + " spoilt frames among " + spoilt[0].genuine + " genuine ones (" + recorded.size()
                    + " recordings), " + counts.malformed + " malformed, " + counts.dropped + " dropped, "
                    + spoilt[0].believed + " still sound, " + kept / 1024 + " KiB kept";
        });
    }

    /** The accounts' channels have something to tell. */
    private static void move(ConnectorRig rig) {
        Scene.Keys main = Scene.KEYS.getFirst();
        long lots = rig.venue().exchange().nowMs() % 2 == 0 ? 20 : -20;
        long lot = Scene.INSTRUMENTS.getFirst().lot().e8();
        rig.venue().tradeByHand(main, Scene.INSTRUMENTS.getFirst(), new SignedQuantity(lots * lot));
        rig.venue().exchange().deposit(VenueHost.addressOf(main), Usd.of("1"));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Spoils answers to requests while it is asked to, and remembers the last spoilt one. */
    private static final class SpoiltAnswers extends PassedOn {
        private static final List<String> OF_OTHERS = List.of("exchangeStatus", "userRateLimit", "userAbstraction");

        private final Mutations mutations;
        private final SplittableRandom random;
        private boolean spoils;
        private String path = "";
        private String answered = "";
        private boolean altered;
        private int spoilt;

        SpoiltAnswers(VenueTransport transport, long seed) {
            super(transport);
            mutations = new Mutations(seed);
            random = new SplittableRandom(seed);
        }

        @Override
        public CompletableFuture<HttpAnswer> post(URI uri, String body) {
            boolean mine = spoils && OF_OTHERS.stream().noneMatch(body::contains) && random.nextInt(2) == 0;
            if (!mine) {
                return super.post(uri, body);
            }
            spoils = false;
            return super.post(uri, body).thenApply(answer -> {
                path = uri.getPath() + " " + body;
                answered = mutations.spoil(answer.body());
                altered = !answered.equals(answer.body());
                spoilt++;
                return new HttpAnswer(answer.status(), answered);
            });
        }
    }

    @Test
    void spoiltAnswersAreUnreadOrUnansweredOrSayWhatIsThere() throws Exception {
        int wanted = Campaign.cases(3_000, 300_000);
        Campaign.run("hostile answers", () -> {
            SpoiltAnswers[] spoilt = new SpoiltAnswers[1];
            ConnectorRig rig = new ConnectorRig(Campaign.SEED, setting(), ConnectorListener.NONE, (to, _) -> {
                spoilt[0] = new SpoiltAnswers(to, Campaign.SEED);
                return spoilt[0];
            });
            List<Event> heard = new ArrayList<>();
            rig.start(heard::add);
            move(rig);
            rig.run(2_000);
            int read = 0;
            int refused = 0;
            for (int i = 0; spoilt[0].spoilt < wanted; i++) {
                heard.clear();
                int before = spoilt[0].spoilt;
                spoilt[0].spoils = true;
                rig.submit(command(i, rig));
                rig.run(1_500);
                if (i % 10 == 0) {
                    rig.run(60_000);
                }
                assertThat(rig.failures())
                        .as("after %s", excerpt(spoilt[0].answered))
                        .isEmpty();
                List<Event> answers =
                        heard.stream().filter(HostileBytesTest::isAnswer).toList();
                assertThat(answers)
                        .as("one answer, after %s", excerpt(spoilt[0].answered))
                        .hasSize(1);
                if (spoilt[0].spoilt > before && spoilt[0].altered) {
                    boolean believed = judge(answers.getFirst(), spoilt[0]);
                    read += believed ? 1 : 0;
                    refused += believed ? 0 : 1;
                }
            }
            assertThat(refused).isGreaterThan(wanted / 3);
            assertThat(read).isGreaterThan(wanted / 100);
            return wanted + " spoilt answers, " + refused + " refused, " + read + " still sound";
        });
    }

    private static Command command(int i, ConnectorRig rig) {
        Scene.Keys main = Scene.KEYS.getFirst();
        ClientOrderId id = ClientOrderId.mint(9, 1, i + 1, 0);
        return switch (i % 4) {
            case 0 -> new Command.ReadAccount(main.id(), Scene.START_MS);
            case 1 -> new Command.ReadOrderStatus(main.id(), id, Scene.START_MS);
            case 2 ->
                new Command.ReadCandles(
                        Scene.ETH, Interval.M1, rig.venue().exchange().nowMs() - 600_000);
            default -> new Command.CancelOrders(main.id(), Scene.BTC, List.of(id));
        };
    }

    private static boolean isAnswer(Event event) {
        return event instanceof AccountEvent.AccountRead
                || event instanceof AccountEvent.AccountUnread
                || event instanceof AnswerEvent
                || event instanceof MarketEvent.CandlesRead
                || event instanceof MarketEvent.CandlesUnread
                || event instanceof SystemEvent.FaultReported;
    }

    /** Whether what was spoilt was believed; what is believed must be there. */
    private static boolean judge(Event answer, SpoiltAnswers spoilt) {
        return switch (answer) {
            case AccountEvent.AccountRead read -> {
                believe(read, spoilt);
                yield true;
            }
            case AnswerEvent.OrderStatusRead _, MarketEvent.CandlesRead _, AnswerEvent.CancelRejected _ -> {
                JsonNode _ = FrameOracle.strict(spoilt.answered);
                yield true;
            }
            case AnswerEvent.CancelAccepted accepted ->
                throw new AssertionError("Nothing was cancelled, but " + accepted + " by " + spoilt.answered);
            case SystemEvent.FaultReported fault -> throw new AssertionError("A fault of ours: " + fault.detail());
            default -> false;
        };
    }

    private static void believe(AccountEvent.AccountRead read, SpoiltAnswers spoilt) {
        JsonNode tree = FrameOracle.strict(spoilt.answered);
        if (spoilt.path.contains("clearinghouseState")) {
            assertThat(read.accountValue().toString())
                    .as("%s", excerpt(spoilt.answered))
                    .isEqualTo(new Usd(FrameOracle.decimal(
                                            tree.path("marginSummary").path("accountValue"))
                                    .movePointRight(8)
                                    .setScale(0, RoundingMode.HALF_EVEN)
                                    .longValueExact())
                            .toString());
            assertThat(read.positions().size())
                    .isLessThanOrEqualTo(tree.path("assetPositions").size());
        } else if (spoilt.path.contains("frontendOpenOrders")) {
            assertThat(read.openOrders().size()).isLessThanOrEqualTo(tree.size());
        } else if (spoilt.path.contains("userFillsByTime")) {
            assertThat(read.fills().size()).isLessThanOrEqualTo(tree.size());
        }
    }

    @Test
    void recordingsAreThereOrTheirAbsenceIsTold() throws IOException {
        List<String> recorded = RecordedTexts.frames(RECORDINGS);
        assumeFalse(
                recorded.isEmpty(), "no recordings at " + RECORDINGS + ": only the sandbox's own frames are spoilt");
        assertThat(recorded).hasSizeGreaterThan(20);
    }

    @Test
    void aWrongPriceIsSeen() {
        String frame = "{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":7,\"bbo\":["
                + "{\"px\":\"2500.0\",\"sz\":\"1\",\"n\":1},{\"px\":\"2501\",\"px\":\"2502\",\"sz\":\"1\",\"n\":1}]}}";
        Quantity one = Quantity.of("1");
        Event wrong = new MarketEvent.BestBidOffer(Scene.ETH, Price.of("2499"), one, Price.of("2502"), one, 7);
        Event ambiguous = new MarketEvent.BestBidOffer(Scene.ETH, Price.of("2500"), one, Price.of("2502"), one, 7);
        for (Event event : List.of(wrong, ambiguous)) {
            assertThatThrownBy(() -> FrameOracle.check(frame, List.of(event))).isInstanceOf(AssertionError.class);
        }
    }
}
