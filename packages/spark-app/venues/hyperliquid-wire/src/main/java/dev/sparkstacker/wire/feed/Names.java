package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;
import org.jspecify.annotations.Nullable;

/** Gives one String for each coin, interval or channel name, so that frames make no garbage. Bounded against hostile names. */
final class Names {
    private static final int SLOTS = 4096;
    private static final int MAX_LENGTH = 64;

    private final @Nullable String[] table = new @Nullable String[SLOTS];

    String of(JsonCursor cursor) throws BadFrame {
        if (cursor.textLength() == 0 || cursor.textLength() > MAX_LENGTH) {
            throw cursor.bad(Reason.BAD_VALUE, "a name has 1 to " + MAX_LENGTH + " characters");
        }
        int hash = cursor.textHash();
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String known = table[slot];
        if (known != null && cursor.textEquals(known)) {
            return known;
        }
        String name = cursor.copyText();
        table[slot] = name;
        return name;
    }
}
