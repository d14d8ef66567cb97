package dev.sparkstacker.simulator;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What kinds of things go wrong in a seed. */
public enum FaultFamily {
    /** Messages late, lost, twice, out of order, cut; connections refused, reset, half-open; partitions. */
    NETWORK,
    /** The venue misbehaves: maintenance, stale and frozen feeds, wrong leverage, violent prices. */
    VENUE,
    /** The disk fails, is full, is slow. */
    DISK,
    /** The machine's clock jumps. */
    CLOCK,
    /** The process is killed at any point; the disk keeps, drops or tears what was not forced. */
    CRASH,
    /** People halt, resume, close, flatten, stop; somebody trades on the account by hand. */
    OPERATOR;

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a comma-separated list. @throws IllegalArgumentException naming the families there are */
    public static Set<FaultFamily> parse(String list) {
        Set<FaultFamily> families = EnumSet.noneOf(FaultFamily.class);
        for (String name : list.split(",", -1)) {
            families.add(of(name.strip()));
        }
        return families;
    }

    private static FaultFamily of(String name) {
        for (FaultFamily family : values()) {
            if (family.label().equals(name)) {
                return family;
            }
        }
        throw new IllegalArgumentException("There is no fault family '" + name
                + "'; there are network, venue, disk, clock, crash and operator, separated by commas");
    }
}
