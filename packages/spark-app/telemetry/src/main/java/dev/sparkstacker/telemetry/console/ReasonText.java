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
        };
    }

    /** Why a position ended. */
    public static String of(ExitReason reason) {
        return switch (reason) {
            case STOP_LOSS -> "stop hit";
            case TAKE_PROFIT -> "target reached";
            case OPPOSITE_SIGNAL -> "opposite signal";
            case MAX_HOLD -> "held long enough";
            case LINKED_LEG -> "other leg closed";
            case PROTECTION_MISSING -> "protection missing";
            case OPERATOR -> "closed by a person";
            case LIQUIDATION -> "liquidated";
            case FOREIGN -> "closed by someone else";
        };
    }
}
