package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.plants.ResentWithNewNonce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever is lost of an act or its answer: nothing is done twice, nothing is called rejected or absent without proof (the
 * world's own checks hold each of these against the venue's truth, at every step), and in the end everything is decided.
 *
 * <pre>
 *  0 s   prices turn; leverage is set, an entry is sent and protected by a stop and a target in one action
 *  150   a person closes half of it: an exit is sent, then a smaller stop and target, and the larger ones are cancelled
 *  200   a person closes the rest
 *  290   both sides are compared
 * </pre>
 *
 * <p>ABSENT: the act never reaches the venue. EXISTS: it does, and rests or ends there without a trade. FILLED: it does, and
 * trades, or what it protects or cancels trades in the same moment. Setting the leverage trades nothing: its EXISTS and FILLED
 * are one case, taken twice with other draws of the server's error.
 */
class UnknownOutcomeCampaignTest {
    private static final long HALF_AT_SECOND = 150;
    private static final long CLOSE_AT_SECOND = 200;
    private static final long END_SECOND = 290;
    private static final long SPIKE_NANOS = 1_500_000_000L;
    private static final int BTC = 0;

    /** What the product sends. */
    private enum Act {
        SET_LEVERAGE,
        ENTRY,
        PROTECTION,
        EXIT,
        CANCEL;

        /** Whether a posted body is this act. */
        private boolean is(String body) {
            boolean order = body.contains("\"type\":\"order\"");
            boolean reduces = body.contains("\"r\":true");
            boolean trigger = body.contains("\"tpsl\"");
            return switch (this) {
                case SET_LEVERAGE -> body.contains("\"type\":\"updateLeverage\"");
                case ENTRY -> order && !reduces;
                case PROTECTION -> order && trigger;
                case EXIT -> order && reduces && !trigger;
                case CANCEL -> body.contains("\"type\":\"cancelByCloid\"");
            };
        }
    }

    private enum Truth {
        EXISTS,
        FILLED,
        ABSENT
    }

    private record Case(Act act, SpoiledAct.Reply reply, Truth truth, long seed) {
        /** Draws what the case does not say, such as which of the server's errors is heard. */
        private long lot() {
            long place = List.of(Act.values()).indexOf(act) * 31L
                    + List.of(Truth.values()).indexOf(truth);
            return seed * 961 + place;
        }
    }

    private static List<Case> cases(int seeds) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            for (Act act : Act.values()) {
                for (SpoiledAct.Reply reply : SpoiledAct.Reply.values()) {
                    for (Truth truth : Truth.values()) {
                        cases.add(new Case(act, reply, truth, Campaign.SEED + i));
                    }
                }
            }
        }
        return cases;
    }

    /** One case, lived through. */
    private static final class Run {
        private final Case drawn;
        private final World world;
        private final Ending ending = new Ending();
        private final List<SpoiledAct> spoiled = new ArrayList<>();

        Run(Case drawn) {
            this(drawn, Ports.PLAIN.transport());
        }

        /** @param network a bug may be planted there */
        Run(Case drawn, Ports.Transports network) {
            this.drawn = drawn;
            Setting setting = new Setting(
                    "scripted",
                    Scene.trading(List.of(Setting.macd(List.of(Scene.BTC), false))),
                    _ -> new ScriptedPrices());
            world = new World(
                    drawn.seed,
                    setting,
                    Set.of(),
                    Ports.PLAIN.withTransport((to, machine) -> network.apply(spoil(to), machine)),
                    null);
            world.listen(ending);
        }

        private VenueTransport spoil(VenueTransport transport) {
            SpoiledAct act = new SpoiledAct(
                    transport,
                    drawn.act::is,
                    drawn.reply,
                    drawn.lot(),
                    drawn.truth != Truth.ABSENT,
                    () -> shock(beforePpm()),
                    () -> shock(afterPpm()));
            spoiled.add(act);
            return act;
        }

        /** Prices run away from an order that is to exist without a trade; the stop that is to be cancelled is jumped over. */
        private long beforePpm() {
            return switch (drawn.act) {
                case ENTRY -> drawn.truth == Truth.EXISTS ? 12_000 : 0;
                case EXIT -> drawn.truth == Truth.EXISTS ? -12_000 : 0;
                case CANCEL -> drawn.truth == Truth.FILLED ? -30_000 : 0;
                case SET_LEVERAGE, PROTECTION -> 0;
            };
        }

        /** A stop that is to be filled is jumped over as soon as it rests. */
        private long afterPpm() {
            return drawn.act == Act.PROTECTION && drawn.truth == Truth.FILLED ? -30_000 : 0;
        }

        /** Moves the price at once, and back after a moment, so that no bar closes on it and no strategy acts on it. */
        private void shock(long ppm) {
            if (ppm != 0) {
                world.venue().shock(BTC, ppm);
                var _ = world.timeline().after(SPIKE_NANOS, () -> world.venue().shock(BTC, -ppm));
            }
        }

        void live() {
            world.live(HALF_AT_SECOND);
            close(1, "0.5");
            world.live(CLOSE_AT_SECOND - HALF_AT_SECOND);
            close(2, "1");
            world.live(END_SECOND - CLOSE_AT_SECOND);
        }

        private void close(int request, String fraction) {
            TradingProcess process = world.process();
            if (process == null) {
                throw new IllegalStateException("Nothing runs");
            }
            process.request(new OperatorEvent.CloseRequested(request, "cli:campaign", Scene.BTC, Rate.of(fraction)));
        }

        void check() {
            assertThat(spoiled.getFirst().struck())
                    .as("%s: the act was sent", drawn)
                    .isPositive();
            assertThat(ending.undecided())
                    .as("%s: what is still undecided", drawn)
                    .isEmpty();
            assertThat(world.watch().agrees()).as("%s: both sides agree", drawn).isTrue();
            assertThat(world.watch().view().state()).as("%s", drawn).isEqualTo(TradingState.ACTIVE);
            checkPositionsAreClosed();
            checkTheSpoiledOrders();
        }

        private void checkPositionsAreClosed() {
            Account account = world.venue().exchange().account(VenueHost.addressOf(Scene.KEYS.getFirst()));
            if (account == null) {
                throw new IllegalStateException("The venue has no account");
            }
            assertThat(account.positions().stream().map(Position::size))
                    .as("%s: closed by its stop or by the person", drawn)
                    .allMatch(size -> size.isZero());
            assertThat(account.openOrders().stream().map(Order::cloid))
                    .as("%s: nothing is left resting", drawn)
                    .isEmpty();
        }

        private void checkTheSpoiledOrders() {
            String body = spoiled.getFirst().body();
            boolean places = drawn.act != Act.CANCEL && drawn.act != Act.SET_LEVERAGE;
            if (body == null || !places) {
                return;
            }
            List<Output.OrderChanged> struck = ending.orders().values().stream()
                    .filter(order -> body.contains(order.order().id().toString()))
                    .toList();
            assertThat(struck).as("%s: the orders of the spoiled act", drawn).isNotEmpty();
            for (Output.OrderChanged order : struck) {
                boolean known = world.watch().books().knows(order.order().id());
                assertThat(known).as("%s: at the venue", drawn).isEqualTo(drawn.truth != Truth.ABSENT);
                assertThat(order.state() == OrderState.ABSENT)
                        .as("%s: %s", drawn, order)
                        .isEqualTo(drawn.truth == Truth.ABSENT);
                boolean mayFill = order.order().purpose() != OrderPurpose.TARGET;
                assertThat(order.state() == OrderState.FILLED)
                        .as("%s: %s", drawn, order)
                        .isEqualTo(mayFill && drawn.truth == Truth.FILLED);
            }
        }
    }

    @Test
    void everyActWithEveryReplyAndEveryTruthIsDecidedByProof() throws Exception {
        List<Case> cases = cases(Campaign.cases(1, 50));
        Campaign.run("unknown outcomes", () -> {
            for (Case drawn : cases) {
                Run run = new Run(drawn);
                try {
                    run.live();
                } catch (RuntimeException broken) {
                    throw new AssertionError(drawn + ": " + broken.getMessage(), broken);
                }
                run.check();
            }
            return cases.size() + " cases";
        });
    }

    @Test
    void aConnectorThatSendsAgainWithANewNonceIsCaught() throws Exception {
        Campaign.run("unknown outcomes, planted bug", () -> {
            int caught = 0;
            List<Case> entries =
                    cases(1).stream().filter(drawn -> drawn.act == Act.ENTRY).toList();
            for (Case drawn : entries) {
                Run run = new Run(drawn, ResentWithNewNonce::new);
                try {
                    run.live();
                    run.check();
                } catch (AssertionError | InvariantBroken found) {
                    caught++;
                }
            }
            assertThat(caught).isPositive();
            return caught + " of " + entries.size() + " cases caught it";
        });
    }
}
