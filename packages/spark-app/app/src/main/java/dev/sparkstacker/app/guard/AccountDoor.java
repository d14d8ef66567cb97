package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.hyperliquid.http.ReadException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account at the venue as an emergency needs it: read it, cancel, close. Nothing is repeated in here. */
interface AccountDoor {
    /** How the answer to a request begins that the venue took. */
    String ACCEPTED = "accepted: ";

    AccountId account();

    /** Venue time now. @throws ReadException if the venue does not tell it */
    long venueTimeMs() throws ReadException, InterruptedException;

    /** Positions and open orders. @throws ReadException if any part is unread; an unread account is not an empty one */
    Standing read() throws ReadException, InterruptedException;

    /** Cancels orders and says what the venue answered; what became of them shows in the next reading. */
    String cancel(List<VenueOrder> orders) throws InterruptedException;

    /** Sends one reduce-only immediate-or-cancel order and says what the venue answered. */
    String close(Triage.Closing closing, Rate cap) throws ReadException, InterruptedException;

    /** Lets the venue cancel everything at a time of its own clock, or takes that back; says what it answered. */
    String scheduleCancel(@Nullable Long atMs) throws InterruptedException;

    /** Whether an answer says that the venue took the request; its elements may still have failed. */
    static boolean isAccepted(String answer) {
        return answer.startsWith(ACCEPTED);
    }
}
