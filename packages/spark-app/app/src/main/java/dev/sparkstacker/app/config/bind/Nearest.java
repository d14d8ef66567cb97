package dev.sparkstacker.app.config.bind;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The candidate nearest to a misspelt word, if any is near enough to be worth suggesting. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = plain(word);
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            String offered = plain(candidate);
            int distance = distance(wanted, offered);
            boolean sameStem = stem(wanted).length() >= 3 && stem(wanted).equals(stem(offered));
            boolean near = distance <= Math.max(1, Math.min(wanted.length(), offered.length()) / 3) || sameStem;
            if (near && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** "Did you mean …?", or the list of what is valid. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> "Valid: " + String.join(", ", candidates) + ".");
    }

    private static String plain(String word) {
        return word.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
    }

    private static String stem(String plain) {
        return plain.replaceAll("(pct|percent|usd|bps|ms|millis|sec|seconds|bars|hours|days|mb|gb)$", "");
    }

    /** Edits from one word to the other: a letter more, less or other, or two neighbours exchanged. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            edits[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            edits[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
                least = Math.min(least, edits[i - 1][j - 1] + (same ? 0 : 1));
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                edits[i][j] = exchanged ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
            }
        }
        return edits[a.length()][b.length()];
    }
}
