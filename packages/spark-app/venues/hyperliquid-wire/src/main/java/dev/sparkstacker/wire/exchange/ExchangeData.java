package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import tools.jackson.databind.JsonNode;

/** The body of an accepted request. Accepted does not mean that an order is live: see the elements. */
@TaggedBy("type")
public sealed interface ExchangeData {

    /** Answer to order and batchModify. */
    @Tag("order")
    record Orders(OrderReplies data) implements ExchangeData {}

    /** Answer to cancel and cancelByCloid. */
    @Tag("cancel")
    record Cancels(CancelReplies data) implements ExchangeData {}

    /** Answer to everything that has nothing to tell. */
    @Tag("default")
    record Done() implements ExchangeData {}

    /** Answer to twapOrder. */
    @Tag("twapOrder")
    record Twap(TwapStatus data) implements ExchangeData {}

    /** Answer to twapCancel. */
    @Tag("twapCancel")
    record TwapCanceled(TwapCancelStatus data) implements ExchangeData {}

    /** Answer to createSubAccount: the new address. */
    @Tag("createSubAccount")
    record SubAccountCreated(String data) implements ExchangeData {}

    /** An undocumented answer, as it came. */
    @Fallback
    record Other(JsonNode raw) implements ExchangeData {}
}
