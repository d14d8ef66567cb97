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
     * @param liquidation the liquidation that the trade was part of, on either side of it, or null
     * @param twapId the TWAP order that the fill was a slice of, or null
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
            @Nullable LiquidationTag liquidation,
            @Nullable Long twapId) {
        /** Whether it liquidated the given account, not merely traded with one that was. */
        public boolean liquidates(Address account) {
            return liquidation != null && liquidation.user().equals(account);
        }
    }

    /** How a position is taken from an account below maintenance margin, with the venue's spelling. */
    public enum LiquidationMethod {
        /** Closed in the book. */
        MARKET("market"),
        /** Taken over by the liquidator vault, or closed against the opposite side. */
        BACKSTOP("backstop");

        private final String text;

        LiquidationMethod(String text) {
            this.text = text;
        }

        /** The venue's spelling. */
        public String text() {
            return text;
        }
    }

    /** Marks both sides of a trade as part of a liquidation. */
    public record LiquidationTag(Address user, Price mark, LiquidationMethod method) {}

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

    /**
     * A liquidation as it begins.
     *
     * @param liquidator the liquidator vault
     */
    public record Liquidation(long id, long timeMs, Address liquidator, Usd notional, Usd accountValue) {}
}
