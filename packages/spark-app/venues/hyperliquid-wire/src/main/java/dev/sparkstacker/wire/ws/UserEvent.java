package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.TwapSliceFill;
import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Key;
import dev.sparkstacker.wire.json.Scalar;
import dev.sparkstacker.wire.json.Tag;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One message on channel {@code user}; it does not say whose. */
@ExternallyTagged
public sealed interface UserEvent {

    /** Executions. */
    @Tag("fills")
    @Scalar
    record Fills(List<Fill> fills) implements UserEvent {}

    /** Funding was paid. */
    @Tag("funding")
    record Funding(long time, String coin, BigDecimal usdc, BigDecimal szi, BigDecimal fundingRate)
            implements UserEvent {}

    /** The account was liquidated. */
    @Tag("liquidation")
    record Liquidation(
            long lid,
            String liquidator,
            @Key("liquidated_user") String liquidatedUser,
            @Key("liquidated_ntl_pos") BigDecimal liquidatedNtlPos,
            @Key("liquidated_account_value") BigDecimal liquidatedAccountValue)
            implements UserEvent {}

    /** Orders were cancelled by the venue. */
    @Tag("nonUserCancel")
    @Scalar
    record NonUserCancel(List<CanceledOrder> orders) implements UserEvent {}

    /** Fills of TWAP orders. */
    @Tag("twapSliceFills")
    @Scalar
    record TwapSliceFills(List<TwapSliceFill> fills) implements UserEvent {}

    /** Another event, as it came. */
    @Fallback
    record Other(JsonNode raw) implements UserEvent {}

    /** Names a cancelled order. */
    record CanceledOrder(String coin, long oid) {}
}
