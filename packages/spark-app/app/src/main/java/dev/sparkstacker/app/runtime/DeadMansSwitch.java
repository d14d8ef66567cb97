package dev.sparkstacker.app.runtime;

/**
 * The venue's order to cancel everything when this process falls silent. It cancels protective stops too and closes
 * nothing, so it may be armed only where entries rest at the venue; every entry of this product is immediate-or-cancel,
 * and the configuration refuses to arm it.
 */
final class DeadMansSwitch {
    /** How people see it. */
    static final String STATE = "not armed: positions rest on their stops";

    private DeadMansSwitch() {}
}
