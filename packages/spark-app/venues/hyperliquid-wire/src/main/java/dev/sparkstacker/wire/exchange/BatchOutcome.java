package dev.sparkstacker.wire.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What became of a batch, with the three layers folded into one.
 *
 * @param <T> reply to one element
 */
public sealed interface BatchOutcome<T> {

    /** One reply for each element, in order. */
    record PerElement<T>(List<T> replies) implements BatchOutcome<T> {}

    /** One error for all elements: the request was refused, or the venue answered a batch with a single error. */
    record AllFailed<T>(String message) implements BatchOutcome<T> {}

    /** The answer does not fit the request; what happened is unknown and must be asked. */
    record Mismatched<T>(String detail) implements BatchOutcome<T> {}

    /** The outcome of an order or batchModify with the given number of elements. */
    static BatchOutcome<OrderReply> ofOrders(ExchangeResponse response, int elements) {
        return switch (response) {
            case ExchangeResponse.Refused(String message) -> new AllFailed<>(message);
            case ExchangeResponse.Accepted(ExchangeData.Orders(OrderReplies(List<OrderReply> replies))) ->
                fold(replies, elements, errorOf(replies));
            case ExchangeResponse.Accepted(ExchangeData other) -> new Mismatched<>("not an answer to orders: " + other);
        };
    }

    /** The outcome of a cancel or cancelByCloid with the given number of elements. */
    static BatchOutcome<CancelReply> ofCancels(ExchangeResponse response, int elements) {
        return switch (response) {
            case ExchangeResponse.Refused(String message) -> new AllFailed<>(message);
            case ExchangeResponse.Accepted(ExchangeData.Cancels(CancelReplies(List<CancelReply> replies))) ->
                fold(
                        replies,
                        elements,
                        replies.size() == 1 && replies.getFirst() instanceof CancelReply.Failed(String message)
                                ? Optional.of(message)
                                : Optional.empty());
            case ExchangeResponse.Accepted(ExchangeData other) ->
                new Mismatched<>("not an answer to cancels: " + other);
        };
    }

    private static Optional<String> errorOf(List<OrderReply> replies) {
        return replies.size() == 1 && replies.getFirst() instanceof OrderReply.Failed(String message)
                ? Optional.of(message)
                : Optional.empty();
    }

    private static <T> BatchOutcome<T> fold(List<T> replies, int elements, Optional<String> singleError) {
        if (replies.size() == elements) {
            return new PerElement<>(replies);
        } else if (singleError.isPresent()) {
            return new AllFailed<>(singleError.get());
        }
        return new Mismatched<>(replies.size() + " replies to " + elements + " elements");
    }
}
