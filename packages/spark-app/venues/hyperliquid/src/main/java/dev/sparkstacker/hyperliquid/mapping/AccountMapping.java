package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.wire.info.FillLiquidation;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.OrderStatus;
import dev.sparkstacker.wire.info.Position;
import dev.sparkstacker.wire.sign.Address;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Account data: the venue's shapes to the product's own. */
public final class AccountMapping {
    private AccountMapping() {}

    /** Whether a coin names a perp: spot pairs hold {@code @} or {@code /}, outcomes start with {@code #} or {@code +}. */
    public static boolean isPerp(String coin) {
        return !coin.isEmpty() && "@#+".indexOf(coin.charAt(0)) < 0 && coin.indexOf('/') < 0;
    }

    /** An execution. {@code owner} is the account's address: a liquidation may also be somebody else's. */
    public static Fill fill(dev.sparkstacker.wire.info.Fill fill, Address owner) throws Impossible {
        return Impossible.guard("fill " + fill.tid() + " of order " + fill.oid(), () -> {
            if (fill.sz().signum() <= 0 || fill.px().signum() <= 0) {
                throw new Impossible("fill " + fill.tid() + ": " + fill.sz() + " @ " + fill.px());
            }
            return new Fill(
                    fill.tid(),
                    fill.oid(),
                    cloid(fill.cloid()),
                    new MarketId(fill.coin()),
                    MarketMapping.side(fill.side()),
                    Amounts.price(fill.px()),
                    Amounts.quantity(fill.sz()),
                    Amounts.usd(fill.fee()),
                    Amounts.usd(fill.closedPnl()),
                    Amounts.signed(fill.startPosition()),
                    fill.crossed(),
                    isOwnLiquidation(fill.liquidation(), owner),
                    fill.time());
        });
    }

    private static boolean isOwnLiquidation(@Nullable FillLiquidation liquidation, Address owner) {
        if (liquidation == null) {
            return false;
        }
        String liquidated = liquidation.liquidatedUser();
        return liquidated == null || liquidated.toLowerCase(Locale.ROOT).equals(owner.text());
    }

    /** A net position. */
    public static VenuePosition position(Position position) throws Impossible {
        return Impossible.guard("position in " + position.coin(), () -> {
            BigDecimal entry = position.entryPx();
            BigDecimal liquidation = position.liquidationPx();
            if (entry == null) {
                throw new Impossible("position in " + position.coin() + ": no entry price");
            }
            return new VenuePosition(
                    new MarketId(position.coin()),
                    Amounts.signed(position.szi()),
                    Amounts.derivedPrice(entry),
                    new Leverage(position.leverage().value()),
                    marginMode(position.leverage()),
                    Amounts.usd(position.marginUsed()),
                    Amounts.usd(position.unrealizedPnl()),
                    liquidation == null ? null : Amounts.derivedPrice(liquidation));
        });
    }

    /** The margin mode of a leverage setting. */
    public static MarginMode marginMode(dev.sparkstacker.wire.info.Leverage leverage) {
        return leverage.isCross() ? MarginMode.CROSS : MarginMode.ISOLATED;
    }

    /** An open order with its trigger. */
    public static VenueOrder order(FrontendOrder order) throws Impossible {
        return Impossible.guard(
                "order " + order.oid(),
                () -> new VenueOrder(
                        order.oid(),
                        cloid(order.cloid()),
                        new MarketId(order.coin()),
                        MarketMapping.side(order.side()),
                        Amounts.price(order.limitPx()),
                        Amounts.quantity(order.sz()),
                        Amounts.quantity(order.origSz()),
                        order.reduceOnly(),
                        order.isTrigger() ? trigger(order) : null,
                        order.timestamp()));
    }

    /** Reads {@code Stop Market}, {@code Stop Limit}, {@code Take Profit Market} and {@code Take Profit Limit}. */
    private static Trigger trigger(FrontendOrder order) throws Impossible {
        String type = order.orderType();
        boolean stop = type.startsWith("Stop");
        if (!stop && !type.startsWith("Take Profit")) {
            throw new Impossible("order " + order.oid() + ": a trigger of type '" + type + "'");
        }
        TriggerKind kind = stop ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT;
        return new Trigger(kind, Amounts.price(order.triggerPx()), type.endsWith("Market"));
    }

    /** What a status means; empty for one that nobody has documented. */
    public static Optional<VenueOrderStatus> status(OrderStatus status) {
        return switch (status.phase()) {
            case LIVE ->
                Optional.of(status.equals(OrderStatus.TRIGGERED) ? VenueOrderStatus.TRIGGERED : VenueOrderStatus.OPEN);
            case FILLED -> Optional.of(VenueOrderStatus.FILLED);
            case CANCELED -> Optional.of(VenueOrderStatus.CANCELLED);
            case REJECTED -> Optional.of(VenueOrderStatus.REJECTED);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** A client id, or null where there is none or it is not of 128 bits. */
    public static @Nullable ClientOrderId cloid(@Nullable String text) {
        return text == null ? null : ClientOrderId.parse(text).orElse(null);
    }

    /** An amount of USD. */
    public static Usd usd(String what, BigDecimal value) throws Impossible {
        return Impossible.guard(what, () -> Amounts.usd(value));
    }
}
