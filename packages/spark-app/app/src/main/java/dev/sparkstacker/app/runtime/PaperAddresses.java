package dev.sparkstacker.app.runtime;

/** Addresses of paper accounts at the sandbox, for whoever wants to look at their books there. */
public final class PaperAddresses {
    private PaperAddresses() {}

    /** The address of the paper account of a configured name. */
    public static String of(String account) {
        return PaperKeys.owner(account).address().text();
    }
}
