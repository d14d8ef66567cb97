package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/** What an account's history consists of. */
public final class Records {
    private Records() {}

    /**
     * One side of a trade.
     *
     * @param direction display text such as {@code Open Long}
     * @param taker whether this side took liquidity
     * @param liquidationMark the mark price, if the fill is part of a liquidation
     */
    public record Execution(
            MarketId market,
            Side side,
            Price price,
            Quantity size,
            long timeMs,
            SignedQuantity startPosition,
            String direction,
            Usd closedPnl,
            Usd fee,
            long oid,
            @Nullable ClientOrderId cloid,
            boolean taker,
            long tradeId,
            String hash,
            @Nullable Price liquidationMark) {}

    /**
     * A public print; the addresses are null where the other side is the price source.
     *
     * @param hashNumber what its hash is made of; made only when asked for, because most prints are never shown
     */
    public record Print(
            MarketId market,
            Side aggressor,
            Price price,
            Quantity size,
            long timeMs,
            long tradeId,
            long hashNumber,
            @Nullable Address buyer,
            @Nullable Address seller) {
        /** The hash of the action it belongs to. */
        public String hash() {
            return Venue.hash(hashNumber);
        }
    }

    /** An hourly funding payment; {@code amount} is negative when paid. */
    public record Funding(MarketId market, long timeMs, Usd amount, SignedQuantity size, Rate rate) {}

    /** One settled funding rate of a market. */
    public record FundingRate(MarketId market, long timeMs, Rate rate, Rate premium) {}

    /** What kind of ledger entry. */
    public enum LedgerKind {
        DEPOSIT,
        SUB_ACCOUNT_TRANSFER,
        /** A loss beyond the account's money that the venue's insurance bore. */
        INSURANCE
    }

    /**
     * A change of money other than by trading and funding.
     *
     * @param amount signed, as the account sees it
     * @param counterparty the other account of a transfer, or null
     */
    public record LedgerEntry(
            long timeMs,
            LedgerKind kind,
            Usd amount,
            @Nullable Address counterparty) {}

    /** A liquidation as it begins. */
    public record Liquidation(long id, long timeMs, Usd notional, Usd accountValue) {}
}
