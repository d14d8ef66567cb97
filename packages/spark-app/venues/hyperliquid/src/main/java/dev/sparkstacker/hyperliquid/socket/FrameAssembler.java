package dev.sparkstacker.hyperliquid.socket;

import org.jspecify.annotations.Nullable;

/** Puts the fragments of a text frame together, up to a limit; what is longer is dropped to its end and reported once. */
final class FrameAssembler {
    private final int maxCharacters;
    private final StringBuilder parts = new StringBuilder();
    private long dropped;

    FrameAssembler(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Takes a fragment. Returns the frame when it is whole; null when it is not yet, or was dropped. */
    @Nullable
    String add(CharSequence fragment, boolean last) {
        if (dropped > 0 || parts.length() + fragment.length() > maxCharacters) {
            dropped += parts.length() + fragment.length();
            parts.setLength(0);
            parts.trimToSize();
            return null;
        }
        if (last && parts.isEmpty()) {
            return fragment.toString();
        }
        parts.append(fragment);
        if (!last) {
            return null;
        }
        String frame = parts.toString();
        parts.setLength(0);
        return frame;
    }

    /** After the last fragment: characters of a frame that was too long, or 0. Starts anew. */
    long takeDropped() {
        long characters = dropped;
        dropped = 0;
        return characters;
    }
}
