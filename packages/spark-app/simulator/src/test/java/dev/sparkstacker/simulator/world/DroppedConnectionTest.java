package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.hyperliquid.socket.ConnectionLimit;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.plants.ForeignFillsLost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * A connection may end at any frame: what was missed is repaired, and everything ends as if nothing had happened.
 *
 * <pre>
 *  0 s  prices turn; both markets are entered, hedged, and protected
 *  200  the script begins: each frame of the market and account connections counts
 *  240  somebody closes a part of the BTC position by hand
 *  300  a deposit arrives
 *       on the way the ETH hedge is stopped out and the ETH target is reached
 *       after 500 frames the script is over; a minute later both sides are compared
 * </pre>
 */
class DroppedConnectionTest {
    private static final int FRAMES = 500;
    private static final long SCRIPT_FROM_SECOND = 200;
    private static final long TAIL_SECONDS = 75;
    private static final long LONGEST_SECONDS = 1_200;

    /** One run of the script. */
    private static final class Run {
        private final World world;
        private final Ending ending = new Ending();
        private final List<CutLines> lines = new ArrayList<>();
        private int frames;
        private boolean over;

        Run(long seed, BooleanSupplier cuts) {
            this(seed, cuts, Ports.PLAIN);
        }

        /** @param ports a bug may be planted there */
        Run(long seed, BooleanSupplier cuts, Ports ports) {
            Setting setting = new Setting(
                    "scripted",
                    Scene.trading(List.of(Setting.macd(List.of(Scene.BTC, Scene.ETH), true))),
                    _ -> new ScriptedPrices());
            world = new World(
                    seed, setting, Set.of(), ports.withTransport((to, machine) -> add(to, machine, cuts)), null);
            world.listen(ending);
        }

        private VenueTransport add(VenueTransport transport, Machine machine, BooleanSupplier cuts) {
            CutLines cut = new CutLines(transport, machine, () -> isScript() && count() && cuts.getAsBoolean());
            lines.add(cut);
            return cut;
        }

        private boolean isScript() {
            return world.seconds() >= SCRIPT_FROM_SECOND && frames < FRAMES && !over;
        }

        private boolean count() {
            frames++;
            return true;
        }

        Ending.Facts live() {
            while (frames < FRAMES && world.seconds() < LONGEST_SECONDS) {
                world.live(1);
                act();
            }
            over = true;
            world.live(TAIL_SECONDS);
            return ending.facts(world);
        }

        private void act() {
            Scene.Keys main = Scene.KEYS.getFirst();
            if (world.seconds() == SCRIPT_FROM_SECOND + 40) {
                SignedQuantity held = world.watch().books().size(VenueHost.addressOf(main), Scene.BTC);
                long lot = Scene.INSTRUMENTS.getFirst().lot().e8();
                world.venue()
                        .tradeByHand(
                                main, Scene.INSTRUMENTS.getFirst(), new SignedQuantity(-held.e8() / 3 / lot * lot));
            } else if (world.seconds() == SCRIPT_FROM_SECOND + 100) {
                world.venue().exchange().deposit(VenueHost.addressOf(main), Usd.of("250"));
            }
        }
    }

    /** Cuts at one frame. */
    private static BooleanSupplier at(int frame) {
        int[] seen = {0};
        return () -> seen[0]++ == frame;
    }

    private static Ending.Facts undisturbed(long seed) {
        return new Run(seed, () -> false).live();
    }

    @Test
    void theScriptExercisesEverythingThatIsCompared() throws Exception {
        Campaign.run("script of " + FRAMES + " frames", () -> {
            Run run = new Run(Campaign.SEED, () -> false);
            Ending.Facts facts = run.live();
            assertThat(run.frames).isEqualTo(FRAMES);
            assertThat(facts.positions()).anyMatch(text -> text.startsWith("venue main BTC"));
            assertThat(facts.fills()).hasSizeGreaterThanOrEqualTo(7);
            assertThat(facts.filledOrders())
                    .as("entries of both legs in both markets, a stop, a target")
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(facts.restingOrders()).isNotEmpty();
            assertThat(facts.bars()).hasSizeGreaterThan(12);
            assertThat(run.ending.repeatedBars()).isEmpty();
            return "1 run of " + facts.fills().size() + " fills, "
                    + facts.filledOrders().size() + " filled orders, "
                    + facts.bars().size() + " bars";
        });
    }

    @Test
    void aDropAtAnyFrameEndsAsIfNothingHadHappened() throws Exception {
        int cases = Campaign.cases(FRAMES, 20_000);
        Campaign.run("drop at every frame", () -> {
            long seed = Campaign.SEED;
            Ending.Facts wanted = undisturbed(seed);
            for (int i = 0; i < cases; i++) {
                if (i > 0 && i % FRAMES == 0) {
                    seed++;
                    wanted = undisturbed(seed);
                }
                Run run = new Run(seed, at(i % FRAMES));
                Ending.Facts facts = run.live();
                assertThat(facts)
                        .as("seed %s, dropped at frame %s", seed, i % FRAMES)
                        .isEqualTo(wanted);
                assertThat(run.ending.repeatedBars())
                        .as("seed %s, dropped at frame %s", seed, i % FRAMES)
                        .isEmpty();
                assertThat(run.lines.getFirst().openings())
                        .as("seed %s, dropped at frame %s: it was opened again", seed, i % FRAMES)
                        .isGreaterThan(Scene.KEYS.size() + 1);
            }
            return cases + " drops";
        });
    }

    @Test
    void stormsStayUnderTheLimitOfOpeningsAndEndWell() throws Exception {
        int cases = Campaign.cases(20, 400);
        Campaign.run("disconnect storms", () -> {
            int most = 0;
            int openings = 0;
            for (int i = 0; i < cases; i++) {
                long seed = Campaign.SEED + i;
                SplittableRandom random = new SplittableRandom(seed);
                int permille = 5 + random.nextInt(400);
                Run run = new Run(seed, () -> random.nextInt(1_000) < permille);
                run.live();
                CutLines lines = run.lines.getFirst();
                most = Math.max(most, lines.mostInAMinute());
                openings += lines.openings();
                assertThat(lines.mostInAMinute())
                        .as("seed %s", seed)
                        .isLessThanOrEqualTo(ConnectionLimit.DEFAULT_PER_MINUTE);
                assertThat(run.world.watch().agrees())
                        .as("seed %s: both sides agree", seed)
                        .isTrue();
                assertThat(run.ending.undecided()).as("seed %s", seed).isEmpty();
            }
            assertThat(most)
                    .as("a storm that never comes near the limit proves nothing")
                    .isGreaterThan(10);
            return cases + " storms, " + openings + " openings, " + most + " in the worst minute";
        });
    }

    @Test
    void aFillThatIsNeverRepairedIsCaught() throws Exception {
        Campaign.run("script, planted bug", () -> {
            Run run = new Run(Campaign.SEED, () -> false, Ports.PLAIN.withEvents(ForeignFillsLost::new));
            assertThatThrownBy(() -> assertThat(run.live()).isEqualTo(undisturbed(Campaign.SEED)))
                    .isInstanceOfAny(AssertionError.class, InvariantBroken.class);
            return "caught";
        });
    }
}
