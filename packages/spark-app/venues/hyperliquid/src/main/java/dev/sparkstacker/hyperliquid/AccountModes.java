package dev.sparkstacker.hyperliquid;

/** The account modes of the venue, and which of them keep an account's money in its perp state. */
final class AccountModes {
    private AccountModes() {}

    /** Whether limits and sizing can rely on the perp state: in unified and portfolio mode the money is elsewhere. */
    static boolean isStandard(String mode) {
        return switch (mode) {
            case "default", "disabled", "dexAbstraction" -> true;
            default -> false;
        };
    }
}
