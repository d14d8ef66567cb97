package dev.sparkstacker.domain;

/** What configured names may be made of. Checked for every name that is read back from a journal, so without a pattern. */
final class Names {
    private Names() {}

    /** Whether a name has 1 to so many characters, each of {@code a-z 0-9 - _}. */
    static boolean isValid(String name, int maxLength) {
        if (name.isEmpty() || name.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
