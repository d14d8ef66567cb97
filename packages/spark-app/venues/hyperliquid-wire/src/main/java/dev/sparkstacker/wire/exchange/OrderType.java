package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.WireNumber;
import dev.sparkstacker.wire.json.Canonical;
import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Tag;
import java.math.BigDecimal;

/** A limit order or one that waits for the mark price. */
@ExternallyTagged
public sealed interface OrderType {

    /** A limit order. */
    @Tag("limit")
    record Limit(Tif tif) implements OrderType {}

    /**
     * A trigger order.
     *
     * @param isMarket true to become an IOC at the limit price, false a limit order
     */
    @Tag("trigger")
    @Canonical
    record Trigger(boolean isMarket, BigDecimal triggerPx, TpSl tpsl) implements OrderType {
        /** Checks that the trigger price can be written exactly. */
        public Trigger {
            WireNumber.wire(triggerPx);
        }
    }
}
