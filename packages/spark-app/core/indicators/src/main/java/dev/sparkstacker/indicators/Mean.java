package dev.sparkstacker.indicators;

/** A mean of a stream of values, kept up to date value by value. */
sealed interface Mean permits RollingSum, RollingWeightedSum, RecursiveMean {
    /** Takes the next value. */
    void add(double value);

    /** The mean; meaningful once full. */
    double mean();

    /** Whether as many values were added as the mean is over. */
    boolean isFull();

    /** Writes what {@link #load} reads. */
    void save(StateSink sink);

    /** Reads what {@link #save} wrote. */
    void load(StateSource source);
}
