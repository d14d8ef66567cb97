package dev.sparkstacker.app.config.bind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The units a key's last part names. */
final class Units {
    static final SequencedMap<String, String> NAMES = names();

    private Units() {}

    private static SequencedMap<String, String> names() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        names.put("Pct", "percent (5 = 5 %)");
        names.put("Usd", "US dollars");
        names.put("Bps", "basis points (10 = 0.1 %)");
        names.put("Ms", "milliseconds");
        names.put("Bars", "bars");
        names.put("Hours", "hours");
        names.put("Days", "days");
        names.put("Mb", "megabytes");
        names.put("Gb", "gigabytes");
        return Collections.unmodifiableSequencedMap(names);
    }
}
