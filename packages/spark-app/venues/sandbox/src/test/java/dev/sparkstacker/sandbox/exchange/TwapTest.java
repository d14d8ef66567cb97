package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TWAP orders: a slice every 30 seconds, catch-up, the bound of 3 %, and their ends. */
class TwapTest {
    private static final long SLICE_MS = 30_000;

    private final Rig rig = new Rig();

    @AfterEach
    void booksBalance() {
        rig.assertBooksBalance();
    }

    private static VenueAction.PlaceTwap buy(String size, int minutes, boolean randomize) {
        return new VenueAction.PlaceTwap(1, Side.BUY, Quantity.of(size), false, minutes, randomize);
    }

    private long start(VenueAction.PlaceTwap order) {
        ActionResult result = rig.act(ALICE, order);
        assertThat(result).isInstanceOf(ActionResult.TwapRunning.class);
        return ((ActionResult.TwapRunning) result).twapId();
    }

    /** Lets one slice pass with a fresh book. */
    private void next() {
        rig.exchange.advanceTo(rig.exchange.nowMs() + SLICE_MS - 1);
        rig.price("2500");
        rig.exchange.advanceTo(rig.exchange.nowMs() + 1);
    }

    private List<String> sizes() {
        return rig.fills.stream().map(fill -> fill.size().toString()).toList();
    }

    @Test
    void aSizeIsWorkedInEqualSlicesAndFinishes() {
        long id = start(buy("1", 5, false));
        assertThat(sizes()).as("the first at once").containsExactly("0.1");
        for (int i = 0; i < 8; i++) {
            next();
        }
        assertThat(rig.account(ALICE).twaps().running()).hasSize(1);
        next();

        assertThat(sizes()).hasSize(10).containsOnly("0.1");
        assertThat(rig.fills).allSatisfy(fill -> {
            assertThat(fill.twapId()).isEqualTo(id);
            assertThat(fill.hash()).isEqualTo("0x" + "0".repeat(64));
        });
        assertThat(rig.account(ALICE).twaps().running()).isEmpty();
        Twap twap = rig.account(ALICE).twaps().ended().getFirst();
        assertThat(twap.status()).isEqualTo(Twap.Status.FINISHED);
        assertThat(twap.executed()).isEqualTo(Quantity.of("1"));
        assertThat(twap.executedNotional()).isEqualTo(dev.sparkstacker.domain.Usd.of("2500.1"));
    }

    @Test
    void whatCouldNotFillIsCaughtUpWithAtMostThreeSlices() {
        start(buy("1", 5, false));
        for (int i = 0; i < 4; i++) {
            rig.exchange.advanceTo(rig.exchange.nowMs() + SLICE_MS);
        }
        assertThat(sizes()).as("no book, no fill").containsExactly("0.1");
        next();
        next();

        assertThat(sizes()).containsExactly("0.1", "0.3", "0.3");
    }

    @Test
    void noSlicePaysMoreThanThreePercentAboveTheMark() {
        start(buy("1", 5, false));
        rig.exchange.advanceTo(rig.exchange.nowMs() + SLICE_MS - 1);
        rig.book("2490", "100", "2575.1", "100");
        rig.exchange.advanceTo(rig.exchange.nowMs() + 1);
        assertThat(sizes()).hasSize(1);
        rig.exchange.advanceTo(rig.exchange.nowMs() + SLICE_MS - 1);
        rig.book("2490", "100", "2575", "100");
        rig.exchange.advanceTo(rig.exchange.nowMs() + 1);

        assertThat(sizes()).containsExactly("0.1", "0.2");
    }

    @Test
    void randomisedSlicesDifferByAFifthAtMostAndStillAddUp() {
        start(buy("10", 10, true));
        for (int i = 0; i < 19; i++) {
            next();
        }

        assertThat(rig.account(ALICE).size(ETH)).isEqualTo(SignedQuantity.of("10"));
        assertThat(sizes().stream().distinct().count()).isGreaterThan(5);
        assertThat(rig.account(ALICE).twaps().ended().getFirst().status()).isEqualTo(Twap.Status.FINISHED);
    }

    @Test
    void aCancelledTwapIsTerminatedOnce() {
        long id = start(buy("1", 5, false));

        assertThat(rig.act(ALICE, new VenueAction.CancelTwap(1, id)))
                .isEqualTo(new ActionResult.TwapCanceled(Optional.empty()));
        assertThat(rig.act(ALICE, new VenueAction.CancelTwap(1, id)))
                .isEqualTo(new ActionResult.TwapCanceled(
                        Optional.of("TWAP was never placed, already canceled, or filled.")));
        next();
        assertThat(sizes()).hasSize(1);
        assertThat(rig.twaps)
                .hasSize(2)
                .last()
                .satisfies(twap -> assertThat(twap.status()).isEqualTo(Twap.Status.TERMINATED));
    }

    @Test
    void aReduceOnlyTwapEndsWithThePosition() {
        rig.place(ALICE, Rig.limit(Side.BUY, "0.15", "2600", Tif.IOC));
        start(new VenueAction.PlaceTwap(1, Side.SELL, Quantity.of("1"), true, 5, false));
        next();
        assertThat(rig.account(ALICE).positions())
                .as("0.1 and the rest of 0.05")
                .isEmpty();
        next();

        assertThat(rig.account(ALICE).twaps().ended().getFirst().status()).isEqualTo(Twap.Status.TERMINATED);
    }

    @Test
    void mistakesAreRefusedWithTheVenuesTexts() {
        assertThat(rig.act(ALICE, buy("1", 1, false)))
                .isEqualTo(new ActionResult.TwapRefused("Invalid TWAP duration: 1 min(s)"));
        assertThat(rig.act(ALICE, buy("1", 10_081, false)))
                .isEqualTo(new ActionResult.TwapRefused("Invalid TWAP duration: 10081 min(s)"));
        assertThat(rig.act(ALICE, buy("0.0399", 10, false)))
                .isEqualTo(new ActionResult.TwapRefused(
                        "TWAP order value too small. Min is $100, which is $10 per minute."));
        assertThat(rig.act(ALICE, new VenueAction.PlaceTwap(1, Side.SELL, Quantity.of("1"), true, 5, false)))
                .isEqualTo(new ActionResult.TwapRefused("Reduce-only TWAP order would increase position."));
    }
}
