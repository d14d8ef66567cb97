package dev.sparkstacker.benchmarks;

import java.util.List;

/** Something that can be measured by name. */
interface Measurement {
    /** Its name on the command line. */
    String name();

    /** What it measures, in a line. */
    String about();

    /** Whether it wants a JVM of its own with the product's flags, so that nothing before it warms or litters its heap. */
    boolean ownJvm();

    /** Whether it runs when no name is given. */
    default boolean byDefault() {
        return true;
    }

    /** Flags of its own JVM besides the product's. */
    default List<String> jvmFlags() {
        return List.of();
    }

    /** Measures. @throws Exception whatever keeps it from measuring */
    List<Figure> measure(Effort effort) throws Exception;
}
