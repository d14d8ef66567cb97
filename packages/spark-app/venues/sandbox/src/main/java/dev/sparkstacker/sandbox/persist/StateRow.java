package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.sandbox.exchange.AccountState;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.LedgerDetail;
import dev.sparkstacker.sandbox.exchange.OrderState;
import dev.sparkstacker.sandbox.exchange.TwapState;
import dev.sparkstacker.sandbox.exchange.VenueState;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import org.jspecify.annotations.Nullable;

/** One outcome. Prices, sizes and amounts are in units of 10<sup>-8</sup>, rates in 10<sup>-12</sup>. */
@TaggedBy("k")
public sealed interface StateRow {
    /** An account as it stands now; the newest row of an address wins. */
    @Tag("account")
    record AccountRow(AccountState state) implements StateRow {}

    /** An order that ended. */
    @Tag("ended")
    record EndedRow(OrderState order) implements StateRow {}

    /** A fill. */
    @Tag("fill")
    record FillRow(
            String account,
            String coin,
            boolean buy,
            long priceE8,
            long sizeE8,
            long timeMs,
            long startPositionE8,
            String direction,
            long closedPnlE8,
            long feeE8,
            long oid,
            @Nullable String cloid,
            boolean taker,
            long tradeId,
            String hash,
            @Nullable LiquidationRow liquidation,
            @Nullable Long twapId)
            implements StateRow {}

    /** How a fill was part of a liquidation. */
    record LiquidationRow(String user, long markE8, String method) {}

    /** A funding payment. */
    @Tag("funding")
    record FundingRow(String account, String coin, long timeMs, long amountE8, long sizeE8, long rateE12)
            implements StateRow {}

    /** A ledger entry. */
    @Tag("ledger")
    record LedgerRow(String account, long timeMs, long amountE8, long feeE8, LedgerDetail detail) implements StateRow {}

    /** A TWAP order that ended. */
    @Tag("twap")
    record TwapRow(String account, TwapState state) implements StateRow {}

    /** What the exchange remembers besides accounts; the newest row wins. */
    @Tag("venue")
    record VenueRow(VenueState state) implements StateRow {}

    /** An agent; the newest row of an address wins. */
    @Tag("agent")
    record AgentRow(AgentRegistry.Agent agent) implements StateRow {}

    /** Agents as a whole were written before this row: those not named since are gone. */
    @Tag("agents")
    record AgentsRow() implements StateRow {}

    /** A used nonce. */
    @Tag("nonce")
    record NonceRow(String signer, long nonce) implements StateRow {}

    /** Where the generated prices of this data folder begin. */
    @Tag("genesis")
    record GenesisRow(long genesisMs) implements StateRow {}
}
