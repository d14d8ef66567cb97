package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderStatus;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.plants.WallClockNonces;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The machine's clock jumps by anything from a millisecond to a year, either way, and some time later is put right.
 *
 * <pre>
 *  0 s    prices turn, a position is entered and protected
 *  100..  the clock jumps, perhaps several times, while orders are worked: a person closes a part of the position
 *  later  the clock heals; a person closes the rest: the venue must have taken its order within five seconds
 * </pre>
 */
class ClockJumpTest {
    private static final long YEAR_MS = 365L * 86_400_000;
    private static final long WITHIN_MS = 5_000;
    private static final long NEAREST_MS = 60_000;

    /** A clock that is put back may prolong one wait, to a minute at most. */
    private static final long READ_WITHIN_SECONDS = 65;

    private static final long ENTERED_BY_SECOND = 100;
    private static final long EXIT_AGAIN_SECONDS = 45;

    private static long size(SplittableRandom random) {
        long[] ends = {1, 1_000, 60_000, 3_600_000, 86_400_000, YEAR_MS};
        int span = random.nextInt(ends.length - 1);
        long ms = random.nextInt(12) == 0 ? ends[span + 1] : random.nextLong(ends[span], ends[span + 1] + 1);
        return random.nextBoolean() ? ms : -ms;
    }

    /** Nonces as the venue sees them: each signer's are unique, and near the venue's time when they come. */
    private static final class NonceWatch {
        private final Map<String, Set<Long>> used = new TreeMap<>();
        private long furthestMs;
        private int count;

        void saw(String signer, long nonce, long venueMs) {
            count++;
            assertThat(used.computeIfAbsent(signer, _ -> new TreeSet<>()).add(nonce))
                    .as("nonce %s of %s is used once", nonce, signer)
                    .isTrue();
            furthestMs = Math.max(furthestMs, Math.abs(nonce - venueMs));
        }
    }

    /** When the venue took each order. */
    private static final class Arrivals implements ExchangeListener {
        private static final Set<OrderStatus> TAKEN = EnumSet.of(OrderStatus.OPEN, OrderStatus.FILLED);

        private final Map<ClientOrderId, Long> atMs = new TreeMap<>();
        private final World world;

        Arrivals(World world) {
            this.world = world;
        }

        @Override
        public void onOrder(Account account, Order order, boolean byVenue) {
            if (order.cloid() != null && TAKEN.contains(order.status())) {
                atMs.putIfAbsent(order.cloid(), world.venue().exchange().nowMs());
            }
        }
    }

    /** One case: jumps of one seed. */
    private static final class Run {
        private final long seed;
        private final SplittableRandom random;
        private final World world;
        private final Ending ending = new Ending();
        private final NonceWatch nonces = new NonceWatch();
        private final Arrivals arrivals;
        private final List<Long> jumped = new ArrayList<>();
        private final Traffic.Counts traffic = new Traffic.Counts();
        private final boolean jumps;
        private long readMs;

        Run(long seed) {
            this(seed, true, Ports.PLAIN.transport());
        }

        /**
         * @param jumps whether the clock does jump; where it does not, all else is drawn and done as if it did
         * @param network a bug may be planted there
         */
        Run(long seed, boolean jumps, Ports.Transports network) {
            this.seed = seed;
            this.jumps = jumps;
            this.random = new SplittableRandom(seed);
            Setting setting = new Setting(
                    "scripted",
                    Scene.trading(List.of(Setting.macd(List.of(Scene.BTC), false))),
                    _ -> new ScriptedPrices());
            world = new World(
                    seed,
                    setting,
                    Set.of(),
                    Ports.PLAIN.withTransport((to, machine) ->
                            network.apply(new Traffic(firstExitLost(new SeenNonces(to, this::saw)), traffic), machine)),
                    null);
            world.listen(output -> {
                ending.accept(output);
                if (output instanceof Output.EquityMarked read) {
                    readMs = read.cause().venueTimeMs();
                }
            });
            arrivals = new Arrivals(world);
            world.venue().listen(arrivals);
        }

        /** The first exit never arrives and nobody says so: it is read after, given up, and made again. */
        private SpoiledAct firstExitLost(VenueTransport to) {
            return new SpoiledAct(
                    to,
                    body -> body.contains("\"type\":\"order\"")
                            && body.contains("\"r\":true")
                            && !body.contains("\"tpsl\""),
                    SpoiledAct.Reply.RESET,
                    seed,
                    false,
                    () -> {},
                    () -> {});
        }

        private void saw(String signer, long nonce) {
            nonces.saw(signer, nonce, world.venue().exchange().nowMs());
        }

        @Override
        public String toString() {
            return "seed " + seed + ", jumps of " + jumped + " ms";
        }

        private void jump() {
            long ms = size(random);
            jumped.add(ms);
            if (jumps) {
                world.wall().jump(ms);
            }
        }

        void live() {
            if (random.nextInt(4) == 0) {
                jump();
            }
            world.live(ENTERED_BY_SECOND);
            assertThat(held()).as("%s: entered", this).isTrue();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                jump();
                world.live(random.nextInt(5));
                if (i == 0) {
                    close(1, "0.3");
                }
                world.live(1 + random.nextInt(40));
            }
            world.live(EXIT_AGAIN_SECONDS);
            world.wall().heal();
            long healedMs = world.venue().exchange().nowMs();
            close(2, "1");
            world.live(WITHIN_MS / 1_000 + 1);
            checkAccepted(healedMs);
            world.live(READ_WITHIN_SECONDS);
        }

        private boolean held() {
            SignedQuantity size = world.watch().books().size(VenueHost.addressOf(Scene.KEYS.getFirst()), Scene.BTC);
            return !size.isZero();
        }

        private void close(int request, String fraction) {
            TradingProcess process = world.process();
            if (process == null) {
                throw new IllegalStateException("Nothing runs");
            }
            process.request(new OperatorEvent.CloseRequested(request, "cli:campaign", Scene.BTC, Rate.of(fraction)));
        }

        private void checkAccepted(long healedMs) {
            List<Long> exits = ending.orders().values().stream()
                    .map(Output.OrderChanged::order)
                    .filter(order -> order.purpose() == OrderPurpose.EXIT)
                    .map(order -> arrivals.atMs.getOrDefault(order.id(), Long.MIN_VALUE))
                    .filter(atMs -> atMs >= healedMs)
                    .toList();
            assertThat(exits)
                    .as("%s: the venue takes an order within %s ms of the clock healing", this, WITHIN_MS)
                    .anyMatch(atMs -> atMs <= healedMs + WITHIN_MS);
        }

        /**
         * Whatever waits for a time does so once, against the same world with a right clock: as many acts of each kind (exits
         * made again, stops moved), and no storm of questions. A jump ends the waits that are on, so that each may bring a
         * question about each account forward; and it may prolong one wait to a minute, so that what is asked until then is
         * asked more often: up to twice as often in all.
         */
        void checkTimersFiredOnce() {
            Run right = new Run(seed, false, Ports.PLAIN.transport());
            right.live();
            right.check();
            Map<String, Integer> expected = right.traffic.all();
            assertThat(traffic.all().keySet()).as("%s", this).isEqualTo(expected.keySet());
            int forward = jumped.size() * Scene.KEYS.size();
            traffic.all().forEach((kind, count) -> {
                int once = expected.getOrDefault(kind, 0);
                boolean act = kind.startsWith("/exchange ");
                assertThat(count)
                        .as("%s: %s, against the same world with a right clock", this, kind)
                        .isBetween(act ? once : 0, act ? once : 2 * once + forward);
            });
        }

        void check() {
            assertThat(held()).as("%s: closed", this).isFalse();
            assertThat(world.watch().agrees()).as("%s: both sides agree", this).isTrue();
            assertThat(world.watch().view().state()).as("%s", this).isEqualTo(TradingState.ACTIVE);
            assertThat(ending.undecided()).as("%s", this).isEmpty();
            assertThat(ending.repeatedBars())
                    .as("%s: each bar is judged once", this)
                    .isEmpty();
            assertThat(nonces.furthestMs)
                    .as("%s: nonces lie near venue time", this)
                    .isLessThanOrEqualTo(NEAREST_MS);
            assertThat(readMs)
                    .as("%s: the account is read again within a minute", this)
                    .isGreaterThan(world.venue().exchange().nowMs() - READ_WITHIN_SECONDS * 1_000);
            assertThat(nonces.count).as("%s: acts", this).isGreaterThan(3);
        }
    }

    @Test
    void noncesStayUniqueAndNearTimersFireOnceAndOrdersLeaveSoonAfterTheClockHeals() throws Exception {
        int cases = Campaign.cases(200, 5_000);
        Campaign.run("clock jumps", () -> {
            int jumps = 0;
            int acts = 0;
            long furthestMs = 0;
            for (int i = 0; i < cases; i++) {
                Run run = new Run(Campaign.SEED + i);
                run.live();
                run.check();
                run.checkTimersFiredOnce();
                jumps += run.jumped.size();
                acts += run.nonces.count;
                furthestMs = Math.max(furthestMs, run.nonces.furthestMs);
            }
            return cases + " cases, " + jumps + " jumps, " + acts + " acts, nonces at most " + furthestMs
                    + " ms from venue time";
        });
    }

    @Test
    void noncesThatFollowTheMachinesClockAreCaught() throws Exception {
        Campaign.run("clock jumps, planted bug", () -> {
            int caught = 0;
            for (int i = 0; i < 20; i++) {
                Run run = new Run(Campaign.SEED + i, true, WallClockNonces::new);
                try {
                    run.live();
                    run.check();
                } catch (AssertionError | InvariantBroken found) {
                    caught++;
                }
            }
            assertThat(caught).isPositive();
            return caught + " of 20 cases caught it";
        });
    }
}
