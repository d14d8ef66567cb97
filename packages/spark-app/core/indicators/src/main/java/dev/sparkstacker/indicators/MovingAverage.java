package dev.sparkstacker.indicators;

/** An average of prices; those that weigh by volume look at it, the others do not. */
public sealed interface MovingAverage extends Indicator permits PriceAverage, HullMa, Vwma, Tema {

    /**
     * Takes a bar.
     *
     * @param volume traded in the bar, in units of the base asset, not negative
     */
    void update(double price, double volume);

    /** The average, in units of the price. */
    double value();

    /** The kinds there are. */
    enum Kind {
        SMA,
        EMA,
        WMA,
        HULL,
        VWMA,
        RMA,
        TEMA;

        /** A new average of this kind over so many bars. @throws IllegalArgumentException if that is too few for the kind */
        public MovingAverage of(int length) {
            return switch (this) {
                case SMA -> new Sma(length);
                case EMA -> new Ema(length);
                case WMA -> new Wma(length);
                case HULL -> new HullMa(length);
                case VWMA -> new Vwma(length);
                case RMA -> new Rma(length);
                case TEMA -> new Tema(length);
            };
        }
    }
}
