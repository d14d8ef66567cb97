package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.AccountId;

/** Hears what the guard does. Called on the guard's threads; must not wait for the engine. */
public interface GuardListener {
    /** The guard acts at the venue from here on and the engine's acts do not leave any more. */
    void tookOver(EmergencyAction action, String reason);

    /** It does more than it began with. */
    void widened(EmergencyAction action, String reason);

    /** Something was sent on an account, and this is what the venue answered. */
    void acted(AccountId account, String what, String answer);

    /** An account could not be read; it is read again. */
    void unread(AccountId account, String detail);

    /** The venue says that nothing is left to do on an account. */
    void verified(AccountId account, EmergencyAction action, String found);
}
