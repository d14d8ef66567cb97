package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.Tif;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.TpSl;
import dev.sparkstacker.wire.exchange.TwapSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posted actions as the exchange's. */
final class ActionTranslator {
    private static final long MICRO = 100;
    private static final Pattern VALID_UNTIL = Pattern.compile("(.*?) ?valid_until (\\d{1,18})");

    private ActionTranslator() {}

    /**
     * Translates.
     *
     * @return empty for an action that the sandbox does not have
     * @throws IllegalArgumentException if a value cannot be what the action needs
     */
    static Optional<VenueAction> translate(Action action) {
        return switch (action) {
            case Action.Order order ->
                Optional.of(new VenueAction.Place(
                        order.orders().stream().map(ActionTranslator::ticket).toList(), grouping(order.grouping())));
            case Action.Cancel cancel ->
                Optional.of(new VenueAction.Cancel(cancel.cancels().stream()
                        .map(spec ->
                                new VenueAction.CancelTarget(spec.asset(), new VenueAction.Target.ByOid(spec.oid())))
                        .toList()));
            case Action.CancelByCloid cancel ->
                Optional.of(new VenueAction.Cancel(cancel.cancels().stream()
                        .map(spec -> new VenueAction.CancelTarget(
                                spec.asset(), new VenueAction.Target.ByCloid(cloid(spec.cloid()))))
                        .toList()));
            case Action.Modify modify ->
                Optional.of(new VenueAction.Modify(
                        java.util.List.of(modification(modify.oid(), modify.order())), modify.alwaysPlace(), true));
            case Action.BatchModify modify ->
                Optional.of(new VenueAction.Modify(
                        modify.modifies().stream()
                                .map(spec -> modification(spec.oid(), spec.order()))
                                .toList(),
                        modify.alwaysPlace(),
                        false));
            case Action.ScheduleCancel schedule -> Optional.of(new VenueAction.ScheduleCancel(schedule.time()));
            case Action.UpdateLeverage update ->
                Optional.of(new VenueAction.UpdateLeverage(update.asset(), update.isCross(), update.leverage()));
            case Action.UpdateIsolatedMargin update ->
                Optional.of(new VenueAction.UpdateIsolatedMargin(
                        update.asset(), new Usd(Math.multiplyExact(update.ntli(), MICRO))));
            case Action.ApproveAgent approve -> Optional.of(approve(approve));
            case Action.CreateSubAccount create -> Optional.of(new VenueAction.CreateSubAccount(create.name()));
            case Action.Noop _ -> Optional.of(new VenueAction.Noop());
            case Action.TwapOrder twap -> Optional.of(twap(twap));
            case Action.TwapCancel cancel -> Optional.of(new VenueAction.CancelTwap(cancel.asset(), cancel.twapId()));
            default -> MoneyTranslator.translate(action);
        };
    }

    private static VenueAction.Modification modification(OrderRef ref, OrderSpec order) {
        VenueAction.Target target = switch (ref) {
            case OrderRef.Oid(long oid) -> new VenueAction.Target.ByOid(oid);
            case OrderRef.Cloid(String cloid) -> new VenueAction.Target.ByCloid(cloid(cloid));
        };
        return new VenueAction.Modification(target, ticket(order));
    }

    private static OrderTicket ticket(OrderSpec spec) {
        String cloid = spec.cloid();
        return new OrderTicket(
                spec.asset(),
                spec.isBuy() ? Side.BUY : Side.SELL,
                new Price(FixedPoint.fromBigDecimal(spec.limitPx())),
                new Quantity(FixedPoint.fromBigDecimal(spec.size())),
                spec.reduceOnly(),
                tif(spec.type()),
                trigger(spec.type()),
                cloid == null ? null : cloid(cloid));
    }

    private static Tif tif(OrderType type) {
        return switch (type) {
            case OrderType.Limit(var tif) ->
                switch (tif) {
                    case ALO -> Tif.ALO;
                    case IOC -> Tif.IOC;
                    case GTC -> Tif.GTC;
                    case FRONTEND_MARKET -> Tif.FRONTEND_MARKET;
                    case LIQUIDATION_MARKET ->
                        throw new IllegalArgumentException("LiquidationMarket is the venue's own");
                };
            case OrderType.Trigger trigger -> trigger.isMarket() ? Tif.IOC : Tif.GTC;
        };
    }

    private static @Nullable Trigger trigger(OrderType type) {
        return switch (type) {
            case OrderType.Limit _ -> null;
            case OrderType.Trigger trigger ->
                new Trigger(
                        trigger.tpsl() == TpSl.STOP_LOSS ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT,
                        new Price(FixedPoint.fromBigDecimal(trigger.triggerPx())),
                        trigger.isMarket());
        };
    }

    private static VenueAction.Grouping grouping(Grouping grouping) {
        return switch (grouping) {
            case Grouping.Na _, Grouping.Priority _ -> VenueAction.Grouping.NONE;
            case Grouping.NormalTpsl _ -> VenueAction.Grouping.NORMAL_TPSL;
            case Grouping.PositionTpsl _ -> VenueAction.Grouping.POSITION_TPSL;
        };
    }

    private static VenueAction twap(Action.TwapOrder action) {
        JsonNode details = action.details();
        if (details != null && !details.isNull() && hasValue(details)) {
            throw new IllegalArgumentException("a TWAP order's trigger and stop are not simulated");
        }
        TwapSpec spec = action.twap();
        return new VenueAction.PlaceTwap(
                spec.asset(),
                spec.isBuy() ? Side.BUY : Side.SELL,
                new Quantity(FixedPoint.fromBigDecimal(spec.size())),
                spec.reduceOnly(),
                spec.minutes(),
                spec.randomize());
    }

    private static boolean hasValue(JsonNode details) {
        return details.valueStream().anyMatch(value -> !value.isNull());
    }

    private static VenueAction approve(Action.ApproveAgent approve) {
        String text = approve.agentName();
        String name = text == null ? "" : text;
        Long validUntil = null;
        Matcher suffix = VALID_UNTIL.matcher(name);
        if (suffix.matches()) {
            name = suffix.group(1);
            validUntil = Long.parseLong(suffix.group(2));
        }
        if (name.length() > 16) {
            throw new IllegalArgumentException("an agent's name has at most 16 characters: " + name);
        }
        return new VenueAction.ApproveAgent(Address.of(approve.agentAddress()), name, validUntil);
    }

    private static ClientOrderId cloid(String text) {
        ClientOrderId cloid = cloidOrNull(text);
        if (cloid == null) {
            throw new IllegalArgumentException("not a cloid: " + text);
        }
        return cloid;
    }

    /** A client order id in any spelling that the venue takes, or null. */
    static @Nullable ClientOrderId cloidOrNull(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ClientOrderId.parse(lower.startsWith("0x") ? lower : "0x" + lower)
                .orElse(null);
    }
}
