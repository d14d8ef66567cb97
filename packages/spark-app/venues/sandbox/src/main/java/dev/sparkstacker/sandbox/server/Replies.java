package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.sandbox.exchange.ActionResult;
import dev.sparkstacker.wire.exchange.CancelReplies;
import dev.sparkstacker.wire.exchange.CancelReply;
import dev.sparkstacker.wire.exchange.ExchangeData;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.exchange.OrderReplies;
import dev.sparkstacker.wire.exchange.OrderReply;
import dev.sparkstacker.wire.exchange.TwapCancelStatus;
import dev.sparkstacker.wire.exchange.TwapReply;
import dev.sparkstacker.wire.exchange.TwapStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results of the exchange in the venue's shapes. */
final class Replies {
    private Replies() {}

    static ExchangeResponse refused(String text) {
        return new ExchangeResponse.Refused(text);
    }

    static ExchangeResponse of(ActionResult result) {
        return switch (result) {
            case ActionResult.Refused(String text) -> refused(text);
            case ActionResult.Orders(List<ActionResult.OrderResult> results) ->
                new ExchangeResponse.Accepted(new ExchangeData.Orders(
                        new OrderReplies(results.stream().map(Replies::order).toList())));
            case ActionResult.Cancels(List<Optional<String>> errors) ->
                new ExchangeResponse.Accepted(new ExchangeData.Cancels(
                        new CancelReplies(errors.stream().map(Replies::cancel).toList())));
            case ActionResult.Done _ -> new ExchangeResponse.Accepted(new ExchangeData.Done());
            case ActionResult.TwapRunning(long twapId) -> twap(new TwapReply.Running(twapId));
            case ActionResult.TwapRefused(String text) -> twap(new TwapReply.Failed(text));
            case ActionResult.TwapCanceled(Optional<String> error) ->
                new ExchangeResponse.Accepted(new ExchangeData.TwapCanceled(new TwapCancelStatus(cancel(error))));
            case ActionResult.SubAccountCreated created ->
                new ExchangeResponse.Accepted(
                        new ExchangeData.SubAccountCreated(created.address().hex()));
        };
    }

    private static ExchangeResponse twap(TwapReply reply) {
        return new ExchangeResponse.Accepted(new ExchangeData.Twap(new TwapStatus(reply)));
    }

    private static OrderReply order(ActionResult.OrderResult result) {
        return switch (result) {
            case ActionResult.OrderResult.Resting resting ->
                new OrderReply.Resting(resting.oid(), cloid(resting.cloid()));
            case ActionResult.OrderResult.Filled filled ->
                new OrderReply.Filled(
                        Decimals.of(filled.size()),
                        Decimals.of(filled.averagePrice()),
                        filled.oid(),
                        cloid(filled.cloid()));
            case ActionResult.OrderResult.Failed failed -> new OrderReply.Failed(failed.text());
            case ActionResult.OrderResult.WaitingForFill _ -> new OrderReply.WaitingForFill();
            case ActionResult.OrderResult.WaitingForTrigger _ -> new OrderReply.WaitingForTrigger();
        };
    }

    private static CancelReply cancel(Optional<String> error) {
        return error.<CancelReply>map(CancelReply.Failed::new).orElseGet(CancelReply.Success::new);
    }

    private static @Nullable String cloid(@Nullable ClientOrderId cloid) {
        return cloid == null ? null : cloid.toString();
    }
}
