package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.AccountId;

/** Hears what an emergency comes to, account by account. Called on the emergency's threads. */
interface RescueListener {
    /** Something was sent, and this is what the venue answered. */
    void acted(AccountId account, String what, String answer);

    /** The venue could not be asked; it is asked again. */
    void unread(AccountId account, String detail);

    /** The venue says that nothing is left to do. Told again after it was not so for a while. */
    void verified(AccountId account, String found);
}
