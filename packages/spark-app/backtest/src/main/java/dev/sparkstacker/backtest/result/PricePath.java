package dev.sparkstacker.backtest.result;

/** In which order the prices of a bar are taken to have come. */
public enum PricePath {
    OPEN_LOW_HIGH_CLOSE("O-L-H-C"),
    OPEN_HIGH_LOW_CLOSE("O-H-L-C"),
    /** Prints or quotes were recorded one by one. */
    RECORDED("as recorded");

    private final String text;

    PricePath(String text) {
        this.text = text;
    }

    /** As it is shown. */
    public String text() {
        return text;
    }
}
