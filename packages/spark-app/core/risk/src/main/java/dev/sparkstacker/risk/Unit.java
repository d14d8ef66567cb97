package dev.sparkstacker.risk;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Pct;

/** What a bare number of a check or a breaker counts. */
public enum Unit {
    /** 10<sup>-8</sup> US dollars. */
    USD,
    /** 10<sup>-8</sup> US dollars for one unit of the base asset. */
    PRICE,
    /** 10<sup>-8</sup> units of the base asset. */
    SIZE,
    /** 10<sup>-10</sup> percent. */
    PCT,
    /** Milliseconds. */
    MS,
    /** Whole-number leverage. */
    LEVERAGE,
    /** Whole things. */
    COUNT;

    /** The number with its unit, for people. */
    public String format(long number) {
        return switch (this) {
            case USD -> FixedPoint.format(number) + " USD";
            case PRICE, SIZE -> FixedPoint.format(number);
            case PCT -> new Pct(number).toString();
            case MS -> number + " ms";
            case LEVERAGE -> number + "x";
            case COUNT -> Long.toString(number);
        };
    }
}
