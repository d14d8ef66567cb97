package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ExchangeClient;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.CancelSpec;
import dev.sparkstacker.wire.exchange.CloidCancelSpec;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.ModifySpec;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Tif;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every kind of action, sent with every kind of lost answer: the client says that it does not know, and the same bytes sent
 * again are executed once altogether.
 */
class ActOutcomeTest {
    /** Longer than a request can take, and than acts pause after a 429. */
    private static final long PAUSE_MS = 40_000;

    private static final BigDecimal LOW = new BigDecimal("80000");
    private static final BigDecimal SIZE = new BigDecimal("0.001");

    /** What can be sent. */
    private enum Kind {
        ORDER,
        BATCH,
        CANCEL,
        CANCEL_BY_CLOID,
        MODIFY,
        BATCH_MODIFY,
        UPDATE_LEVERAGE,
        UPDATE_ISOLATED_MARGIN,
        SCHEDULE_CANCEL,
        TRANSFER,
        NOOP
    }

    /** One case: what is sent, what is heard, whether the venue gets it. */
    private record Case(Kind kind, SpoiledAct.Reply reply, boolean arrives, long seed) {
        /** Draws what the case does not say, such as which of the server's errors is heard. */
        private long lot() {
            return (seed * 31 + List.of(Kind.values()).indexOf(kind)) * 2 + (arrives ? 1 : 0);
        }
    }

    /** One case, lived through. */
    private static final class Run {
        private final Case drawn;
        private final List<SpoiledAct> spoiled = new ArrayList<>();
        private final ConnectorRig rig;
        private boolean spoils;
        private @Nullable ActReply heard;
        private @Nullable SignedAct act;
        private long before;
        private long executed;
        private @Nullable ActReply again;
        private @Nullable Exception thrown;

        Run(Case drawn) {
            this.drawn = drawn;
            Setting setting = new Setting(
                    "scripted",
                    Scene.trading(List.of(Setting.macd(List.of(Scene.BTC), false))),
                    _ -> new ScriptedPrices());
            rig = new ConnectorRig(drawn.seed, setting, ConnectorListener.NONE, (to, _) -> {
                SpoiledAct act =
                        new SpoiledAct(to, _ -> spoils, drawn.reply, drawn.lot(), drawn.arrives, () -> {}, () -> {});
                spoiled.add(act);
                return act;
            });
        }

        private long actions() {
            return rig.venue().exchange().counters().actions();
        }

        void live() {
            rig.start(_ -> {});
            attempt(this::first);
            rig.run(PAUSE_MS);
            attempt(this::second);
        }

        private void attempt(Attempt attempt) {
            rig.task(() -> {
                try {
                    attempt.run();
                } catch (NonceException e) {
                    thrown = e;
                }
            });
            rig.run(PAUSE_MS);
        }

        /** Part of a case that may fail. */
        private interface Attempt {
            void run() throws NonceException, InterruptedException;
        }

        private void first() throws NonceException, InterruptedException {
            ExchangeClient client = rig.connector().exchange();
            SignedAct signed = sign(client, action(rest(client)));
            act = signed;
            before = actions();
            spoils = true;
            heard = client.send(signed, Priority.ACT);
            spoils = false;
            spoiled.getFirst().forget();
        }

        private void second() throws InterruptedException {
            SignedAct signed = act;
            if (signed != null) {
                again = rig.connector().exchange().send(signed, Priority.ACT);
                executed = actions() - before;
            }
        }

        private SignedAct sign(ExchangeClient client, Action action) throws NonceException {
            Scene.Keys main = Scene.KEYS.getFirst();
            var nonces = rig.connector().nonces(main.access());
            return action instanceof Action.UserSigned own
                    ? client.sign(main.owner(), own, rig.connector().venueTimeMs())
                    : client.sign(main.agent(), nonces, action, null, null);
        }

        /** Something that can be cancelled and modified. */
        private long rest(ExchangeClient client) throws NonceException, InterruptedException {
            ActReply placed = client.send(
                    sign(client, new Action.Order(List.of(order(LOW, 1)), Grouping.NONE, null)), Priority.ACT);
            assertThat(placed).isInstanceOf(ActReply.Answered.class);
            return rig.venue().exchange().counters().oid();
        }

        private static String cloid(int number) {
            return String.format(Locale.ROOT, "0x%032x", 0xabc00 + number);
        }

        private static OrderSpec order(BigDecimal price, int number) {
            return new OrderSpec(0, true, price, SIZE, false, new OrderType.Limit(Tif.GTC), cloid(number));
        }

        private Action action(long resting) {
            OrderSpec changed = order(LOW.subtract(BigDecimal.TEN), 3);
            return switch (drawn.kind) {
                case ORDER -> new Action.Order(List.of(order(LOW, 2)), Grouping.NONE, null);
                case BATCH -> new Action.Order(List.of(order(LOW, 2), order(LOW, 3)), Grouping.NONE, null);
                case CANCEL -> new Action.Cancel(List.of(new CancelSpec(0, resting)), false);
                case CANCEL_BY_CLOID -> new Action.CancelByCloid(List.of(new CloidCancelSpec(0, cloid(1))), false);
                case MODIFY -> new Action.Modify(new OrderRef.Oid(resting), changed, false);
                case BATCH_MODIFY ->
                    new Action.BatchModify(List.of(new ModifySpec(new OrderRef.Oid(resting), changed)), false);
                case UPDATE_LEVERAGE -> new Action.UpdateLeverage(1, false, 7);
                case UPDATE_ISOLATED_MARGIN -> new Action.UpdateIsolatedMargin(0, true, 1_000_000);
                case SCHEDULE_CANCEL ->
                    new Action.ScheduleCancel(rig.connector().venueTimeMs() + 3_600_000);
                case TRANSFER ->
                    new Action.UsdClassTransfer(
                            "0x66eee", "Mainnet", "5", false, rig.connector().venueTimeMs());
                case NOOP -> new Action.Noop();
            };
        }

        void check() {
            assertThat(thrown).as("%s", drawn).isNull();
            assertThat(rig.failures()).as("%s", drawn).isEmpty();
            assertThat(spoiled.getFirst().struck()).as("%s: was sent", drawn).isPositive();
            assertThat(heard).as("%s: nobody knows what became of it", drawn).isInstanceOf(ActReply.Unknown.class);
            assertThat(executed).as("%s: executed once altogether", drawn).isEqualTo(1);
            if (drawn.arrives) {
                assertThat(again)
                        .as("%s: it went through before", drawn)
                        .isInstanceOf(ActReply.Unknown.class)
                        .asString()
                        .contains("an earlier sending went through");
            } else {
                assertThat(again).as("%s", drawn).isInstanceOf(ActReply.Answered.class);
            }
        }
    }

    @Test
    void anActWhoseAnswerIsLostIsUnknownAndItsBytesAreExecutedOnce() throws Exception {
        int seeds = Campaign.cases(1, 50);
        Campaign.run("acts with lost answers", () -> {
            int cases = 0;
            for (int i = 0; i < seeds; i++) {
                for (Kind kind : Kind.values()) {
                    for (SpoiledAct.Reply reply : SpoiledAct.Reply.values()) {
                        for (boolean arrives : new boolean[] {true, false}) {
                            Run run = new Run(new Case(kind, reply, arrives, Campaign.SEED + i));
                            run.live();
                            run.check();
                            cases++;
                        }
                    }
                }
            }
            return cases + " cases";
        });
    }
}
