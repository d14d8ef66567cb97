package dev.sparkstacker.sandbox.exchange;

/** How an account keeps its balances, with the venue's spelling. */
public enum AccountMode {
    /** Never set: perp and spot apart. */
    DEFAULT("default"),
    /** Perp and spot apart. */
    DISABLED("disabled"),
    /** One balance, shown by the spot state; it is the collateral of all cross positions. */
    UNIFIED("unifiedAccount"),
    /** As unified; the sandbox has no second asset to borrow against. */
    PORTFOLIO("portfolioMargin"),
    /** The venue's old mode; with a single perp dex it is the standard one. */
    DEX("dexAbstraction");

    private final String text;

    AccountMode(String text) {
        this.text = text;
    }

    /** The venue's spelling. */
    public String text() {
        return text;
    }

    /** Whether the spot state is where the balance is read. */
    public boolean isUnified() {
        return this == UNIFIED || this == PORTFOLIO;
    }

    /** Finds a mode by the venue's spelling. @throws IllegalArgumentException if there is none */
    public static AccountMode of(String text) {
        for (AccountMode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("Not an account mode: '" + text + "'");
    }
}
