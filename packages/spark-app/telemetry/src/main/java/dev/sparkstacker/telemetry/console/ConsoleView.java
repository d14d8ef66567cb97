package dev.sparkstacker.telemetry.console;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one plain line of what matters to a person: decisions, orders, fills, positions, round trips, incidents.
 *
 * <pre>
 *  12:01:00  ETH-USD macd-eth        buy signal at 1670.1, confidence 0.43
 *  12:01:00  ETH-USD macd-eth main   sends entry: buy 0.0047 at 1678.4 or better
 *  12:01:01  ETH-USD macd-eth main   opened long 0.0047 at 1670.2
 *  12:09:00  ETH-USD macd-eth main   closed long 0.0047: 1670.2 to 1675.0, +0.018 USD net (opposite signal)
 * </pre>
 *
 * <p>Times are venue time, UTC. That a strategy does not trade is said when its reason changes, and every 15 bars as a
 * sign of life; each bar's full explanation is in the strategy log. Used by one thread.
 */
public final class ConsoleView {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SIGN_OF_LIFE_BARS = 15;
    private static final int CONFIDENCE_DECIMALS = 2;

    private final Map<LegId, SignedQuantity> sizes = new HashMap<>();
    private final Map<Watched, Quiet> quiet = new HashMap<>();

    private record Watched(StrategyId strategy, MarketId market) {}

    private record Quiet(@Nullable Reason reason, int bars) {}

    /** The line for an output, or nothing where a person need not hear of it. */
    public Optional<String> line(Output output) {
        String text = switch (output) {
            case Output.BarJudged judged -> judged(judged);
            case Output.EntryDenied denied ->
                who(denied.leg()) + "may not enter: " + ReasonText.of(denied.reason()) + " (" + denied.value()
                        + ", limit " + denied.limit() + ")";
            case Output.OrderChanged changed -> order(changed);
            case Output.FillBooked booked -> filled(booked);
            case Output.FundingBooked funding ->
                who(funding.market(), null) + (funding.amount().isNegative() ? "paid " : "received ")
                        + funding.amount().abs() + " USD funding on " + funding.account();
            case Output.LegChanged leg -> leg(leg);
            case Output.TradeClosed trade -> closed(trade);
            case Output.IncidentRaised incident ->
                incident.severity() + ": " + incident.message() + " [" + incident.code() + "]";
            case Output.TradingStateChanged changed ->
                "trading is now " + changed.state() + ": " + changed.reason() + " (" + changed.who() + ")";
            case Output.RequestAnswered answered -> (answered.accepted() ? "done: " : "refused: ") + answered.message();
            case Output.Reconciled reconciled ->
                reconciled.differences() == 0
                        ? null
                        : reconciled.account() + " differs from the venue in " + reconciled.differences() + " ways: "
                                + reconciled.detail();
            case Output.ConnectionChanged changed ->
                "connection " + changed.connection() + (changed.up() ? " is up" : " is down: ")
                        + (changed.up() ? "" : changed.detail());
            case Output.EpochBegan epoch -> "run " + epoch.run() + ", start " + epoch.epoch();
            case Output.EquityMarked _, Output.MarketMarked _, Output.LeverageKnown _, Output.BarRevised _ -> null;
        };
        return Optional.ofNullable(text)
                .map(line -> CLOCK.format(Instant.ofEpochMilli(output.cause().venueTimeMs())) + "  " + line);
    }

    private @Nullable String judged(Output.BarJudged judged) {
        Watched watched = new Watched(judged.strategy(), judged.market());
        String who = who(judged.market(), judged.strategy().name());
        return switch (judged.verdict()) {
            case ENTER -> {
                quiet.remove(watched);
                yield who + side(judged.side()) + " signal at " + judged.bar().close() + confidence(judged);
            }
            case EXIT -> {
                quiet.remove(watched);
                yield who + "exit signal at " + judged.bar().close();
            }
            case REVERSE -> {
                quiet.remove(watched);
                yield who + side(judged.side()) + " signal at " + judged.bar().close() + confidence(judged)
                        + ": closes, then enters the other side";
            }
            case NO_TRADE, WARMING_UP -> quiet(watched, judged, who);
        };
    }

    private @Nullable String quiet(Watched watched, Output.BarJudged judged, String who) {
        Reason reason = judged.reason();
        Quiet before = quiet.get(watched);
        int bars = before != null && before.reason() == reason ? before.bars() + 1 : 0;
        quiet.put(watched, new Quiet(reason, bars));
        if (reason == null || reason == Reason.HISTORICAL_BAR || bars % SIGN_OF_LIFE_BARS != 0) {
            return null;
        }
        return who + "no trade at " + judged.bar().close() + ": " + ReasonText.of(reason)
                + firstUnmet(judged.conditions());
    }

    private static String firstUnmet(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (!condition.met()) {
                return " (" + condition.name() + " is " + condition.value() + ", needs " + condition.threshold() + ")";
            }
        }
        return "";
    }

    private static @Nullable String order(Output.OrderChanged changed) {
        OrderRequest order = changed.order();
        String who = who(order.leg());
        String purpose = lower(order.purpose());
        return switch (changed.state()) {
            case SENT ->
                order.purpose() == OrderPurpose.ENTRY || order.purpose() == OrderPurpose.EXIT
                        ? who + "sends " + purpose + ": " + lower(order.side()) + " " + order.size() + " at "
                                + order.limit() + " or better"
                        : null;
            case TRIGGERED -> who + purpose + " triggered";
            case REJECTED -> who + purpose + " rejected by the venue: " + changed.detail();
            case UNKNOWN -> who + purpose + " not answered, asking the venue: " + changed.detail();
            case ABSENT -> who + purpose + " never reached the venue";
            case CANCELLED ->
                order.purpose() == OrderPurpose.ENTRY && changed.filled().isZero()
                        ? who + "entry not filled: " + changed.detail()
                        : null;
            case RESTING, FILLED -> null;
        };
    }

    private static String filled(Output.FillBooked booked) {
        var fill = booked.fill();
        LegId leg = booked.leg();
        String who = leg == null ? who(fill.market(), null) : who(leg);
        return who + (fill.side() == Side.BUY ? "bought " : "sold ") + fill.size() + " at " + fill.price() + ", fee "
                + fill.fee() + " USD" + (fill.liquidation() ? " (liquidation)" : "");
    }

    private @Nullable String leg(Output.LegChanged leg) {
        SignedQuantity before = sizes.put(leg.leg(), leg.size());
        boolean fresh =
                before == null ? leg.state() == LegState.OPENING || leg.state() == LegState.ENTERING : before.isZero();
        if (leg.size().isZero()) {
            return null;
        }
        String who = who(leg.leg());
        String position =
                (leg.size().isLong() ? "long " : "short ") + leg.size().abs();
        if (before == null && !fresh) {
            return who + "holds " + position + " from " + leg.entryPrice();
        }
        if (fresh) {
            return who + "opened " + position + " at " + leg.entryPrice();
        }
        if (leg.state() == LegState.OPEN && leg.size().equals(before) && leg.stopPrice() != null) {
            return who + position + " protected: stop " + leg.stopPrice() + ", target " + leg.targetPrice();
        }
        return null;
    }

    private static String closed(Output.TradeClosed trade) {
        String sign = trade.netPnl().isNegative() ? "" : "+";
        return who(trade.leg()) + "closed " + (trade.side() == Side.BUY ? "long " : "short ") + trade.size() + ": "
                + trade.entryPrice() + " to " + trade.exitPrice() + ", " + sign + cents(trade.netPnl()) + " USD net ("
                + ReasonText.of(trade.reason()) + ")";
    }

    private static String who(LegId leg) {
        return who(leg.market(), leg.strategy() + (leg.role() == LegRole.MAIN ? " main" : " hedge"));
    }

    private static String who(MarketId market, @Nullable String name) {
        return market + (name == null ? " " : " " + name + " ") + " ";
    }

    private static String confidence(Output.BarJudged judged) {
        return ", confidence "
                + BigDecimal.valueOf(judged.confidence()).setScale(CONFIDENCE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static String side(@Nullable Side side) {
        return side == null ? "entry" : lower(side);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Money to a hundredth of a cent: small accounts earn small amounts. */
    private static BigDecimal cents(Usd amount) {
        return BigDecimal.valueOf(amount.e8(), 8).setScale(4, RoundingMode.HALF_UP);
    }
}
