package dev.sparkstacker.indicators;

/**
 * What all streaming indicators have in common.
 *
 * <p>An indicator is fed one closed bar at a time through its own {@code update(...)} and is then asked for its values. Rules that hold
 * for every implementation in this package:
 *
 * <ul>
 *   <li>{@link #isReady()} turns true with bar number {@link #warmUpBars()}, never earlier or later, and stays true;
 *   <li>a value asked for before that throws {@link IllegalStateException}: an unknown value is unknown, not zero;
 *   <li>{@code update} throws {@link IllegalArgumentException} naming the input that is NaN, infinite or contradictory, and then leaves
 *       the state as it was;
 *   <li>{@code update} allocates nothing; the same inputs give the same bits on every machine;
 *   <li>an instance belongs to one thread.
 * </ul>
 */
public interface Indicator {
    /** Number of bars, at least 1, after which the indicator has its first value. */
    int warmUpBars();

    /** Whether the indicator has a value. */
    boolean isReady();

    /** Writes parameters and state; an indicator that loads them continues bit for bit as this one would. */
    void save(StateSink sink);

    /**
     * Replaces the state by one saved from an indicator of the same kind and parameters.
     *
     * @throws IllegalStateException if the state is of another kind, has other parameters or is damaged; this indicator may then be
     *     partly overwritten and must be discarded
     */
    void load(StateSource source);
}
