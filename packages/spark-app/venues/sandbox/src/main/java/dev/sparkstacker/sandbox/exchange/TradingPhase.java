package dev.sparkstacker.sandbox.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange as a whole lets happen.
 *
 * <pre>
 *                  new orders       cancels   matching, liquidation   triggers, TWAP slices
 *  NORMAL          all              yes       yes                     yes
 *  POST_ONLY       post-only        yes       yes                     no
 *  CANCEL_ONLY     none             yes       no                      no
 *  HALTED          none             no        no                      no
 * </pre>
 *
 * Money moves in every phase but HALTED. Prices and funding go on in all of them: they are the world's.
 */
public enum TradingPhase {
    NORMAL(null),
    /** The period after a network upgrade. */
    POST_ONLY("postOnly"),
    CANCEL_ONLY("cancelOnly"),
    HALTED("halted");

    private final @Nullable String special;

    TradingPhase(@Nullable String special) {
        this.special = special;
    }

    /** What {@code exchangeStatus} says of it; null in the normal phase. The word is the sandbox's own. */
    public @Nullable String special() {
        return special;
    }

    boolean matches() {
        return this == NORMAL || this == POST_ONLY;
    }

    boolean triggers() {
        return this == NORMAL;
    }

    /** Why a new order is refused whatever it is; null if it may come. */
    @Nullable
    Refusal refusal(OrderTicket ticket) {
        return switch (this) {
            case NORMAL -> null;
            case POST_ONLY -> ticket.trigger() == null && ticket.tif() == Tif.ALO ? null : Refusal.POST_ONLY_PERIOD;
            case CANCEL_ONLY, HALTED -> Refusal.HALTED;
        };
    }
}
