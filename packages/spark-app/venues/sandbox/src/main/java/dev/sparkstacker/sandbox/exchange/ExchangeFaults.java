package dev.sparkstacker.sandbox.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange itself does wrong when told to, each for a counted number of times. Used on the exchange's thread
 * only; forgotten at a restart.
 */
public final class ExchangeFaults {
    private int leverageIgnored;
    private int leverageReplaced;
    private int replacement;
    private int halfModifies;
    private String halfModifyReason = "";

    /** Answers the next changes of leverage with success and changes nothing. */
    public void ignoreLeverage(int times) {
        leverageIgnored = times;
    }

    /** Answers the next changes of leverage with success and sets another leverage than was asked for. */
    public void replaceLeverage(int leverage, int times) {
        replacement = leverage;
        leverageReplaced = times;
    }

    /**
     * Lets the next modifies end half-done: the old order is cancelled, the new one refused.
     *
     * @param reason what the venue gives as the new order's error, such as {@code Insufficient margin to place order.}
     */
    public void failModifies(String reason, int times) {
        halfModifyReason = reason;
        halfModifies = times;
    }

    /** Takes every fault back. */
    public void clear() {
        leverageIgnored = 0;
        leverageReplaced = 0;
        halfModifies = 0;
    }

    /** The leverage that a change asked for really gets; null to change nothing. */
    @Nullable
    Integer leverage(int asked) {
        if (leverageIgnored > 0) {
            leverageIgnored--;
            return null;
        }
        if (leverageReplaced > 0) {
            leverageReplaced--;
            return replacement;
        }
        return asked;
    }

    /** Why the new order of a modify is refused, or null. */
    @Nullable
    String halfModify() {
        if (halfModifies == 0) {
            return null;
        }
        halfModifies--;
        return halfModifyReason;
    }
}
