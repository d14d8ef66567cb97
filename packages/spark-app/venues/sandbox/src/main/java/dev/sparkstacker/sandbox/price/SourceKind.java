package dev.sparkstacker.sandbox.price;

/** What a price source's data are, so that nobody takes invented prices for real ones. */
public enum SourceKind {
    /** Made by a generator. */
    SYNTHETIC,
    /** Real prints and quotes from a recording. */
    RECORDED,
    /** Real bars with an invented path between their prices. */
    MODELLED,
    /** A venue's public feed, as it comes. */
    LIVE;

    /** Lower-case label. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
