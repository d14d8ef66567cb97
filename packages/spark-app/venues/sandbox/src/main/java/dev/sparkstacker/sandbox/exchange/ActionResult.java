package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an action. */
public sealed interface ActionResult {
    /** What became of one order. */
    sealed interface OrderResult {
        record Resting(long oid, @Nullable ClientOrderId cloid) implements OrderResult {}

        /**
         * It filled, perhaps partly.
         *
         * @param averagePrice size-weighted, rounded half up
         */
        record Filled(
                Quantity size,
                Price averagePrice,
                long oid,
                @Nullable ClientOrderId cloid) implements OrderResult {}

        record Failed(String text) implements OrderResult {}

        record WaitingForFill(long oid) implements OrderResult {}

        record WaitingForTrigger(long oid) implements OrderResult {}
    }

    /** The whole action was refused. */
    record Refused(String text) implements ActionResult {}

    record Orders(List<OrderResult> results) implements ActionResult {}

    /** One error text, or empty for success, for each element. */
    record Cancels(List<Optional<String>> errors) implements ActionResult {}

    record Done() implements ActionResult {}

    record SubAccountCreated(Address address) implements ActionResult {}

    /** A TWAP order runs. */
    record TwapRunning(long twapId) implements ActionResult {}

    record TwapRefused(String text) implements ActionResult {}

    /** What became of the cancel of a TWAP order: an error's text, or empty for success. */
    record TwapCanceled(Optional<String> error) implements ActionResult {}
}
