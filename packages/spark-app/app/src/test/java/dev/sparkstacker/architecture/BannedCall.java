package dev.sparkstacker.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.EnumSet;
import java.util.List;

/**
 * A method that the core must neither call nor name by a method reference.
 *
 * @param owner the class that declares it
 * @param methods its names, as a regular expression
 * @param mostParameters ban only overloads with at most so many parameters
 * @param reason why
 */
record BannedCall(String owner, String methods, int mostParameters, String reason) {
    private static final int ANY = Integer.MAX_VALUE;

    static final List<BannedCall> ALL = List.of(
            new BannedCall("java.lang.System", "currentTimeMillis|nanoTime", ANY, "time is data; events carry it"),
            new BannedCall("java.lang.System", "getenv|getProperty|getProperties", ANY, "configuration is an event"),
            new BannedCall("java.lang.System", "identityHashCode", ANY, "it differs from run to run"),
            new BannedCall("java.time.Instant", "now", ANY, "time is data"),
            new BannedCall("java.time.LocalDate", "now", ANY, "time is data"),
            new BannedCall("java.time.LocalDateTime", "now", ANY, "time is data"),
            new BannedCall("java.time.LocalTime", "now", ANY, "time is data"),
            new BannedCall("java.time.ZonedDateTime", "now", ANY, "time is data"),
            new BannedCall("java.time.OffsetDateTime", "now", ANY, "time is data"),
            new BannedCall("java.time.Year", "now", ANY, "time is data"),
            new BannedCall("java.time.YearMonth", "now", ANY, "time is data"),
            new BannedCall("java.time.ZoneId", "systemDefault", ANY, "the zone differs from machine to machine"),
            new BannedCall("java.util.Locale", "getDefault", ANY, "the locale differs from machine to machine"),
            new BannedCall("java.nio.charset.Charset", "defaultCharset", ANY, "it differs from machine to machine"),
            new BannedCall("java.lang.Math", "random", ANY, "the core knows no chance"),
            new BannedCall(
                    "java.lang.Math",
                    "sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log10|log1p|pow|cbrt|sinh|cosh|tanh|hypot",
                    ANY,
                    "only StrictMath gives the same bits everywhere"),
            new BannedCall("java.util.Set", "of|copyOf", ANY, "its order changes from start to start"),
            new BannedCall("java.util.Map", "of|copyOf|ofEntries", ANY, "its order changes from start to start"),
            new BannedCall("java.util.stream.Collectors", "toSet|toUnmodifiableSet", ANY, "its order is not defined"),
            new BannedCall("java.util.stream.Collectors", "toUnmodifiableMap", ANY, "its order is not defined"),
            new BannedCall("java.util.stream.Collectors", "toMap", 3, "give a supplier with a defined order"),
            new BannedCall("java.util.stream.Collectors", "groupingBy", 2, "give a supplier with a defined order"),
            new BannedCall(
                    "java.lang.String", "format", 2, "give a locale: the default differs from machine to machine"),
            new BannedCall("java.lang.String", "formatted", ANY, "it takes the machine's locale"),
            new BannedCall("java.lang.String", "toLowerCase|toUpperCase", 0, "they take the machine's locale"),
            new BannedCall("java.util.Arrays", "parallel.*", ANY, "one thread owns the state"),
            new BannedCall("java.util.Collection", "parallelStream", ANY, "one thread owns the state"),
            new BannedCall("java.util.stream.BaseStream", "parallel", ANY, "one thread owns the state"),
            new BannedCall("java.lang.Object", "wait|notify|notifyAll", ANY, "one thread owns the state"));

    DescribedPredicate<JavaAccess<?>> predicate() {
        return new DescribedPredicate<>(owner + "." + methods) {
            @Override
            public boolean test(JavaAccess<?> access) {
                return access.getTarget() instanceof CodeUnitAccessTarget target
                        && access.getTargetOwner().isAssignableTo(owner)
                        // a set of enum constants is in their order
                        && !access.getTargetOwner().isAssignableTo(EnumSet.class)
                        && access.getName().matches(methods)
                        && target.getRawParameterTypes().size() <= mostParameters;
            }
        };
    }

    @Override
    public String toString() {
        return owner + "." + methods + ": " + reason;
    }
}
