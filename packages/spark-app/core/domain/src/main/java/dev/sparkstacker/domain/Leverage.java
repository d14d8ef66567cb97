package dev.sparkstacker.domain;

/**
 * Whole-number leverage.
 *
 * @param times 1 or more
 */
public record Leverage(int times) {
    public Leverage {
        if (times < 1 || times > 1000) {
            throw new IllegalArgumentException("Leverage must be from 1 to 1000: " + times);
        }
    }

    @Override
    public String toString() {
        return times + "x";
    }
}
