package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.WireName;

/** Which way a trigger order waits. */
public enum TpSl {
    /** Take profit: a sell above, a buy below. */
    @WireName("tp")
    TAKE_PROFIT,
    /** Stop loss: a sell below, a buy above. */
    @WireName("sl")
    STOP_LOSS
}
