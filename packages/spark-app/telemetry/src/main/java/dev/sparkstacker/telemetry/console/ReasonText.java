package dev.sparkstacker.telemetry.console;

import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;

/** Reasons in a person's words, the same as {@code short} in {@code reasons.json}. */
public final class ReasonText {
    private ReasonText() {}

    /** Why something did not happen. */
    public static String of(Reason reason) {
        return switch (reason) {
            case WARMING_UP -> "not enough bars yet";
            case NO_CROSSOVER -> "no crossover";
            case HISTOGRAM_TOO_SMALL -> "crossover too weak";
            case ALREADY_IN_POSITION -> "already in a position on this side";
            case POSITION_NOT_FLAT -> "the old position is not closed yet";
            case NOT_ACTIVE -> "trading is not active";
            case NOT_RECONCILED -> "books not yet compared with the venue";
            case FEED_DEGRADED -> "market data cannot be trusted";
            case NO_QUOTE -> "no price yet";
            case STALE_QUOTE -> "price too old";
            case INSTRUMENT_UNKNOWN -> "market rules not read";
            case LEVERAGE_UNCONFIRMED -> "leverage not confirmed";
            case LEVERAGE_TOO_LOW -> "market offers too little leverage";
            case BELOW_MIN_NOTIONAL -> "order below the venue's minimum";
            case ROUNDS_TO_ZERO -> "size rounds to zero";
            case MAX_POSITION_SIZE -> "position would be too large";
            case MAX_TOTAL_EXPOSURE -> "total exposure would be too large";
            case MAX_CONCURRENT_POSITIONS -> "too many positions";
            case OPPOSITE_ON_NET_ACCOUNT -> "account holds the other side";
            case DUPLICATE_ENTRY -> "entry already working";
            case JOURNAL_FAILED -> "journal cannot be written";
            case LINKED_LEG_FAILED -> "the other leg failed";
            case STOPPING -> "stopping";
            case HISTORICAL_BAR -> "bar of the past";
            case SIGNAL_EXPIRED -> "signal too old";
            case COOLING_DOWN -> "cooling down after a stop";
            case NO_POSITION -> "no open position";
            case PART_ALREADY_EXITED -> "this part is already closed";
            case STOP_NOT_TIGHTER -> "stop would widen the risk";
            case STOP_STEP_TOO_SMALL -> "stop would hardly move";
            case STOP_THROUGH_MARK -> "stop beyond the mark price";
            case KILL_SWITCH -> "kill switch pulled";
            case BREAKER_TRIPPED -> "circuit breaker tripped";
            case EQUITY_UNKNOWN -> "equity not known";
            case OUTSIDE_SCHEDULE -> "outside the trading hours";
            case NO_MARK -> "no mark price yet";
            case MAX_ORDER_RATE -> "too many entries a minute";
            case BELOW_MIN_ORDER_SIZE -> "order below the configured minimum";
            case MAX_ORDER_SIZE -> "order would be too large";
            case PRICE_COLLAR -> "limit price too far from the mark";
            case WORST_CASE_EXPOSURE -> "exposure would be too large if all fills";
            case LEVERAGE_TOO_HIGH -> "leverage too high";
            case MARGIN_MODE_UNCONFIRMED -> "margin mode not confirmed";
            case BOOK_TOO_THIN -> "order book too thin";
            case SPREAD_TOO_WIDE -> "spread too wide";
            case SLIPPAGE_TOO_HIGH -> "expected slippage too high";
            case DAILY_BUDGET -> "could lose more than is left for today";
            case STOP_BEYOND_LIQUIDATION -> "liquidated before the stop";
            case STOP_MISSING -> "no stop";
            case STOP_ON_WRONG_SIDE -> "stop on the wrong side";
            case TARGET_INVALID -> "target cannot be reached";
            case NO_EDGE -> "no edge to size by";
            case NO_SIGNAL -> "no signal";
            case NEAR_MISS -> "three of four oscillators";
            case NOT_EXTREME -> "not at an extreme";
            case NO_DIVERGENCE -> "no divergence";
            case NOT_AT_LOCATION -> "not at support or resistance";
            case NO_ROTATION -> "no turn yet";
            case TREND_EMBEDDED -> "trend too strong";
            case TREND_AGAINST -> "slow and trend oscillator against it";
            case SIGNAL_TOO_WEAK -> "signal too weak";
            case DUPLICATE_SIGNAL -> "signal taken before";
        };
    }

    /** Why a position ended. */
    public static String of(ExitReason reason) {
        return switch (reason) {
            case STOP_LOSS -> "stop hit";
            case TAKE_PROFIT -> "target reached";
            case OPPOSITE_SIGNAL -> "opposite signal";
            case EXIT_SIGNAL -> "exit signal";
            case MAX_HOLD -> "held long enough";
            case LINKED_LEG -> "other leg closed";
            case HEDGE_RULE -> "rule of the dynamic hedge";
            case PROTECTION_MISSING -> "protection missing";
            case OPERATOR -> "closed by a person";
            case LIQUIDATION -> "liquidated";
            case FOREIGN -> "closed by someone else";
            case BREAKER -> "circuit breaker";
        };
    }
}
